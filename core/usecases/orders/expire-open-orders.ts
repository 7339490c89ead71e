import { claimUnpaidOrders } from '../../db/queries/unpaid-orders.js';
import { endUnpaidOrder, expireOrder } from './end-unpaid-order.js';
import { forEachOrder } from './for-each-order.js';
import type { OrderDeps } from './order-deps.js';

/** A day: who was interrupted at the finish line can still pay at home. */
const OPEN_HOURS = 24;
const AT_ONCE = 100;

/**
 * Ends orders that nobody paid within a day, up to a hundred. The provider is told first: where money
 * came or is on its way nevertheless, the order follows that.
 *
 * @returns how many ended
 * @throws AggregateError of those that failed, after the others; FocusError `unavailable`
 */
export async function expireOpenOrders(deps: OrderDeps): Promise<number> {
  const { db, payments } = deps;
  const now = deps.now();
  const placedBefore = new Date(now.getTime() - OPEN_HOURS * 3_600_000);
  const unpaid = await claimUnpaidOrders(db, payments.name, { now, placedBefore }, AT_ONCE);
  return forEachOrder(unpaid, async ({ id, state, paymentId }) => {
    const payment = paymentId === null ? undefined : { provider: payments.name, id: paymentId };
    if (!(await endUnpaidOrder(deps, { id, state, payment }))) return false;
    return db.transaction((transaction) => expireOrder(transaction, deps, id));
  });
}
