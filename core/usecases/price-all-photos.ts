import type { PersonHashes } from '../db/queries/offer-uses.js';
import type { Db } from '../db/query.js';
import type { PublicEvent } from '../domain/gallery.js';
import type { PhotoId } from '../domain/ids.js';
import { SERVICE_FEE } from '../domain/order.js';
import { cents, type Cents } from '../domain/money.js';
import type { PhotoSize } from '../domain/pack.js';
import type { Quote } from '../domain/pricing/quote.js';
import { priceEventCart, type WantedItem } from './price-cart.js';
import type { QuoteCart } from './quote-cart.js';

/** What it costs to take all of some photos. */
export interface AllPhotos {
  readonly photos: number;
  /** In which they are added to the cart. */
  readonly size: PhotoSize;
  /** Without the service fee; undefined where there are too many to be priced beside a page. */
  readonly price: Cents | undefined;
  /** True where the cart holds other photos: the price is what they cost besides. */
  readonly isBesides: boolean;
  readonly serviceFee: Cents;
}

/** More than any runner has; the checkout prices whatever there is. */
const MOST_PRICED = 100;

/**
 * Prices photos together with what is in the cart, by the packs on sale: in the size of
 * the cart's photos, or else as originals, or in web size where originals are not sold. Undefined
 * where they are not for sale.
 *
 * @param quote prices the cart, perhaps in another thread
 */
export async function priceAllPhotos(
  db: Db,
  wanted: {
    readonly event: Pick<PublicEvent, 'slug'>;
    /** Public ones of the event, each once. */
    readonly photoIds: readonly PhotoId[];
    readonly cart: readonly WantedItem[];
    /** As typed. */
    readonly code: string | undefined;
    readonly person: PersonHashes;
    readonly at: Date;
  },
  quote: QuoteCart,
): Promise<AllPhotos | undefined> {
  const { photoIds: ids, cart } = wanted;
  if (ids.length === 0) return undefined;
  const own = new Set<string>(ids);
  const others = cart.filter(({ photoId }) => !own.has(photoId));
  const there = cart.filter(({ photoId }) => own.has(photoId));
  const first = cart[0]?.size ?? 'hd';
  const offer = { photos: ids.length, isBesides: others.length > 0, serviceFee: SERVICE_FEE };
  if (own.size + others.length > MOST_PRICED) return { ...offer, size: first, price: undefined };

  const costOf = (items: readonly WantedItem[]) =>
    items.length === 0 ? Promise.resolve(cents(0)) : priceOf(db, { ...wanted, items }, quote);
  const known = new Set(there.map(({ photoId }) => photoId));
  for (const size of new Set<PhotoSize>([first, 'web'])) {
    const added = ids.filter((id) => !known.has(id)).map((photoId) => ({ photoId, size }));
    const cost = await costOf([...others, ...there, ...added]);
    const alone = await costOf(others);
    if (cost !== undefined && alone !== undefined)
      return { ...offer, size, price: cents(Math.max(0, cost - alone)) };
  }
  return undefined;
}

/** Undefined where something of it cannot be bought: the cart says what. */
async function priceOf(
  db: Db,
  {
    event,
    items,
    code,
    person,
    at,
  }: {
    readonly event: Pick<PublicEvent, 'slug'>;
    readonly items: readonly WantedItem[];
    readonly code: string | undefined;
    readonly person: PersonHashes;
    readonly at: Date;
  },
  quote: QuoteCart,
): Promise<Cents | undefined> {
  const cart = {
    eventSlug: event.slug,
    items,
    code,
    person,
    at,
    withoutHint: true,
    replaced: true,
  };
  const priced = await priceEventCart(db, cart, quote);
  return priced.kind === 'priced' ? costOf(priced.quote) : undefined;
}

function costOf({ subtotal, discount }: Quote): Cents {
  return cents(subtotal - discount);
}
