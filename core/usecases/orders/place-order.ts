import { randomUUID } from 'node:crypto';
import { claimDiscount } from '../../db/queries/discount-codes.js';
import { insertOrder, lockCheckout } from '../../db/queries/new-orders.js';
import { takeNumber } from '../../db/queries/number-series.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { findOrderByKey } from '../../db/queries/orders.js';
import { packsOfEvent } from '../../db/queries/packs.js';
import type { Db } from '../../db/query.js';
import { documentNumber, seriesYear } from '../../domain/document-number.js';
import type { PhotoId } from '../../domain/ids.js';
import type { Cents } from '../../domain/money.js';
import {
  LARGEST_TOTAL,
  type BuyerDetails,
  type OrderId,
  type SoldLine,
  type Waiver,
} from '../../domain/order.js';
import type { Pack, PhotoSize } from '../../domain/pack.js';
import { isLargerThanWeb, type PixelSize } from '../../domain/photo-size.js';
import type { Quote } from '../../domain/pricing/quote.js';
import { FocusError } from '../../errors.js';
import type { StartedPayment } from '../../ports/payments.js';
import {
  eachOnce,
  priceEventCart,
  type CartRefusal,
  type PricedOrder,
  type WantedItem,
} from '../price-cart.js';
import { makeOrderLink } from './make-order-link.js';
import type { OrderDeps, Seller } from './order-deps.js';
import { settleOrder } from './settle-order.js';
import { isPayable, startPayment } from './start-payment.js';

export interface PlaceOrderRequest {
  readonly eventSlug: string;
  /** As the session says: nothing in it is trusted. */
  readonly items: readonly WantedItem[];
  readonly discountCode: string | undefined;
  readonly email: string;
  /** For the invoice, as typed; empty texts are none. */
  readonly buyer?: BuyerDetails | undefined;
  readonly language: 'en' | 'fr';
  readonly waiver: Waiver;
  /** What the page showed; any other price is shown and asked again. */
  readonly expectedTotal: Cents;
  /** Of this checkout page: sent twice, it is one order. */
  readonly idempotencyKey: string;
  /** The absolute address at which the buyer comes back with the token of the order. */
  returnUrlOf(token: string): string;
}

/** Why there is no order. */
export type OrderRefusal =
  | { readonly kind: 'empty-cart' | 'bad-email' | 'not-on-sale' }
  | { readonly kind: 'photos'; readonly refusals: readonly CartRefusal[] }
  | { readonly kind: 'code'; readonly reason: 'unknown' | 'expired' | 'used-up' }
  /** The page was used for another order already. */
  | { readonly kind: 'other-order' };

export type PlacedOrder =
  | {
      readonly kind: 'placed';
      readonly number: string;
      /** Opens the order. */
      readonly token: string;
      /** Undefined where nothing has to be paid, or no more. */
      readonly payment: StartedPayment | undefined;
    }
  | { readonly kind: 'price-changed'; readonly quote: Quote }
  | { readonly kind: 'refused'; readonly reasons: readonly OrderRefusal[] };

type Written =
  | { readonly kind: 'written'; readonly order: StoredOrder; readonly token: string }
  | Exclude<PlacedOrder, { kind: 'placed' }>;

/**
 * Makes an order of a cart, priced again, and starts its payment. The order is there before the
 * provider is asked: where that fails (`unavailable`), the same request again goes on with it.
 * FocusError `input` `order.too-large`, `conflict` where the order's payment is with another provider.
 */
export async function placeOrder(
  deps: OrderDeps,
  request: PlaceOrderRequest,
): Promise<PlacedOrder> {
  const written = await deps.db.transaction((transaction) =>
    writeOrder(transaction, deps, request),
  );
  if (written.kind !== 'written') return written;
  const { order, token } = written;
  const payment = isPayable(order, deps.now())
    ? await startPayment(deps, order, request.returnUrlOf(token))
    : undefined;
  return { kind: 'placed', number: order.number, token, payment };
}

async function writeOrder(
  transaction: Db,
  deps: OrderDeps,
  request: PlaceOrderRequest,
): Promise<Written> {
  const refuse = (reason: OrderRefusal): Written => ({ kind: 'refused', reasons: [reason] });
  if (request.items.length === 0) return refuse({ kind: 'empty-cart' });
  if (!isAddress(request.email)) return refuse({ kind: 'bad-email' });
  await lockCheckout(transaction, request.idempotencyKey);
  const earlier = await findOrderByKey(transaction, request.idempotencyKey);
  if (earlier !== undefined) {
    if (!isSameOrder(earlier, request)) return refuse({ kind: 'other-order' });
    return {
      kind: 'written',
      order: earlier,
      token: await makeOrderLink(transaction, earlier.id),
    };
  }

  const now = deps.now();
  const priced = await priceEventCart(transaction, {
    eventSlug: request.eventSlug,
    items: request.items,
    code: request.discountCode,
    at: now,
  });
  if (priced.kind === 'not-on-sale') return refuse({ kind: 'not-on-sale' });
  if (priced.kind === 'refused') return refuse({ kind: 'photos', refusals: priced.refusals });
  const { code, event, quote } = priced;
  if (code.kind !== 'none' && code.kind !== 'accepted')
    return refuse({ kind: 'code', reason: code.kind });
  if (quote.total !== request.expectedTotal) return { kind: 'price-changed', quote };
  // Before the discount: each of its amounts has to fit.
  if (quote.subtotal + quote.serviceFee > LARGEST_TOTAL) throw tooLarge();
  if (code.kind === 'accepted') {
    const claim = { eventId: event.id, code: code.discount.code, at: now };
    const claimed = await claimDiscount(transaction, claim);
    // Between pricing and here, other orders took the last uses.
    if (claimed === undefined) return refuse({ kind: 'code', reason: 'used-up' });
  }
  const id = await insertPriced(transaction, deps.seller, request, priced, now);
  const token = await makeOrderLink(transaction, id);
  await settleOrder(transaction, id, { seller: deps.seller, now });
  const order = await findOrderByKey(transaction, request.idempotencyKey);
  if (order === undefined) throw new Error('An order that was just written is not there');
  return { kind: 'written', order, token };
}

async function insertPriced(
  transaction: Db,
  seller: Seller,
  request: PlaceOrderRequest,
  { event, quote, code, photos }: Extract<PricedOrder, { kind: 'priced' }>,
  now: Date,
): Promise<OrderId> {
  const packs = await packsOfEvent(transaction, event.id);
  const year = seriesYear(now);
  const id = randomUUID() as OrderId;
  const running = await takeNumber(transaction, { seller: seller.key, series: 'order', year });
  await insertOrder(transaction, {
    id,
    seller: seller.key,
    number: documentNumber('order', year, running),
    eventId: event.id,
    eventSlug: event.slug,
    eventName: event.name,
    timeZone: event.timeZone,
    idempotencyKey: request.idempotencyKey,
    email: request.email.trim(),
    buyer: tidied(request.buyer),
    language: request.language,
    currency: quote.currency,
    subtotal: quote.subtotal,
    discount: quote.discount,
    discountCode: code.kind === 'accepted' ? code.discount : undefined,
    serviceFee: quote.serviceFee,
    total: quote.total,
    vatRate: seller.vatRate,
    waiver: request.waiver,
    sellerAccount: seller.account,
    placedAt: now,
    lines: soldLines(quote, packs),
    items: boughtItems(request, quote, photos),
  });
  return id;
}

/**
 * In the order of the cart; in the size of the pack that pays: HD where that is one of HD, and where the
 * original is no larger than web size.
 */
function boughtItems(
  request: PlaceOrderRequest,
  { lines }: Quote,
  photos: ReadonlyMap<string, PixelSize>,
) {
  const paidAs = new Map<string, PhotoSize>(
    lines.flatMap(({ photoIds, size, kind }) =>
      photoIds.map((photoId) => {
        const photo = photos.get(photoId);
        const isOneSize = kind !== 'sponsored' && photo !== undefined && !isLargerThanWeb(photo);
        return [photoId, isOneSize ? 'hd' : size] as const;
      }),
    ),
  );
  return eachOnce(request.items).map(({ photoId, size }) => ({
    // Typed by a visitor until the cart was priced: every id is a photo's since.
    photoId: photoId as PhotoId,
    size: paidAs.get(photoId) ?? size,
  }));
}

function soldLines(quote: Quote, packs: readonly Pack[]): SoldLine[] {
  return quote.lines.map(({ packId, price, photoIds, bib }) => {
    const pack = packs.find(({ id }) => id === packId);
    if (pack === undefined) throw new Error(`The quote uses pack ${packId}, which is not there`);
    const { kind, quantity, size } = pack;
    return { packId, price, photoIds, bib, kind, quantity, size };
  });
}

function isSameOrder(order: StoredOrder, request: PlaceOrderRequest): boolean {
  const wanted = new Map(eachOnce(request.items).map(({ photoId, size }) => [photoId, size]));
  const bought = order.items.filter(({ inCart }) => inCart);
  return (
    order.eventSlug === request.eventSlug &&
    order.email === request.email.trim() &&
    isSameBuyer(order.buyer, tidied(request.buyer)) &&
    bought.length === wanted.size &&
    // A web photo that was wanted may have become an original, by the pack that paid.
    bought.every(({ photoId, size }) => [size, 'web'].includes(wanted.get(photoId) ?? ''))
  );
}

function isSameBuyer(one: BuyerDetails, other: BuyerDetails): boolean {
  return one.name === other.name && one.company === other.company && one.address === other.address;
}

const NOBODY: BuyerDetails = { name: undefined, company: undefined, address: undefined };

/** No more than an envelope has; nothing where nothing was typed. */
function tidied(typed: BuyerDetails | undefined): BuyerDetails {
  const { name, company, address } = typed ?? NOBODY;
  const line = (text = '') => text.replace(/\s+/g, ' ').trim().slice(0, 120) || undefined;
  const lines = (address ?? '').split(/\r?\n/).flatMap((one) => line(one) ?? []);
  return {
    name: line(name),
    company: line(company),
    address: lines.length === 0 ? undefined : lines.slice(0, 6).join('\n'),
  };
}

function tooLarge(): FocusError {
  return new FocusError('input', 'order.too-large', 'An order takes EUR 999,999.99 at most', {
    hint: 'Take photos out of the cart, and buy them with another order.',
  });
}

/** Enough to send to; whether it arrives, only a mail can tell. No spaces, no line breaks. */
function isAddress(text: string): boolean {
  const address = text.trim();
  return (
    address.length <= 254 && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@.]{2,}$/u.test(address)
  );
}
