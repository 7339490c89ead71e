import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import { cents, type Currency } from '../../domain/money.js';
import type {
  Order,
  OrderId,
  OrderItem,
  OrderProblem,
  OrderState,
  SoldLine,
} from '../../domain/order.js';
import type { OrderStanding } from '../../domain/order-transitions.js';
import type { Pack, PackId, PhotoSize } from '../../domain/pack.js';
import type { DiscountCodeId } from '../../domain/pricing/discount.js';
import { query, type Db } from '../query.js';

/** An order with what its owner alone needs to know. */
export interface StoredOrder extends Order {
  /** Whose numbers and books it belongs to. */
  readonly seller: string;
  readonly payment: { readonly provider: string; readonly id: string } | undefined;
  /** The seller's account at the provider when the order was placed. */
  readonly sellerAccount: string | undefined;
  /** While the order holds a use of the code. */
  readonly discountCodeId: DiscountCodeId | undefined;
  readonly expiredAt: Date | undefined;
}

export interface OrderRow {
  id: OrderId;
  seller: string;
  number: string;
  event_id: EventId | null;
  event_slug: string;
  event_name: string;
  time_zone: string;
  state: OrderState;
  problem: OrderProblem | null;
  email: string;
  language: 'en' | 'fr';
  currency: Currency;
  subtotal_cents: number;
  discount_cents: number;
  discount_code: string | null;
  discount_code_id: DiscountCodeId | null;
  service_fee_cents: number;
  total_cents: number;
  refunded_cents: number;
  vat_rate: string;
  waiver_version: string;
  waiver_accepted_at: Date;
  payment_provider: string | null;
  payment_id: string | null;
  seller_account: string | null;
  placed_at: Date;
  paid_at: Date | null;
  expired_at: Date | null;
}

const COLUMNS = `o.id, o.seller, o.number, o.event_id, o.event_slug, o.event_name, o.time_zone, o.state,
  o.problem, o.email, o.language, o.currency, o.subtotal_cents, o.discount_cents, o.discount_code,
  o.discount_code_id, o.service_fee_cents, o.total_cents, o.refunded_cents, o.vat_rate,
  o.waiver_version, o.waiver_accepted_at, o.payment_provider, o.payment_id, o.seller_account,
  o.placed_at, o.paid_at, o.expired_at`;

/** By the hash of a link's token. */
export async function findOrderByToken(
  db: Db,
  tokenHash: Uint8Array,
): Promise<{ readonly order: StoredOrder; readonly linkMadeAt: Date } | undefined> {
  const [row] = await query<OrderRow & { made_at: Date }>(
    db,
    `select ${COLUMNS}, l.made_at from order_links l join orders o on o.id = l.order_id
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
    `select ${COLUMNS} from orders o where o.number = upper(trim(:number))`,
    { number },
  );
  return row === undefined ? undefined : withContents(db, row);
}

/** Waits for whoever else places the order of this checkout, until the end of the transaction. */
export async function lockCheckout(transaction: Db, idempotencyKey: string): Promise<void> {
  await query(transaction, 'select pg_advisory_xact_lock(hashtextextended(:idempotencyKey, 3))', {
    idempotencyKey,
  });
}

export async function findOrderByKey(
  db: Db,
  idempotencyKey: string,
): Promise<StoredOrder | undefined> {
  const [row] = await query<OrderRow>(
    db,
    `select ${COLUMNS} from orders o where o.idempotency_key = :idempotencyKey`,
    { idempotencyKey },
  );
  return row === undefined ? undefined : withContents(db, row);
}

/** Which order a payment is for. */
export async function findOrderIdOfPayment(
  db: Db,
  payment: { readonly provider: string; readonly id: string },
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
    `select ${COLUMNS} from orders o where o.id = :id for update`,
    { id },
  );
  if (row === undefined) throw new Error(`There is no order ${id}`);
  return withContents(transaction, row);
}

export async function setPayment(
  transaction: Db,
  id: OrderId,
  payment: { readonly provider: string; readonly id: string },
): Promise<void> {
  await query(
    transaction,
    'update orders set payment_provider = :provider, payment_id = :paymentId where id = :id',
    { id, provider: payment.provider, paymentId: payment.id },
  );
}

export async function setStanding(
  transaction: Db,
  id: OrderId,
  { state, problem, paidAt, refunded }: OrderStanding,
): Promise<void> {
  await query(
    transaction,
    `update orders set state = :state, problem = :problem, paid_at = :paidAt,
       refunded_cents = :refunded where id = :id`,
    { id, state, problem: problem ?? null, paidAt: paidAt ?? null, refunded },
  );
}

export async function setExpired(transaction: Db, id: OrderId, at: Date): Promise<void> {
  await query(transaction, 'update orders set expired_at = :at where id = :id', { id, at });
}

/** Which code the order holds a use of; undefined for none. */
export async function setDiscountClaim(
  transaction: Db,
  id: OrderId,
  codeId: DiscountCodeId | undefined,
): Promise<void> {
  await query(transaction, 'update orders set discount_code_id = :codeId where id = :id', {
    id,
    codeId: codeId ?? null,
  });
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

/** Photos that a line gives beyond those of the cart; those the order has already stay as they are. */
export async function addItems(
  transaction: Db,
  orderId: OrderId,
  line: {
    readonly ordinal: number;
    readonly size: PhotoSize;
    readonly photoIds: readonly PhotoId[];
  },
): Promise<void> {
  await query(
    transaction,
    `insert into order_items (order_id, photo_id, size, line, in_cart)
     select :orderId, photo_id, :size, :ordinal, false from unnest(:photoIds::uuid[]) as photo_id
     on conflict (order_id, photo_id) do nothing`,
    { orderId, ordinal: line.ordinal, size: line.size, photoIds: line.photoIds },
  );
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

interface LineRow {
  ordinal: number;
  pack_id: PackId;
  kind: Pack['kind'];
  quantity: number | null;
  size: PhotoSize;
  bib: Bib | null;
  price_cents: number;
}

interface ItemRow {
  photo_id: PhotoId;
  size: PhotoSize;
  line: number;
  in_cart: boolean;
}

function contentsOf(lines: readonly LineRow[], items: readonly ItemRow[]) {
  const photosOfLine = new Map<number, PhotoId[]>();
  for (const { line, photo_id } of items) {
    const photos = photosOfLine.get(line);
    if (photos === undefined) photosOfLine.set(line, [photo_id]);
    else photos.push(photo_id);
  }
  return {
    lines: lines.map((line): SoldLine => ({
      packId: line.pack_id,
      kind: line.kind,
      quantity: line.quantity ?? undefined,
      size: line.size,
      bib: line.bib ?? undefined,
      price: cents(line.price_cents),
      photoIds: photosOfLine.get(line.ordinal) ?? [],
    })),
    items: items.map((item): OrderItem => ({
      photoId: item.photo_id,
      size: item.size,
      inCart: item.in_cart,
    })),
  };
}

function orderOf(row: OrderRow): Omit<StoredOrder, 'lines' | 'items'> {
  return {
    id: row.id,
    seller: row.seller,
    number: row.number,
    eventId: row.event_id ?? undefined,
    eventSlug: row.event_slug,
    eventName: row.event_name,
    timeZone: row.time_zone,
    state: row.state,
    problem: row.problem ?? undefined,
    email: row.email,
    language: row.language,
    currency: row.currency,
    subtotal: cents(row.subtotal_cents),
    discount: cents(row.discount_cents),
    discountCode: row.discount_code ?? undefined,
    discountCodeId: row.discount_code_id ?? undefined,
    serviceFee: cents(row.service_fee_cents),
    total: cents(row.total_cents),
    refunded: cents(row.refunded_cents),
    vatRate: Number(row.vat_rate),
    waiver: { version: row.waiver_version, acceptedAt: row.waiver_accepted_at },
    payment:
      row.payment_provider === null || row.payment_id === null
        ? undefined
        : { provider: row.payment_provider, id: row.payment_id },
    sellerAccount: row.seller_account ?? undefined,
    placedAt: row.placed_at,
    paidAt: row.paid_at ?? undefined,
    expiredAt: row.expired_at ?? undefined,
  };
}
