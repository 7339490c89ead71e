import type { OrderId } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** Orders that nobody paid, placed before a time: the oldest first. */
export async function unpaidOrdersBefore(
  db: Db,
  before: Date,
  limit: number,
): Promise<{ id: OrderId; paymentId: string | null }[]> {
  return query(
    db,
    `select id, payment_id as "paymentId" from orders
     where state in ('open', 'failed') and placed_at < :before
     order by placed_at, id limit :limit`,
    { before, limit },
  );
}
