import type { OrderId } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** A declaration of withdrawal as it was received. */
export interface Withdrawal {
  readonly declaration: string;
  readonly receivedAt: Date;
}

/** Keeps the first declaration about an order, and gives it whichever it is. */
export async function recordWithdrawal(
  db: Db,
  orderId: OrderId,
  declaration: string,
): Promise<Withdrawal> {
  const [created] = await query<Withdrawal>(
    db,
    `insert into withdrawals (order_id, declaration) values (:orderId, :declaration)
     on conflict (order_id) do nothing returning declaration, received_at as "receivedAt"`,
    { orderId, declaration },
  );
  if (created !== undefined) return created;
  const earlier = await findWithdrawal(db, orderId);
  if (earlier === undefined) throw new Error(`No withdrawal of order ${orderId} was kept`);
  return earlier;
}

export async function findWithdrawal(db: Db, orderId: OrderId): Promise<Withdrawal | undefined> {
  const [withdrawal] = await query<Withdrawal>(
    db,
    'select declaration, received_at as "receivedAt" from withdrawals where order_id = :orderId',
    { orderId },
  );
  return withdrawal;
}
