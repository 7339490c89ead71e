import { setPayment } from '../../db/queries/order-changes.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { lockPayment } from '../../db/queries/payment-notices.js';
import type { Order } from '../../domain/order.js';
import { FocusError } from '../../errors.js';
import type { StartedPayment } from '../../ports/payments.js';
import type { OrderDeps } from './order-deps.js';
import { requireSameProvider } from './same-provider.js';
import { settleOrder } from './settle-order.js';

/**
 * Asks the provider for the payment of an order; the same one however often. Afterwards the order
 * is settled: a notice can be faster than our own record of the payment. Undefined where nobody is to
 * pay it any more. FocusError `conflict` where the order has another payment.
 */
export async function startPayment(
  { db, payments, seller, now }: OrderDeps,
  order: StoredOrder,
  returnUrl: string,
): Promise<StartedPayment | undefined> {
  requireSameProvider(order, payments);
  const started = await payments.start({
    orderId: order.id,
    orderNumber: order.number,
    amount: order.total,
    currency: order.currency,
    applicationFee: order.serviceFee,
    sellerAccount: order.sellerAccount,
    email: order.email,
    returnUrl,
  });
  const payment = { provider: payments.name, id: started.paymentId };
  const { after } = await db.transaction(async (transaction) => {
    await lockPayment(transaction, payment);
    if (!(await setPayment(transaction, order.id, payment))) throw paidOtherwise(order);
    return settleOrder(transaction, order.id, { seller, now: now() });
  });
  if (after.state !== 'expired') return started;
  // Another order took its place while the provider was asked: nobody is to pay both.
  await payments.cancel(payment.id);
  return undefined;
}

/**
 * Hours. A provider forgets after a day that it was asked already (docs.stripe.com/api/idempotent_requests)
 * and would make a second payment of the same order.
 */
const PAYABLE_HOURS = 23;

/** True where the buyer may begin, or try again, to pay. */
export function isPayable({ state, placedAt }: Order, now: Date): boolean {
  const isOpen = state === 'open' || state === 'failed';
  return isOpen && now.getTime() - placedAt.getTime() < PAYABLE_HOURS * 3_600_000;
}

/** Nobody was given the new one, so that nobody pays it; the order's own may have been paid. */
function paidOtherwise({ number }: Order): FocusError {
  return new FocusError(
    'conflict',
    'order.other-payment',
    `The payment provider made a second payment for order ${number}`,
    {
      hint: 'Open the order again: it can still be paid by its first payment, or is paid already.',
    },
  );
}
