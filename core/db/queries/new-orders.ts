import type { EventId } from '../../domain/ids.js';
import type { Cents, Currency } from '../../domain/money.js';
import type { BuyerDetails, OrderId, OrderItem, SoldLine, Waiver } from '../../domain/order.js';
import type { DiscountCodeId } from '../../domain/pricing/discount.js';
import { query, type Db } from '../query.js';
import type { PersonHashes } from './offer-uses.js';

export interface NewOrder {
  readonly id: OrderId;
  readonly seller: string;
  readonly number: string;
  readonly eventId: EventId;
  readonly eventSlug: string;
  readonly eventName: string;
  readonly timeZone: string;
  readonly idempotencyKey: string;
  readonly email: string;
  readonly buyer: BuyerDetails;
  readonly language: 'en' | 'fr';
  readonly currency: Currency;
  readonly subtotal: Cents;
  readonly discount: Cents;
  readonly discountCode: { readonly id: DiscountCodeId; readonly code: string } | undefined;
  readonly serviceFee: Cents;
  readonly total: Cents;
  readonly vatRate: number;
  readonly waiver: Waiver;
  readonly sellerAccount: string | undefined;
  readonly placedAt: Date;
  /** Until when it holds its uses of packs and codes, unpaid. */
  readonly heldUntil: Date;
  readonly person: PersonHashes;
  readonly lines: readonly SoldLine[];
  readonly items: readonly Pick<OrderItem, 'photoId' | 'size'>[];
}

/** Waits for whoever else places the order of this checkout, until the end of the transaction. */
export async function lockCheckout(transaction: Db, idempotencyKey: string): Promise<void> {
  await query(transaction, 'select pg_advisory_xact_lock(hashtextextended(:idempotencyKey, 3))', {
    idempotencyKey,
  });
}

/** Waits for whoever else places an order of this session in the event, until the end of the transaction. */
export async function lockSessionOrders(
  transaction: Db,
  sessionHash: Uint8Array,
  eventSlug: string,
): Promise<void> {
  await query(transaction, 'select pg_advisory_xact_lock(hashtextextended(:name, 4))', {
    name: `${Buffer.from(sessionHash).toString('hex')}/${eventSlug}`,
  });
}

/** In state `open`, with its lines and items. Every item has to be in a line. */
export async function insertOrder(transaction: Db, order: NewOrder): Promise<void> {
  const { lines, items, discountCode, waiver, buyer, person, ...columns } = order;
  await query(
    transaction,
    `insert into orders (id, seller, number, event_id, event_slug, event_name, time_zone,
       idempotency_key, email, language, currency, subtotal_cents, discount_cents, discount_code,
       discount_code_id, service_fee_cents, total_cents, vat_rate, waiver_version,
       waiver_accepted_at, seller_account, placed_at, buyer_name, buyer_company, buyer_address,
       download_hours, held_until, address_hash, session_hash)
     values (:id, :seller, :number, :eventId, :eventSlug, :eventName, :timeZone,
       :idempotencyKey, :email, :language, :currency, :subtotal, :discount, :code,
       :codeId, :serviceFee, :total, :vatRate, :waiverVersion,
       :waiverAcceptedAt, :sellerAccount, :placedAt, :buyerName, :buyerCompany, :buyerAddress,
       -- Kept with the order: what a buyer was promised does not change with the event.
       (select download_hours from events where id = :eventId),
       :heldUntil, :addressHash, :sessionHash)`,
    {
      ...columns,
      code: discountCode?.code ?? null,
      codeId: discountCode?.id ?? null,
      waiverVersion: waiver.version,
      waiverAcceptedAt: waiver.acceptedAt,
      sellerAccount: columns.sellerAccount ?? null,
      buyerName: buyer.name ?? null,
      buyerCompany: buyer.company ?? null,
      buyerAddress: buyer.address ?? null,
      addressHash: person.address ?? null,
      sessionHash: person.session ?? null,
    },
  );
  await insertLines(transaction, order.id, lines);
  await insertItems(transaction, order.id, lines, items);
}

async function insertLines(
  transaction: Db,
  orderId: OrderId,
  lines: readonly SoldLine[],
): Promise<void> {
  await query(
    transaction,
    `insert into order_lines (order_id, ordinal, pack_id, kind, quantity, size, bib, price_cents)
     select :orderId, ordinal - 1, pack_id, kind, quantity, size, bib, price_cents
     from unnest(:packs::uuid[], :kinds::text[], :quantities::int[], :sizes::text[], :bibs::text[],
       :prices::int[]) with ordinality as l (pack_id, kind, quantity, size, bib, price_cents, ordinal)`,
    {
      orderId,
      packs: lines.map(({ packId }) => packId),
      kinds: lines.map(({ kind }) => kind),
      quantities: lines.map(({ quantity }) => quantity ?? null),
      sizes: lines.map(({ size }) => size),
      bibs: lines.map(({ bib }) => bib ?? null),
      prices: lines.map(({ price }) => price),
    },
  );
}

async function insertItems(
  transaction: Db,
  orderId: OrderId,
  lines: readonly SoldLine[],
  items: NewOrder['items'],
): Promise<void> {
  const lineOf = new Map(
    lines.flatMap(({ photoIds }, line) => photoIds.map((photoId) => [photoId, line] as const)),
  );
  await query(
    transaction,
    `insert into order_items (order_id, photo_id, size, line)
     select :orderId, photo_id, size, line
     from unnest(:photos::uuid[], :sizes::text[], :lines::int[]) as i (photo_id, size, line)`,
    {
      orderId,
      photos: items.map(({ photoId }) => photoId),
      sizes: items.map(({ size }) => size),
      // No line is a null, which the table refuses.
      lines: items.map(({ photoId }) => lineOf.get(photoId) ?? null),
    },
  );
}
