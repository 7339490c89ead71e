import { insertInvoice, invoicesOf } from '../../db/queries/invoices.js';
import { takeNumber } from '../../db/queries/number-series.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import type { Db } from '../../db/query.js';
import { documentNumber, seriesYear } from '../../domain/document-number.js';
import { documentsDue, type DueDocument } from '../../domain/documents-due.js';
import { correctionOf, invoiceOf, type InvoiceDocument } from '../../domain/invoice.js';
import type { OrderStanding } from '../../domain/order-transitions.js';
import type { Seller } from './order-deps.js';

interface Issuing {
  readonly order: StoredOrder;
  readonly after: OrderStanding;
  readonly seller: Seller;
  readonly now: Date;
}

/**
 * The invoice of a sale and the documents that correct it: each once, with the next number of its
 * series. An order that costs nothing has none.
 */
export async function issueInvoices(transaction: Db, issuing: Issuing): Promise<void> {
  const { order, after } = issuing;
  if (after.paidAt === undefined || order.total === 0) return;
  const stored = await invoicesOf(transaction, order.id);
  const issued = new Map(stored.map(({ fact, document }) => [fact, document]));
  const facts = stored.map(({ fact, document: { total } }) => ({ fact, total }));
  for (const due of documentsDue(order.total, after, facts))
    issued.set(due.fact, await issue(transaction, issuing, due, issued));
}

async function issue(
  transaction: Db,
  { order, seller, now }: Issuing,
  due: DueDocument,
  issued: ReadonlyMap<string, InvoiceDocument>,
): Promise<InvoiceDocument> {
  const kind = due.kind === 'correction' && due.amount < 0 ? 'credit-note' : 'invoice';
  const year = seriesYear(now);
  const running = await takeNumber(transaction, { seller: order.seller, series: kind, year });
  const number = documentNumber(kind, year, running);
  const issuance = { number, issuedAt: now, seller: seller.identity };
  const document =
    due.kind === 'sale'
      ? invoiceOf(order, issuance)
      : correctionOf(
          order,
          { ...due, corrects: numberOf(issued, due.corrects) },
          [...issued.values()],
          issuance,
        );
  await insertInvoice(transaction, {
    orderId: order.id,
    seller: order.seller,
    fact: due.fact,
    document,
  });
  return document;
}

function numberOf(issued: ReadonlyMap<string, InvoiceDocument>, fact: string): string {
  const document = issued.get(fact);
  if (document === undefined)
    throw new Error(`No document of "${fact}" was issued to be corrected`);
  return document.number;
}
