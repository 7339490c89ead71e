import { listPurchasesOf, type ListedPurchase } from '../../db/queries/order-lists.js';
import type { Db } from '../../db/query.js';

/** More than a page can show well; a buyer with more writes to the seller. */
const MOST = 200;

/** What was bought with this address, the latest first; orders that ended unpaid are left out. */
export function listPurchases(db: Db, email: string): Promise<readonly ListedPurchase[]> {
  return listPurchasesOf(db, email, MOST);
}
