import type { PhotoId } from '../ids.js';
import { isOnSale } from './pack-choice.js';
import { priceCart, type CartToPrice } from './price-cart.js';
import type { CartItem, PricedCart, Quote, QuoteLine } from './quote.js';

/**
 * The cheapest price of a cart in which some originals have no more pixels than their web version: these
 * cost no more than web size. A photo in a sponsor's frame is another product than the clean one, so
 * that whoever takes the original does not get it framed.
 *
 * @param isOneSize true where the original is no larger than web size
 */
export function priceSizes(
  cart: CartToPrice,
  isOneSize: (photoId: PhotoId) => boolean,
): PricedCart {
  const isClean = ({ photoId, size }: CartItem) => size === 'hd' && isOneSize(photoId);
  const clean = new Set(cart.items.filter(isClean).map(({ photoId }) => photoId));
  if (clean.size === 0) return priceCart(cart);
  const items = cart.items.map((item) =>
    clean.has(item.photoId) ? { ...item, size: 'web' as const } : item,
  );
  const free = priceCart({ ...cart, items });
  const kept = free.kind === 'priced' ? keepClean(free.quote, cart, clean) : undefined;
  if (kept !== undefined) return { kind: 'priced', quote: kept };
  // Nothing else can take the frame: as it was asked for, or without the sponsor.
  const packs = cart.packs.filter((pack) => pack.kind !== 'sponsored' || !isOnSale(pack, cart.at));
  return cheaperOf(priceCart(cart), priceCart({ ...cart, items, packs }));
}

/** The quote with the frame around a photo that may have it; undefined where there is none. */
function keepClean(
  quote: Quote,
  { items, left = new Map() }: Pick<CartToPrice, 'items' | 'left'>,
  clean: ReadonlySet<PhotoId>,
): Quote | undefined {
  const sponsored = quote.lines.find(({ kind }) => kind === 'sponsored');
  const framed = sponsored?.photoIds[0];
  if (sponsored === undefined || framed === undefined || !clean.has(framed)) return quote;
  const wanted = new Map(items.map((item) => [item.photoId, item]));
  // The use of a pack with limits counts to a runner of the photo, whichever that is.
  const isLimited = left.has(sponsored.packId);
  const countsToSame = ({ bibs }: CartItem) =>
    sponsored.usedFor === undefined ? bibs.length === 0 : bibs.includes(sponsored.usedFor);
  const other = quote.lines
    .filter(({ kind, packId }) => kind === 'photos' && !left.has(packId))
    .flatMap(({ photoIds }) => photoIds)
    .find((photoId) => {
      const item = wanted.get(photoId);
      return item?.size === 'web' && (!isLimited || countsToSame(item));
    });
  if (other === undefined) return undefined;
  const swapped = (photoId: PhotoId) =>
    photoId === framed ? other : photoId === other ? framed : photoId;
  const swap = (line: QuoteLine) => ({ ...line, photoIds: line.photoIds.map(swapped) });
  return { ...quote, lines: quote.lines.map(swap) };
}

function cheaperOf(one: PricedCart, other: PricedCart): PricedCart {
  if (one.kind !== 'priced') return other;
  return other.kind === 'priced' && other.quote.total < one.quote.total ? other : one;
}
