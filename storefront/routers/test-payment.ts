import { Router, type Request } from 'express';
import { FocusError } from '../../core/index.js';
import type { StorefrontContext } from '../context.js';
import { textField } from '../form-fields.js';
import { TEST_CHOICES, testPageOf, testPaymentModel } from '../view-models/test-payment.js';

/** `/pay/test/:paymentId`: the page of the provider that takes test money; not there with a real one. */
export function testPaymentRouter(context: StorefrontContext): Router {
  const { shop } = context;
  const router = Router();

  router.get('/pay/test/:paymentId', async (request, response) => {
    const { words, language } = response.locals;
    const payment = await shop.payments.test.show(request.params.paymentId);
    if (payment === undefined) throw unknownPayment();
    response.set('Cache-Control', 'private, no-store');
    context.page(request, response, {
      view: 'payment/test',
      title: words.payment.test.title,
      noindex: true,
      styles: ['css/buying.css'],
      scripts: ['js/send-once.js'],
      model: testPaymentModel({
        payment,
        back: backOf(request),
        wasDeclined: request.query.declined === 'yes',
        words,
        language,
      }),
    });
  });

  router.post('/pay/test/:paymentId', async (request, response) => {
    const { paymentId } = request.params;
    const chosen = TEST_CHOICES.find((outcome) => outcome === textField(request, 'outcome'));
    const back = backOf(request);
    const page = testPageOf(paymentId, back);
    if (chosen === undefined) {
      response.redirect(303, page);
      return;
    }
    const payment = await shop.payments.test.choose(paymentId, chosen);
    if (payment === undefined) throw unknownPayment();
    if (chosen === '3d-secure') response.redirect(303, page);
    else if (chosen === 'declined') response.redirect(303, `${page}&declined=yes`);
    else response.redirect(303, back);
  });

  return router;
}

/** The page of the order, as the address of this one says: nothing that is kept opens it. */
function backOf({ query }: Pick<Request, 'query'>): string {
  const { back } = query;
  return typeof back === 'string' && /^\/orders\/[\w-]+$/.test(back) ? back : '/';
}

function unknownPayment(): FocusError {
  return new FocusError('not-found', 'payments.unknown', 'There is no such test payment');
}
