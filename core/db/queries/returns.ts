import type { OrderId } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** A paid order whose provider is asked what was given back or taken back of it. */
export interface OrderWithReturns {
  readonly id: OrderId;
  readonly paymentId: string;
  readonly sellerAccount: string | null;
}

const COLUMNS = 'id, payment_id as "paymentId", seller_account as "sellerAccount"';

/**
 * When it is asked next: after half of the order's age, an hour at least and a week at most. Banks
 * take months for a dispute: it ends half a year after the payment, and after two where one goes on.
 */
const NEXT = `case
  when paid_at > :now::timestamptz - case when state = 'disputed' or problems <> '{}'
    then interval '2 years' else interval '180 days' end
  then :now::timestamptz + least(greatest((:now::timestamptz - paid_at) / 2, interval '1 hour'),
    case when state = 'disputed' then interval '1 day' else interval '7 days' end) end`;

/** Orders that are due, the longest first; they count as asked. */
export async function claimOrdersForReturns(
  db: Db,
  provider: string,
  now: Date,
  limit: number,
): Promise<OrderWithReturns[]> {
  return query(
    db,
    `update orders set returns_due_at = ${NEXT} where id in (
       select id from orders where returns_due_at <= :now and payment_provider = :provider
       order by returns_due_at, id limit :limit for update skip locked)
     returning ${COLUMNS}`,
    { provider, now, limit },
  );
}

/** One order, whether it is due or not. */
export async function claimReturnsOfOrder(
  db: Db,
  orderId: OrderId,
  provider: string,
  now: Date,
): Promise<OrderWithReturns | undefined> {
  const [order] = await query<OrderWithReturns>(
    db,
    `update orders set returns_due_at = ${NEXT}
     where id = :orderId and payment_id is not null and payment_provider = :provider
     returning ${COLUMNS}`,
    { orderId, provider, now },
  );
  return order;
}

/** At the next pass; before the payment itself is known there is nothing to ask. */
export async function markReturnsDue(transaction: Db, orderId: OrderId, now: Date): Promise<void> {
  await query(
    transaction,
    'update orders set returns_due_at = :now where id = :orderId and paid_at is not null',
    { orderId, now },
  );
}
