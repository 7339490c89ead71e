import type { EventId, PhotoId } from '../../domain/ids.js';
import type { OrderId } from '../../domain/order.js';
import type { PhotoSize } from '../../domain/pack.js';
import { query, type Db } from '../query.js';
import {
  contentsOf,
  ORDER_COLUMNS,
  orderOf,
  type ItemRow,
  type LineRow,
  type OrderRow,
  type StoredOrder,
} from './order-rows.js';
import type { PaymentAddress } from './payment-notices.js';

/** By the hash of a link's token. */
export async function findOrderByToken(
  db: Db,
  tokenHash: Uint8Array,
): Promise<{ readonly order: StoredOrder; readonly linkMadeAt: Date } | undefined> {
  const [row] = await query<OrderRow & { made_at: Date }>(
    db,
    `select ${ORDER_COLUMNS}, l.made_at from order_links l join orders o on o.id = l.order_id
     where l.token_hash = :tokenHash`,
    { tokenHash },
  );
  return row === undefined
    ? undefined
    : { order: await withContents(db, row), linkMadeAt: row.made_at };
}

/** By the number that people see, however they type its letters. */
export async function findOrderByNumber(db: Db, number: string): Promise<StoredOrder | undefined> {
  const [row] = await query<OrderRow>(
    db,
    `select ${ORDER_COLUMNS} from orders o where o.number = upper(trim(:number))`,
    { number },
  );
  return row === undefined ? undefined : withContents(db, row);
}

export async function findOrderByKey(
  db: Db,
  idempotencyKey: string,
): Promise<StoredOrder | undefined> {
  const [row] = await query<OrderRow>(
    db,
    `select ${ORDER_COLUMNS} from orders o where o.idempotency_key = :idempotencyKey`,
    { idempotencyKey },
  );
  return row === undefined ? undefined : withContents(db, row);
}

export async function readOrder(db: Db, id: OrderId): Promise<StoredOrder> {
  const [row] = await query<OrderRow>(
    db,
    `select ${ORDER_COLUMNS} from orders o where o.id = :id`,
    { id },
  );
  if (row === undefined) throw new Error(`There is no order ${id}`);
  return withContents(db, row);
}

/** Which order a payment is for. */
export async function findOrderIdOfPayment(
  db: Db,
  payment: PaymentAddress,
): Promise<OrderId | undefined> {
  const [row] = await query<{ id: OrderId }>(
    db,
    'select id from orders where payment_provider = :provider and payment_id = :id',
    { ...payment },
  );
  return row?.id;
}

/** The order, held for this transaction: whoever else wants to change it waits. */
export async function lockOrder(transaction: Db, id: OrderId): Promise<StoredOrder> {
  const [row] = await query<OrderRow>(
    transaction,
    `select ${ORDER_COLUMNS} from orders o where o.id = :id for update`,
    { id },
  );
  if (row === undefined) throw new Error(`There is no order ${id}`);
  return withContents(transaction, row);
}

/** Who hears of the sales of an event; undefined where nobody was named. */
export async function saleAddressOf(db: Db, eventId: EventId): Promise<string | undefined> {
  const [row] = await query<{ email: string | null }>(
    db,
    'select seller_email as email from events where id = :eventId',
    { eventId },
  );
  return row?.email ?? undefined;
}

/** A photo of an order, with the path it was ingested from where a folder still names it. */
export interface OrderedFile {
  readonly photoId: PhotoId;
  readonly file: string | undefined;
  readonly size: PhotoSize;
}

export async function filesOfOrder(db: Db, orderId: OrderId): Promise<OrderedFile[]> {
  const rows = await query<{ photo_id: PhotoId; display_path: string | null; size: PhotoSize }>(
    db,
    `select i.photo_id, f.display_path, i.size from order_items i
       left join lateral (select display_path from files
         where photo_id = i.photo_id and outcome = 'photo' order by path limit 1) f on true
     where i.order_id = :orderId order by f.display_path, i.photo_id`,
    { orderId },
  );
  return rows.map(({ photo_id: photoId, display_path, size }) => ({
    photoId,
    file: display_path ?? undefined,
    size,
  }));
}

/** Where to tell the seller of an order; undefined also where its event was deleted. */
export async function saleAddressOfOrder(db: Db, orderId: OrderId): Promise<string | undefined> {
  const [row] = await query<{ email: string | null }>(
    db,
    `select e.seller_email as email from orders o join events e on e.id = o.event_id
     where o.id = :orderId`,
    { orderId },
  );
  return row?.email ?? undefined;
}

async function withContents(db: Db, row: OrderRow): Promise<StoredOrder> {
  const lines = await query<LineRow>(
    db,
    `select ordinal, pack_id, kind, quantity, size, bib, price_cents from order_lines
     where order_id = :id order by ordinal`,
    { id: row.id },
  );
  const items = await query<ItemRow>(
    db,
    `select photo_id, size, line, in_cart from order_items where order_id = :id
     order by line, photo_id`,
    { id: row.id },
  );
  return { ...orderOf(row), ...contentsOf(lines, items) };
}
