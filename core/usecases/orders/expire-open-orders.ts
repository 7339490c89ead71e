import { setExpired } from '../../db/queries/order-changes.js';
import { lockOrder } from '../../db/queries/orders.js';
import { unpaidOrdersBefore } from '../../db/queries/unpaid-orders.js';
import type { OrderId } from '../../domain/order.js';
import type { OrderDeps } from './order-deps.js';
import { settleOrder } from './settle-order.js';

/** A day: who was interrupted at the finish line can still pay at home. */
const OPEN_HOURS = 24;
const AT_ONCE = 100;

/**
 * Ends orders that nobody paid within a day, up to a hundred. The provider is told first: where money
 * is on its way nevertheless, the order is left alone.
 *
 * @returns how many ended
 */
export async function expireOpenOrders(deps: OrderDeps): Promise<number> {
  const before = new Date(deps.now().getTime() - OPEN_HOURS * 3_600_000);
  let ended = 0;
  for (const { id, paymentId } of await unpaidOrdersBefore(deps.db, before, AT_ONCE)) {
    if (paymentId !== null && !(await deps.payments.cancel(paymentId))) continue;
    if (await expire(deps, id)) ended += 1;
  }
  return ended;
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
