import { acceptedButHeld } from '../../db/queries/take-down-refunds.js';
import {
  forgetTakeDowns,
  getTakeDown,
  lockSoldUntold,
  markToldSold,
} from '../../db/queries/take-downs.js';
import type { OrderDeps } from '../orders/order-deps.js';
import { tellSeller } from './apply-take-down.js';
import { payTakeDownRefunds } from './pay-take-down-refunds.js';
import { takeFromBuyers } from './take-from-buyers.js';
import type { TakeDownDeps } from './take-down-deps.js';

/**
 * What nobody has to wait for; to be called now and then. Money may come in for a photo after it was
 * taken down: where nobody has decided yet, its buyer gets the photo and the seller is told; where the
 * take-down was accepted, the buyer gets the money back. Refunds that are still due are made.
 */
export async function settleTakeDowns(
  deps: Pick<TakeDownDeps, 'db' | 'operator'>,
  openOrders: () => Promise<OrderDeps>,
): Promise<void> {
  const { db } = deps;
  await forgetTakeDowns(db);
  while (await tellOfOneSold(deps));
  const photoIds = await acceptedButHeld(db);
  if (photoIds.length > 0)
    await db.transaction((transaction) => takeFromBuyers(transaction, photoIds));
  await payTakeDownRefunds(await openOrders());
}

async function tellOfOneSold(deps: Pick<TakeDownDeps, 'db' | 'operator'>): Promise<boolean> {
  return deps.db.transaction(async (transaction) => {
    const found = await lockSoldUntold(transaction);
    if (found === undefined) return false;
    await tellSeller(transaction, deps, await getTakeDown(transaction, found.id), 'later');
    await markToldSold(transaction, found.id);
    return true;
  });
}
