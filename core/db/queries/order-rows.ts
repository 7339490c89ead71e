import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import { cents, type Currency } from '../../domain/money.js';
import type {
  Order,
  OrderId,
  OrderItem,
  OrderProblem,
  OrderState,
  SoldLine,
  Voucher,
} from '../../domain/order.js';
import type { Pack, PackId, PhotoSize } from '../../domain/pack.js';
import type { DiscountCodeId } from '../../domain/pricing/discount.js';

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
  /** Keyed hash of the session that placed it, as long as that lasts. */
  readonly sessionHash: Uint8Array | undefined;
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
  problems: OrderProblem[];
  voucher: Voucher | null;
  email: string;
  buyer_name: string | null;
  buyer_company: string | null;
  buyer_address: string | null;
  download_hours: number | null;
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
  session_hash: Buffer | null;
}

/** Of `orders o`. */
export const ORDER_COLUMNS = `o.id, o.seller, o.number, o.event_id, o.event_slug, o.event_name, o.time_zone, o.state,
  o.problems, o.voucher, o.email, o.buyer_name, o.buyer_company, o.buyer_address, o.download_hours, o.language, o.currency, o.subtotal_cents, o.discount_cents, o.discount_code,
  o.discount_code_id, o.service_fee_cents, o.total_cents, o.refunded_cents, o.vat_rate,
  o.waiver_version, o.waiver_accepted_at, o.payment_provider, o.payment_id, o.seller_account,
  o.placed_at, o.paid_at, o.expired_at, o.session_hash`;

export interface LineRow {
  ordinal: number;
  pack_id: PackId;
  kind: Pack['kind'];
  quantity: number | null;
  size: PhotoSize;
  bib: Bib | null;
  price_cents: number;
}

export interface ItemRow {
  photo_id: PhotoId;
  size: PhotoSize;
  line: number;
  in_cart: boolean;
}

export function contentsOf(lines: readonly LineRow[], items: readonly ItemRow[]) {
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

export function orderOf(row: OrderRow): Omit<StoredOrder, 'lines' | 'items'> {
  return {
    id: row.id,
    seller: row.seller,
    number: row.number,
    eventId: row.event_id ?? undefined,
    eventSlug: row.event_slug,
    eventName: row.event_name,
    timeZone: row.time_zone,
    state: row.state,
    problems: row.problems,
    voucher: row.voucher ?? undefined,
    email: row.email,
    buyer: {
      name: row.buyer_name ?? undefined,
      company: row.buyer_company ?? undefined,
      address: row.buyer_address ?? undefined,
    },
    downloadHours: row.download_hours ?? undefined,
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
    sessionHash: row.session_hash ?? undefined,
  };
}
