import { randomUUID } from 'node:crypto';
import { insertOrder } from '../../db/queries/new-orders.js';
import { takeNumber } from '../../db/queries/number-series.js';
import { insertOfferUses, type PersonHashes, type OfferUse } from '../../db/queries/offer-uses.js';
import type { Db } from '../../db/query.js';
import { documentNumber, seriesYear } from '../../domain/document-number.js';
import type { PhotoId } from '../../domain/ids.js';
import type { OrderId, SoldLine } from '../../domain/order.js';
import { holdFrom } from '../../domain/order-hold.js';
import type { Pack, PhotoSize } from '../../domain/pack.js';
import { isLargerThanWeb, type PixelSize } from '../../domain/photo-size.js';
import type { Quote } from '../../domain/pricing/quote.js';
import { hasLimits } from '../../domain/use-limits.js';
import { wallClockOf } from '../../domain/zoned-time.js';
import { eachOnce, type PricedOrder } from '../price-cart.js';
import { tidied } from './buyer-details.js';
import type { Seller } from './order-deps.js';
import type { PlaceOrderRequest } from './order-request.js';

type Priced = Extract<PricedOrder, { kind: 'priced' }>;

/** The uses of packs and of the code that are counted. */
export function countedUses({ quote, code, packs }: Priced): OfferUse[] {
  const limited = new Set(packs.filter(({ limits }) => hasLimits(limits)).map(({ id }) => id));
  const ofPacks = quote.lines
    .filter(({ packId }) => limited.has(packId))
    .map(({ packId, usedFor }) => ({ offerId: packId, bib: usedFor }));
  if (code.kind !== 'accepted' || code.use === undefined) return ofPacks;
  return [...ofPacks, { offerId: code.discount.id, bib: code.use.usedFor }];
}

/** Writes the order of a priced cart, with its uses of packs and codes. */
export async function insertPricedOrder(
  transaction: Db,
  seller: Seller,
  request: PlaceOrderRequest,
  priced: Priced,
  { person, now }: { readonly person: PersonHashes; readonly now: Date },
): Promise<OrderId> {
  const { event, quote, code } = priced;
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
    heldUntil: holdFrom(now),
    person,
    lines: soldLines(quote, priced.packs),
    items: boughtItems(request, quote, priced.photos),
  });
  const { day } = wallClockOf(now, event.timeZone);
  await insertOfferUses(transaction, id, day, countedUses(priced));
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
