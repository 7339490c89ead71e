import { Router, type Request, type RequestHandler, type Response } from 'express';
import { PaymentRefused } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';
import { showNoPayment } from '../show-no-payment.js';
import { securityHeaders } from '../middleware/security-headers.js';
import { paymentFormModel } from '../view-models/payment-form.js';

/** docs.stripe.com/security/guide#content-security-policy */
const STRIPE_HOSTS = {
  script: ['https://js.stripe.com', 'https://*.js.stripe.com'],
  frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
  connect: ['https://api.stripe.com'],
} as const;

/** `/orders/:token/pay`: the provider's form within our page, or the way to its own page. */
export function paymentRouter(context: StorefrontContext): Router {
  const { shop, publicUrl, limits } = context;
  const router = Router();
  // The one page that lets in scripts of somebody else.
  const allowStripe: RequestHandler = securityHeaders({ publicUrl, paymentHosts: STRIPE_HOSTS });

  /** The payment; where the provider begins none, the page that says so. */
  async function begun<Payment>(
    request: Request<{ token: string }>,
    response: Response,
    begin: () => Promise<Payment>,
  ): Promise<Payment | 'refused'> {
    try {
      return await begin();
    } catch (error) {
      if (!(error instanceof PaymentRefused)) throw error;
      const why = error.refusedFor === 'order' ? 'amount' : 'paused';
      showNoPayment(context, request, response, why, `/orders/${request.params.token}`);
      return 'refused';
    }
  }

  router.post<{ token: string }>(
    '/orders/:token/pay',
    limits.checkout,
    async (request, response) => {
      const { token } = request.params;
      const order = `/orders/${token}`;
      const payment = await begun(request, response, () =>
        shop.orders.continuePayment(token, `${publicUrl}${order}`),
      );
      if (payment === 'refused') return;
      // Nothing to be paid any more: the order says why.
      response.redirect(303, payment === undefined ? order : (payment.pageUrl ?? `${order}/pay`));
    },
  );

  router.get<{ token: string }>('/orders/:token/pay', allowStripe, async (request, response) => {
    const { token } = request.params;
    const { words, language } = response.locals;
    const returnUrl = `${publicUrl}/orders/${token}`;
    const payment = await begun(request, response, () =>
      shop.orders.continuePayment(token, returnUrl),
    );
    if (payment === 'refused') return;
    const { publishableKey } = shop.payments;
    if (payment === undefined || payment.pageUrl !== undefined || publishableKey === undefined) {
      response.redirect(303, payment?.pageUrl ?? `/orders/${token}`);
      return;
    }
    response.set('Cache-Control', 'private, no-store');
    context.page(request, response, {
      view: 'payment/form',
      title: words.payment.title,
      noindex: true,
      styles: ['css/buying.css'],
      scripts: ['js/pay.js'],
      model: paymentFormModel({ token, returnUrl, publishableKey, payment, words, language }),
    });
  });

  return router;
}
