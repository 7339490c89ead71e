import type { PhotoId } from '../../domain/ids.js';
import { cents, type Cents } from '../../domain/money.js';
import type { OrderId } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** Paid, not paid back: they hold photos of a list that were not taken from them yet. */
export async function ordersHolding(
  db: Db,
  photoIds: readonly PhotoId[],
): Promise<{ readonly orderId: OrderId; readonly photoIds: readonly PhotoId[] }[]> {
  return query(
    db,
    `select o.id as "orderId", array_agg(i.photo_id order by i.photo_id) as "photoIds"
     from order_items i join orders o on o.id = i.order_id
     where i.photo_id = any(:photoIds) and i.take_down_refund_id is null
       and o.paid_at is not null and o.state <> 'refunded'
     group by o.id order by o.id`,
    { photoIds },
  );
}

/** Photos whose take-down was accepted, and that somebody has paid for since. */
export async function acceptedButHeld(db: Db): Promise<PhotoId[]> {
  const rows = await query<{ photo_id: PhotoId }>(
    db,
    `select distinct t.photo_id from take_downs t
       join order_items i on i.photo_id = t.photo_id and i.take_down_refund_id is null
       join orders o on o.id = i.order_id and o.paid_at is not null and o.state <> 'refunded'
     where t.accepted_at is not null and t.undone_at is null`,
  );
  return rows.map(({ photo_id }) => photo_id);
}

/** Which photos of the order were taken from its buyer so far. */
export async function photosTakenFrom(db: Db, orderId: OrderId): Promise<Set<PhotoId>> {
  const rows = await query<{ photo_id: PhotoId }>(
    db,
    'select photo_id from order_items where order_id = :orderId and take_down_refund_id is not null',
    { orderId },
  );
  return new Set(rows.map(({ photo_id }) => photo_id));
}

export interface NewTakeDownRefund {
  readonly orderId: OrderId;
  readonly photos: readonly { readonly photoId: PhotoId; readonly share: Cents }[];
  readonly amount: Cents;
  /** All that is left of the order. */
  readonly isRest: boolean;
}

/** Takes photos from a buyer and notes what goes back; due at once, where it is anything. */
export async function insertTakeDownRefund(
  transaction: Db,
  { orderId, photos, amount, isRest }: NewTakeDownRefund,
): Promise<string> {
  const [row] = await query<{ id: string }>(
    transaction,
    `insert into take_down_refunds (order_id, amount_cents, is_rest, due_at, done_at)
     values (:orderId, :amount, :isRest,
       case when :amount::int > 0 then now() end, case when :amount::int = 0 then now() end)
     returning id`,
    { orderId, amount, isRest },
  );
  if (row === undefined) throw new Error('an insert returned no row');
  await query(
    transaction,
    `update order_items i set take_down_refund_id = :id, taken_down_cents = given.share
     from unnest(:photoIds::uuid[], :shares::int[]) as given (photo_id, share)
     where i.order_id = :orderId and i.photo_id = given.photo_id`,
    {
      id: row.id,
      orderId,
      photoIds: photos.map(({ photoId }) => photoId),
      shares: photos.map(({ share }) => share),
    },
  );
  return row.id;
}

export interface DueTakeDownRefund {
  readonly id: string;
  readonly orderId: OrderId;
  readonly orderNumber: string;
  readonly amount: Cents;
  readonly isRest: boolean;
}

interface DueRow {
  id: string;
  orderId: OrderId;
  number: string;
  amount: number;
  isRest: boolean;
}

/**
 * The one that waits longest, for a while: nobody else takes it meanwhile, and one that fails is tried
 * again, ever less often, after a day at the latest.
 */
export async function claimDueRefund(db: Db): Promise<DueTakeDownRefund | undefined> {
  const [row] = await query<DueRow>(
    db,
    `update take_down_refunds r set attempts = attempts + 1,
       due_at = now() + make_interval(mins => least(1440, 10 * 2 ^ least(attempts, 10))::int)
     from orders o
     where o.id = r.order_id and r.id = (select id from take_down_refunds where due_at <= now()
                order by due_at, id limit 1 for update skip locked)
     returning r.id, o.id as "orderId", o.number, r.amount_cents as amount, r.is_rest as "isRest"`,
  );
  if (row === undefined) return undefined;
  const { id, orderId, number: orderNumber, amount, isRest } = row;
  return { id, orderId, orderNumber, amount: cents(amount), isRest };
}

export async function markRefundDone(db: Db, id: string, amount: Cents): Promise<void> {
  await query(
    db,
    `update take_down_refunds set due_at = null, done_at = now(), amount_cents = :amount
     where id = :id and done_at is null`,
    { id, amount },
  );
}

/** What the provider was asked to give back under this key, where it is not known to have done so. */
export async function unfinishedRefundOf(
  db: Db,
  orderId: OrderId,
  key: string,
): Promise<Cents | undefined> {
  const [row] = await query<{ amount_cents: number }>(
    db,
    `select amount_cents from refunds
     where order_id = :orderId and key = :key and state = 'requested'`,
    { orderId, key },
  );
  return row && cents(row.amount_cents);
}
