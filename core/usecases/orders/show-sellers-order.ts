import type { StoredOrder } from '../../db/queries/order-rows.js';
import { filesOfOrder, findOrderByNumber, type OrderedFile } from '../../db/queries/orders.js';
import { factsOf } from '../../db/queries/payment-notices.js';
import { refundsOf, type RequestedRefund } from '../../db/queries/refunds.js';
import { findWithdrawal, type Withdrawal } from '../../db/queries/withdrawals.js';
import type { Db } from '../../db/query.js';
import type { PaymentFact } from '../../domain/payment-fact.js';
import { documentsOf, type OrderDocument } from './order-documents.js';
import { unknownOrder } from './unknown-order.js';

/** What the seller sees of an order. */
export interface SellersOrder {
  readonly order: StoredOrder;
  readonly photos: readonly OrderedFile[];
  readonly documents: readonly OrderDocument[];
  readonly refunds: readonly RequestedRefund[];
  /** All that the provider said, in its own order. */
  readonly notices: readonly PaymentFact[];
  readonly withdrawal: Withdrawal | undefined;
}

/** FocusError `not-found` `order.unknown`. */
export async function showSellersOrder(db: Db, number: string): Promise<SellersOrder> {
  const order = await findOrderByNumber(db, number);
  if (order === undefined) throw unknownOrder(number);
  return {
    order,
    photos: await filesOfOrder(db, order.id),
    documents: await documentsOf(db, order.id),
    refunds: await refundsOf(db, order.id),
    notices: order.payment === undefined ? [] : await factsOf(db, order.payment),
    withdrawal: await findWithdrawal(db, order.id),
  };
}
