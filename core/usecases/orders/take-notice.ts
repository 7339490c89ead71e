import { markReturnsDue } from '../../db/queries/returns.js';
import { findOrderIdOfPayment } from '../../db/queries/orders.js';
import { insertNotice, lockPayment } from '../../db/queries/payment-notices.js';
import type { OrderId, OrderState } from '../../domain/order.js';
import type { PaymentNotice } from '../../ports/payments.js';
import { prolongHold } from '../../db/queries/order-changes.js';
import { holdFrom } from '../../domain/order-hold.js';
import { takeSellingNotice } from '../selling/take-selling-notice.js';
import { alarmOperator } from '../alarm-operator.js';
import type { OrderDeps } from './order-deps.js';
import { settleOrder } from './settle-order.js';

/** What became of a notice; each is an answer with which the provider is content. */
export type TakenNotice =
  | { readonly kind: 'settled'; readonly state: OrderState }
  /** Said before. */
  | { readonly kind: 'known' }
  /** Kept until an order knows this payment. */
  | { readonly kind: 'kept' }
  /** The provider is to be asked what moved. */
  | { readonly kind: 'moved'; readonly orderId: OrderId }
  /** Whoever runs the shop is told. */
  | { readonly kind: 'alarmed' }
  /** Whether the shop sells follows what the provider says of its account. */
  | { readonly kind: 'heeded' }
  /** Nothing that an order depends on. */
  | { readonly kind: 'ignored' };

/** Takes a notice that is known to be the provider's. Once this returns, it is kept for good. */
export async function takeNotice(
  { db, payments, seller, now }: OrderDeps,
  notice: PaymentNotice,
): Promise<TakenNotice> {
  if (notice.kind === 'other') return { kind: 'ignored' };
  if (notice.kind === 'selling') {
    const isHeeded = await takeSellingNotice({ db, payments, seller, now }, notice);
    return { kind: isHeeded ? 'heeded' : 'ignored' };
  }
  return db.transaction(async (transaction): Promise<TakenNotice> => {
    if (notice.kind === 'payout-failed') {
      const { payoutId, amount: amountCents, currency, reason } = notice;
      await alarmOperator(transaction, seller.operator, {
        key: `payout-failed:${payoutId}`,
        alarm: 'payout-failed',
        values: { payoutId, amountCents, currency, reason },
      });
      return { kind: 'alarmed' };
    }
    const payment = { provider: payments.name, id: notice.paymentId };
    await lockPayment(transaction, payment);
    const orderId = await findOrderIdOfPayment(transaction, payment);
    if (notice.kind === 'moved') {
      // Its order follows from what the payment's own notices say; until they do there is none.
      if (orderId === undefined) return { kind: 'ignored' };
      await markReturnsDue(transaction, orderId, now());
      return { kind: 'moved', orderId };
    }
    if (notice.kind === 'acting') {
      if (orderId !== undefined)
        await prolongHold(transaction, orderId, { until: holdFrom(notice.createdAt), at: now() });
      return { kind: orderId === undefined ? 'ignored' : 'heeded' };
    }
    if (!(await insertNotice(transaction, payment, notice))) return { kind: 'known' };
    if (orderId === undefined) return { kind: 'kept' };
    const { after } = await settleOrder(transaction, orderId, { seller, now: now() });
    return { kind: 'settled', state: after.state };
  });
}
