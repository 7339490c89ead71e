import { findOrderByToken } from '../../db/queries/orders.js';
import { invoicesOf } from '../../db/queries/invoices.js';
import type { Db } from '../../db/query.js';
import { hashLinkToken } from '../../domain/link-token.js';
import type { Drawings } from '../../drawing/drawings.js';

/**
 * A document of the order that a link opens, as PDF in the language of the order; undefined where
 * there is no such link, or the order has no document of that number. It names the buyer, so that no
 * copy is kept but in memory, for minutes; who may see it is asked each time.
 */
export async function printDocument(
  { db, drawings }: { readonly db: Db; readonly drawings: Pick<Drawings, 'remember'> },
  token: string,
  number: string,
): Promise<Uint8Array | undefined> {
  const hash = hashLinkToken(token);
  const found = hash === undefined ? undefined : await findOrderByToken(db, hash);
  if (found === undefined) return undefined;
  const invoices = await invoicesOf(db, found.order.id);
  const document = invoices.find((invoice) => invoice.document.number === number)?.document;
  if (document === undefined) return undefined;
  const { id, language } = found.order;
  // By order: a buyer has one document in hand at a time.
  return drawings.remember({ kind: 'document', document, language }, id);
}
