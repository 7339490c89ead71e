import { findOrderByToken } from '../../db/queries/orders.js';
import type { Db } from '../../db/query.js';
import { downloadsUntil, type LinkEnd } from '../../domain/download.js';
import { isDelivered, type Order } from '../../domain/order.js';
import { hashLinkToken } from '../../domain/link-token.js';
import { documentsOf, type OrderDocument } from './order-documents.js';

/** What the holder of a link sees. */
export interface ShownOrder {
  readonly order: Order;
  /** Until when this very link downloads; undefined where nothing is delivered. */
  readonly downloadsUntil: LinkEnd | undefined;
  readonly documents: readonly OrderDocument[];
}

/** Undefined for a link that opens nothing. */
export async function showOrder(db: Db, token: string): Promise<ShownOrder | undefined> {
  const hash = hashLinkToken(token);
  const found = hash === undefined ? undefined : await findOrderByToken(db, hash);
  if (found === undefined) return undefined;
  const { order, linkMadeAt } = found;
  return {
    order,
    downloadsUntil:
      order.paidAt !== undefined && isDelivered(order.state)
        ? downloadsUntil(linkMadeAt, order.paidAt, order.downloadHours)
        : undefined,
    documents: await documentsOf(db, order.id),
  };
}
