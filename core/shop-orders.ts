import type { TestOutcome } from './adapters/payments/test/test-payments.js';
import type { Drawings } from './drawing/drawings.js';
import type { OpenOptions, Parts } from './parts.js';
import { run } from './run-use-case.js';
import { openPayments } from './shop-payments.js';
import type { ShopPricing } from './shop-pricing.js';
import type { SecretFor } from './shop-secrets.js';
import { createTurns } from './threads/turns.js';
import type { PlaceOrderRequest } from './usecases/orders/order-request.js';
import type { RefundOrderRequest } from './usecases/orders/refund-request.js';

export type { TestOutcome, TestPayment } from './adapters/payments/test/test-payments.js';

/** Orders and their payment, for the storefront. */
export function orderUseCases(
  { database, settings }: Pick<Parts, 'database' | 'settings'>,
  secretFor: SecretFor,
  environment: OpenOptions['environment'],
  { drawings, pricing }: { readonly drawings: Drawings; readonly pricing: ShopPricing },
) {
  const { db } = database;
  const inTurn = createTurns();
  const { open, openTest, checkSale } = openPayments({
    db,
    settings,
    environment,
    secretFor: () => Promise.resolve(secretFor),
  });
  return {
    /** For what else gives money back. */
    openOrders: open,
    orders: {
      /** One after the other of a visitor: each holds a connection while it is priced and written. */
      place: async (request: PlaceOrderRequest, visitor: string) => {
        const deps = { ...(await open()), quote: pricing.quoteFor(visitor) };
        return inTurn(visitor, () =>
          run(import('./usecases/orders/place-order.js'), (use) => use.placeOrder(deps, request)),
        );
      },
      /** For a buyer who comes back to an order that waits for its payment. */
      continuePayment: async (token: string, returnUrl: string) => {
        const deps = await open();
        return run(import('./usecases/orders/continue-payment.js'), (use) =>
          use.continuePayment(deps, token, returnUrl),
        );
      },
      show: (token: string) =>
        run(import('./usecases/orders/show-order.js'), (use) => use.showOrder(db, token)),
      /** An invoice or credit note as PDF. */
      printDocument: (token: string, number: string) =>
        run(import('./usecases/orders/print-document.js'), (use) =>
          use.printDocument({ db, drawings }, token, number),
        ),
      takeNotice: async (provider: string, body: Uint8Array, signature: string | undefined) => {
        const deps = await open();
        return run(import('./usecases/orders/take-payment-notice.js'), (use) =>
          use.takePaymentNotice(deps, provider, body, signature),
        );
      },
      refund: async (request: RefundOrderRequest) => {
        const deps = await open();
        return run(import('./usecases/orders/refund-order.js'), (use) =>
          use.refundOrder(deps, request),
        );
      },
      /** For the page of an order that waits: its notice may be late, or lost. */
      checkPaymentOf: async (token: string) => {
        try {
          const deps = await open();
          await run(import('./usecases/orders/check-payments.js'), (use) =>
            use.checkPaymentOfLink(deps, token),
          );
        } catch {
          // The page shows what we know, whatever is wrong with the provider; the next pass reports it.
        }
      },
      /** Asks what was given back and taken back of what was paid; to be called now and then. */
      checkReturns: async () => {
        const deps = await open();
        return run(import('./usecases/orders/check-returns.js'), (use) => use.checkReturns(deps));
      },
      /** Asks whether the provider takes money again, where selling is paused; to be called now and then. */
      checkSelling: async () => {
        const deps = await open();
        return run(import('./usecases/selling/resume-selling.js'), (use) => use.checkSelling(deps));
      },
      /** Makes up for notices that were lost, and ends orders that nobody paid; to be called now and then. */
      expireOpen: async () => {
        const deps = await open();
        try {
          await run(import('./usecases/orders/check-payments.js'), (use) =>
            use.checkPayments(deps),
          );
        } finally {
          await run(import('./usecases/orders/expire-open-orders.js'), (use) =>
            use.expireOpenOrders(deps),
          );
        }
      },
    },
    payments: {
      /** To be called before a visitor comes: throws the FocusError for which nothing could be sold. */
      check: checkSale,
      provider: settings.stripeSecretKey === undefined ? ('test' as const) : ('stripe' as const),
      /** For Stripe's form in the browser. */
      publishableKey: settings.stripePublishableKey,
      /** The test provider's own page and clock; each is undefined or does nothing with Stripe. */
      test: {
        show: async (paymentId: string) => (await openTest())?.show(paymentId),
        choose: async (paymentId: string, outcome: TestOutcome) =>
          (await openTest())?.choose(paymentId, outcome),
        dispute: async (paymentId: string, said: 'opened' | 'won' | 'lost') =>
          (await openTest())?.dispute(paymentId, said),
        /** Tells of the debits that are decided by now; to be called every few seconds. */
        deliverDue: async () => (await openTest())?.deliverDue(),
      },
    },
  };
}
