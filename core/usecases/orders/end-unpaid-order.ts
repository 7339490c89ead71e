import { freeCheckout, setExpired } from '../../db/queries/order-changes.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { lockOrder } from '../../db/queries/orders.js';
import type { Db } from '../../db/query.js';
import type { OrderId } from '../../domain/order.js';
import { checkPayment } from './check-payments.js';
import type { OrderDeps } from './order-deps.js';
import { settleOrder } from './settle-order.js';

/**
 * Sees to it that nobody can pay the order any more, at the provider. False where it is too late: money
 * came or is on its way, and the order follows that.
 */
export async function endUnpaidOrder(
  deps: OrderDeps,
  { id, state, payment }: Pick<StoredOrder, 'id' | 'state' | 'payment'>,
): Promise<boolean> {
  if (payment === undefined || (await deps.payments.cancel(payment.id))) return true;
  await checkPayment(deps, { id, state, paymentId: payment.id });
  return false;
}

/** Ends an order that nobody can pay any more, with all that it held. True where it is over now, and was not before. */
export async function expireOrder(
  transaction: Db,
  { seller, now }: Pick<OrderDeps, 'seller' | 'now'>,
  id: OrderId,
): Promise<boolean> {
  const order = await lockOrder(transaction, id);
  if (order.expiredAt !== undefined) return false;
  await setExpired(transaction, id, now());
  const { after } = await settleOrder(transaction, id, { seller, now: now() });
  if (after.state === 'expired') await freeCheckout(transaction, id);
  return after.state === 'expired';
}
