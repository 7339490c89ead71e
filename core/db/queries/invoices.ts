import type { InvoiceDocument } from '../../domain/invoice.js';
import type { OrderId } from '../../domain/order.js';
import { query, type Db } from '../query.js';

export interface StoredInvoice {
  /** "sale", "refund:<refund>": see DueDocument. */
  readonly fact: string;
  readonly document: InvoiceDocument;
}

/** In the order in which they were issued, the invoice of the sale first. */
export async function invoicesOf(db: Db, orderId: OrderId): Promise<StoredInvoice[]> {
  return query(
    db,
    `select fact, document from invoices where order_id = :orderId
     order by fact <> 'sale', issued_at, number`,
    { orderId },
  );
}

export async function insertInvoice(
  transaction: Db,
  invoice: {
    readonly orderId: OrderId;
    readonly seller: string;
    readonly fact: string;
    readonly document: InvoiceDocument;
  },
): Promise<void> {
  const { orderId, seller, fact, document } = invoice;
  await query(
    transaction,
    `insert into invoices (order_id, seller, kind, number, fact, issued_at, document)
     values (:orderId, :seller, :kind, :number, :fact, :issuedAt, :document)`,
    {
      orderId,
      seller,
      fact,
      kind: document.kind,
      number: document.number,
      issuedAt: document.issuedAt,
      document: JSON.stringify(document),
    },
  );
}
