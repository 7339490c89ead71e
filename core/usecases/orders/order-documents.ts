import { invoicesOf } from '../../db/queries/invoices.js';
import type { Db } from '../../db/query.js';
import type { InvoiceDocument } from '../../domain/invoice.js';
import type { Cents } from '../../domain/money.js';
import type { OrderId } from '../../domain/order.js';

export interface OrderDocument {
  readonly kind: InvoiceDocument['kind'];
  readonly number: string;
  readonly issuedAt: Date;
  /** Negative for a credit note. */
  readonly total: Cents;
}

/** The invoice of an order and what corrects it, in the order in which they were issued. */
export async function documentsOf(db: Db, orderId: OrderId): Promise<OrderDocument[]> {
  const invoices = await invoicesOf(db, orderId);
  return invoices.map(({ document: { kind, number, issuedAt, total } }) => ({
    kind,
    number,
    issuedAt: new Date(issuedAt),
    total,
  }));
}
