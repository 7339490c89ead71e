import {
  listOrdersPage,
  type ListedOrder,
  type OrderCursor,
  type OrderFilter,
} from '../../db/queries/order-lists.js';
import type { Db } from '../../db/query.js';

const PAGE = 500;

export interface OrderListing extends OrderFilter {
  /** All of them where undefined. */
  readonly limit?: number | undefined;
}

/** The orders that match, the latest first, read page by page. */
export async function* listOrders(db: Db, listing: OrderListing): AsyncGenerator<ListedOrder> {
  let left = listing.limit ?? Infinity;
  let after: OrderCursor | undefined;
  while (left > 0) {
    const limit = Math.min(PAGE, left);
    const { orders, next } = await listOrdersPage(db, listing, { after, limit });
    yield* orders;
    if (next === undefined) return;
    left -= orders.length;
    after = next;
  }
}
