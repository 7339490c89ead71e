import { findOrderIdOfPayment } from '../../db/queries/orders.js';
import { insertNotice, lockPayment } from '../../db/queries/payment-notices.js';
import type { OrderState } from '../../domain/order.js';
import { FocusError } from '../../errors.js';
import type { PaymentNotice } from '../../ports/payments.js';
import type { OrderDeps } from './order-deps.js';
import { settleOrder } from './settle-order.js';

/** What became of a notice; each is an answer with which the provider is content. */
export type TakenNotice =
  | { readonly kind: 'settled'; readonly state: OrderState }
  /** Said before. */
  | { readonly kind: 'known' }
  /** Kept until an order knows this payment. */
  | { readonly kind: 'kept' }
  /** Nothing that an order depends on. */
  | { readonly kind: 'ignored' };

/**
 * Takes what a provider says of a payment: at least once, in any order, as often and as many at the
 * same time as it likes. Once this returns, it is kept for good.
 *
 * @param provider the name in the webhook's address
 * @param body exactly the bytes that came: the signature is over them
 * @param signature header `Stripe-Signature`
 * @throws FocusError `forbidden` `payments.bad-signature`, `not-found` `payments.unknown-provider`
 */
export async function takePaymentNotice(
  deps: OrderDeps,
  provider: string,
  body: Uint8Array,
  signature: string | undefined,
): Promise<TakenNotice> {
  const { payments } = deps;
  if (provider !== payments.name) {
    throw new FocusError(
      'not-found',
      'payments.unknown-provider',
      `Payments are not taken by "${provider}" here`,
    );
  }
  return takeNotice(deps, payments.readNotice(body, signature));
}

/** The same for a notice that is known to be the provider's. */
export async function takeNotice(
  { db, payments, seller, now }: OrderDeps,
  notice: PaymentNotice,
): Promise<TakenNotice> {
  if (notice.kind === 'other') return { kind: 'ignored' };
  const payment = { provider: payments.name, id: notice.paymentId };
  return db.transaction(async (transaction): Promise<TakenNotice> => {
    await lockPayment(transaction, payment);
    if (!(await insertNotice(transaction, payment, notice))) return { kind: 'known' };
    const orderId = await findOrderIdOfPayment(transaction, payment);
    if (orderId === undefined) return { kind: 'kept' };
    const { after } = await settleOrder(transaction, orderId, { seller, now: now() });
    return { kind: 'settled', state: after.state };
  });
}
