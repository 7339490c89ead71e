import { countRecentOrderLinks, insertOrderLink } from '../../db/queries/order-links.js';
import type { Db } from '../../db/query.js';
import { makeLinkToken, type LinkToken } from '../../domain/link-token.js';
import type { OrderId } from '../../domain/order.js';

/** The token of a new link that opens the order. Nobody can read it again: only its hash is kept. */
export async function makeOrderLink(transaction: Db, orderId: OrderId): Promise<string> {
  return (await insertNewLink(transaction, orderId)).token;
}

/**
 * The same at a buyer's wish; undefined where so many were made in the last hour, the first link of the
 * order among them.
 */
export async function renewOrderLink(
  transaction: Db,
  orderId: OrderId,
  mostAnHour: number,
): Promise<LinkToken | undefined> {
  if ((await countRecentOrderLinks(transaction, orderId)) >= mostAnHour) return undefined;
  return insertNewLink(transaction, orderId);
}

async function insertNewLink(transaction: Db, orderId: OrderId): Promise<LinkToken> {
  const made = makeLinkToken();
  await insertOrderLink(transaction, { orderId, tokenHash: made.hash });
  return made;
}
