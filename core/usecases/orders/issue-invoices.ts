import { insertInvoice, invoicesOf, type StoredInvoice } from '../../db/queries/invoices.js';
import { takeNumber } from '../../db/queries/number-series.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import type { Db } from '../../db/query.js';
import { documentNumber, seriesYear } from '../../domain/document-number.js';
import { creditNoteOf, invoiceOf, type InvoiceDocument } from '../../domain/invoice.js';
import { cents } from '../../domain/money.js';
import type { OrderStanding } from '../../domain/order-transitions.js';
import type { Seller } from './order-deps.js';

interface Issuing {
  readonly order: StoredOrder;
  readonly after: OrderStanding;
  readonly seller: Seller;
  readonly now: Date;
}

/**
 * The invoice of a sale, and a credit note for each refund that lasted: each once, with the next
 * number of its series. An order that costs nothing has none.
 */
export async function issueInvoices(transaction: Db, issuing: Issuing): Promise<void> {
  const { order, after, seller, now } = issuing;
  if (after.paidAt === undefined || order.total === 0) return;
  const issued = await invoicesOf(transaction, order.id);
  let invoice = issued.find(({ fact }) => fact === 'sale');
  invoice ??= await issue(transaction, issuing, 'sale', 'invoice', (number) =>
    invoiceOf(order, { number, issuedAt: now, seller: seller.identity }),
  );
  const corrects = invoice.document.number;
  let credited = issued.reduce(
    (sum, { document }) => sum - (document.kind === 'credit-note' ? document.total : 0),
    0,
  );
  for (const { id, amount, failed } of after.refunds) {
    const fact = `refund:${id}`;
    if (failed || issued.some((earlier) => earlier.fact === fact)) continue;
    const creditedBefore = cents(credited);
    await issue(transaction, issuing, fact, 'credit-note', (number) =>
      creditNoteOf(
        order,
        { amount, creditedBefore, corrects },
        { number, issuedAt: now, seller: seller.identity },
      ),
    );
    credited += amount;
  }
}

async function issue(
  transaction: Db,
  { order, now }: Issuing,
  fact: string,
  kind: InvoiceDocument['kind'],
  write: (number: string) => InvoiceDocument,
): Promise<StoredInvoice> {
  const year = seriesYear(now);
  const { seller } = order;
  const running = await takeNumber(transaction, { seller, series: kind, year });
  const document = write(documentNumber(kind, year, running));
  await insertInvoice(transaction, { orderId: order.id, seller, fact, document });
  return { fact, document };
}
