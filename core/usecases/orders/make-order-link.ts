import { insertOrderLink } from '../../db/queries/order-links.js';
import type { Db } from '../../db/query.js';
import type { OrderId } from '../../domain/order.js';
import { hashOrderToken, makeOrderToken } from '../../domain/order-token.js';

/** The token of a new link that opens the order. Nobody can read it again: only its hash is kept. */
export async function makeOrderLink(transaction: Db, orderId: OrderId): Promise<string> {
  const token = makeOrderToken();
  const tokenHash = hashOrderToken(token);
  if (tokenHash === undefined) throw new Error('A token that was just made is none');
  await insertOrderLink(transaction, { orderId, tokenHash });
  return token;
}
