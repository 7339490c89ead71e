import { setExpired } from '../../db/queries/order-changes.js';
import { lockOrder } from '../../db/queries/orders.js';
import { claimUnpaidOrders } from '../../db/queries/unpaid-orders.js';
import type { OrderId } from '../../domain/order.js';
import { checkPayment } from './check-payments.js';
import { forEachOrder } from './for-each-order.js';
import type { OrderDeps } from './order-deps.js';
import { settleOrder } from './settle-order.js';

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
    if (paymentId === null || (await payments.cancel(paymentId))) return expire(deps, id);
    await checkPayment(deps, { id, state, paymentId });
    return false;
  });
}

async function expire({ db, seller, now }: OrderDeps, id: OrderId): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const order = await lockOrder(transaction, id);
    if (order.expiredAt !== undefined) return false;
    await setExpired(transaction, id, now());
    const { after } = await settleOrder(transaction, id, { seller, now: now() });
    return after.state === 'expired';
  });
}
