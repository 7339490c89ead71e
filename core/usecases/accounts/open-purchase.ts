import { orderAddressOfNumber } from '../../db/queries/order-links.js';
import type { Db } from '../../db/query.js';
import { renewOrderLink } from '../orders/make-order-link.js';

export type OpenedPurchase =
  /** The token of a new order link, whose downloads last as long as those of a renewed one. */
  | { readonly kind: 'opened'; readonly token: string }
  /** No such order, or somebody else's: it is not told which. */
  | { readonly kind: 'unknown' }
  /** Enough links were made in the last hour. */
  | { readonly kind: 'too-often' };

/** No mailbox is filled by these: whoever goes back and forth between orders is not held up. */
const LINKS_AN_HOUR = 30;

/** A link to an order of this address, for whoever proved that it is theirs. */
export async function openPurchase(db: Db, email: string, number: string): Promise<OpenedPurchase> {
  return db.transaction(async (transaction): Promise<OpenedPurchase> => {
    const order = await orderAddressOfNumber(transaction, number, email);
    if (order === undefined) return { kind: 'unknown' };
    const link = await renewOrderLink(transaction, order.orderId, LINKS_AN_HOUR);
    return link === undefined ? { kind: 'too-often' } : { kind: 'opened', token: link.token };
  });
}
