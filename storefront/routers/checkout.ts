import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { cents, type BuyerDetails, type OrderRefusal, type PlacedOrder } from '../../core/index.js';
import { cartOf, discountCodeOf, keepDiscountCode } from '../carts.js';
import type { StorefrontContext } from '../context.js';
import { textField } from '../form-fields.js';
import { personOf } from '../person.js';
import { showNoPayment } from '../show-no-payment.js';
import { checkoutModel, type CheckoutProblem } from '../view-models/checkout.js';

type CheckoutRequest = Request<{ slug: string }>;

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** An amount that no cart costs: whatever was sent instead of a price is answered with the right one. */
const NO_PRICE = cents(-1);

/** `/events/:slug/checkout`: checkout in one page, as a guest or with the address of one's account. Nothing in the form is a price or a photo. */
export function checkoutRouter(context: StorefrontContext): Router {
  const { shop, publicUrl } = context;
  const router = Router();

  async function showCheckout(
    request: CheckoutRequest,
    response: Response,
    problems: readonly CheckoutProblem[],
    idempotencyKey: string,
    codeReason?: string,
  ): Promise<void> {
    const { slug } = request.params;
    const { words, language } = response.locals;
    const items = cartOf(request, slug);
    const code = discountCodeOf(request, slug);
    const typedEmail = textField(request, 'email').slice(0, 254);
    const person = personOf(request, typedEmail);
    const shown = await shop.cart.show(
      { eventSlug: slug, items, code, person },
      context.visitorOf(request, response),
    );
    if (shown.kind === 'not-on-sale') {
      showNotOnSale(request, response);
      return;
    }
    if (shown.kind === 'priced' && shown.isPaused && items.length > 0) {
      showPaused(request, response);
      return;
    }
    // The cart says what is wrong with it.
    if (items.length === 0 || shown.kind !== 'priced') {
      response.redirect(303, cartUrl(slug));
      return;
    }
    if (shown.code.kind !== 'none' && shown.code.kind !== 'accepted') {
      // A code that cannot be used keeps nobody from buying.
      const reason = words.cart.codeProblems[shown.code.kind](shown.code.code);
      keepDiscountCode(request, slug, '');
      await showCheckout(request, response, [...problems, 'code'], idempotencyKey, reason);
      return;
    }
    context.page(request, response, {
      view: 'checkout/checkout',
      title: words.checkout.title,
      status: problems.every((one) => one === 'code') ? 200 : 422,
      noindex: true,
      styles: ['css/buying.css'],
      scripts: ['js/send-once.js'],
      model: checkoutModel({
        slug,
        shown,
        photos: items.length,
        email: person.email ?? '',
        buyer: buyerOf(request),
        buyerEmail: request.session.buyerEmail,
        problems,
        codeReason,
        idempotencyKey,
        words,
        language,
      }),
    });
  }

  function showNotOnSale(request: CheckoutRequest, response: Response): void {
    const { words } = response.locals;
    context.page(request, response, {
      view: 'checkout/not-on-sale',
      title: words.checkout.notOnSale.title,
      status: 409,
      noindex: true,
      model: {},
    });
  }

  function showPaused(request: CheckoutRequest, response: Response): void {
    showNoPayment(context, request, response, 'paused', cartUrl(request.params.slug));
  }

  /** Where the buyer goes from here. */
  async function answer(
    request: CheckoutRequest,
    response: Response,
    placed: PlacedOrder,
    idempotencyKey: string,
  ): Promise<void> {
    if (placed.kind === 'placed') {
      const { payment, token } = placed;
      const next =
        payment === undefined ? `/orders/${token}` : (payment.pageUrl ?? `/orders/${token}/pay`);
      response.redirect(303, next);
    } else if (placed.kind === 'paid-before') {
      response.redirect(303, `/orders/${placed.token}?earlier=kept`);
    } else if (placed.kind === 'payment-refused') {
      const why = placed.refusedFor === 'order' ? 'amount' : 'paused';
      showNoPayment(context, request, response, why, cartUrl(request.params.slug));
    } else if (placed.kind === 'price-changed') {
      await showCheckout(request, response, ['price'], idempotencyKey);
    } else if (isRefusedFor(placed.reasons, 'not-on-sale')) {
      showNotOnSale(request, response);
    } else if (isRefusedFor(placed.reasons, 'paused')) {
      showPaused(request, response);
    } else if (isRefusedFor(placed.reasons, 'bad-email')) {
      await showCheckout(request, response, ['email'], idempotencyKey);
    } else if (isRefusedFor(placed.reasons, 'code')) {
      await showCheckout(request, response, [], idempotencyKey);
    } else if (isRefusedFor(placed.reasons, 'too-many-unpaid')) {
      await showCheckout(request, response, ['too-many-unpaid'], idempotencyKey);
    } else if (isRefusedFor(placed.reasons, 'other-order')) {
      // The page was used before, with another cart: this one begins anew.
      await showCheckout(request, response, ['price'], randomUUID());
    } else {
      response.redirect(303, cartUrl(request.params.slug));
    }
  }

  router.get('/events/:slug/checkout', (request, response) =>
    showCheckout(request, response, [], randomUUID()),
  );

  router.post<{ slug: string }>(
    '/events/:slug/checkout',
    context.limits.checkout,
    async (request, response) => {
      const { slug } = request.params;
      const { words, language } = response.locals;
      const sentKey = textField(request, 'idempotencyKey');
      const idempotencyKey = KEY.test(sentKey) ? sentKey : randomUUID();
      if (textField(request, 'waiver') !== 'accepted') {
        await showCheckout(request, response, ['waiver'], idempotencyKey);
        return;
      }
      const order = {
        eventSlug: slug,
        items: cartOf(request, slug),
        discountCode: discountCodeOf(request, slug),
        email: textField(request, 'email'),
        buyer: buyerOf(request),
        session: request.sessionID,
        language,
        waiver: { version: words.checkout.waiver.version, acceptedAt: new Date() },
        expectedTotal: sentTotal(request),
        idempotencyKey,
        returnUrlOf: (token: string) => `${publicUrl}/orders/${token}`,
      };
      const placed = await shop.orders.place(order, context.visitorOf(request, response));
      await answer(request, response, placed, idempotencyKey);
    },
  );

  return router;
}

function isRefusedFor(reasons: readonly OrderRefusal[], kind: OrderRefusal['kind']): boolean {
  return reasons.some((reason) => reason.kind === kind);
}

function buyerOf(request: CheckoutRequest): BuyerDetails {
  return {
    name: textField(request, 'buyerName').slice(0, 120),
    company: textField(request, 'buyerCompany').slice(0, 120),
    address: textField(request, 'buyerAddress').slice(0, 500),
  };
}

function sentTotal(request: CheckoutRequest) {
  const text = textField(request, 'expectedTotalCents');
  return /^\d{1,9}$/.test(text) ? cents(Number(text)) : NO_PRICE;
}

function cartUrl(slug: string): string {
  return `/events/${encodeURIComponent(slug)}/cart`;
}
