import { findOrderByToken } from '../../db/queries/orders.js';
import { invoicesOf } from '../../db/queries/invoices.js';
import type { Db } from '../../db/query.js';
import { printInvoice } from '../../documents/print-invoice.js';
import { hashLinkToken } from '../../domain/link-token.js';

/**
 * A document of the order that a link opens, as PDF in the language of the order; undefined where
 * there is no such link, or the order has no document of that number.
 */
export async function printDocument(
  db: Db,
  token: string,
  number: string,
): Promise<Uint8Array | undefined> {
  const hash = hashLinkToken(token);
  const found = hash === undefined ? undefined : await findOrderByToken(db, hash);
  if (found === undefined) return undefined;
  const invoices = await invoicesOf(db, found.order.id);
  const document = invoices.find((invoice) => invoice.document.number === number)?.document;
  return document === undefined ? undefined : printInvoice(document, found.order.language);
}
