import { findEvent } from '../db/queries/events.js';
import { earlierUses, type PersonHashes } from '../db/queries/offer-uses.js';
import {
  countPhotosOfBibs,
  countPublicPhotos,
  packsOfEvent,
  photosForSale,
  type PhotoForSale,
} from '../db/queries/packs.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { Bib, EventId, PhotoId } from '../domain/ids.js';
import type { Pack, PhotoSize } from '../domain/pack.js';
import { isLargerThanWeb } from '../domain/photo-size.js';
import type { LeftOfPacks } from '../domain/pricing/broken-limit.js';
import { isOnSale } from '../domain/pricing/pack-choice.js';
import { MOST_MORE } from '../domain/pricing/price-hint.js';
import type { CartItem, Quote } from '../domain/pricing/quote.js';
import { hasLimits, NO_LIMITS, usesLeft, type EarlierUses } from '../domain/use-limits.js';
import { wallClockOf } from '../domain/zoned-time.js';
import { findTypedCode, limitedCode, outcomeOfCode, type CodeOutcome } from './discount-outcome.js';
import { quoteHere, type QuoteCart } from './quote-cart.js';

/** What the visitor's session or form says: nothing in it is trusted. */
export interface WantedItem {
  readonly photoId: string;
  readonly size: PhotoSize;
}

/** Why a photo cannot be bought. */
export interface CartRefusal {
  readonly photoId: string;
  /** Tells a photo that is not shown any more; undefined where nobody knows. */
  readonly capturedAt: Date | undefined;
  readonly reason:
    | 'unknown-photo'
    | 'other-event'
    | 'not-kept'
    | 'taken-down'
    /** No pack on sale pays for the size wanted. */
    | 'not-for-sale'
    /** Those that would pay for it have been used as often as they may. */
    | 'used-up';
}

export type PricedOrder =
  | {
      readonly kind: 'priced';
      readonly event: RaceEvent;
      readonly quote: Quote;
      readonly code: CodeOutcome;
      /** What is known of the photos of the cart, by id. */
      readonly photos: ReadonlyMap<string, PhotoForSale>;
      /** What the event offers, at any time. */
      readonly packs: readonly Pack[];
    }
  /** Photos to take out of the cart, the others may stay. */
  | {
      readonly kind: 'refused';
      readonly event: RaceEvent;
      readonly refusals: readonly CartRefusal[];
    }
  /** The event is not there, not public yet, or no longer: nothing of it is sold. */
  | {
      readonly kind: 'not-on-sale';
      /** One that was public and was archived since; of others, visitors are told nothing. */
      readonly archived: RaceEvent | undefined;
    };

/**
 * Prices a cart by what the database says: the event's packs, the bibs of the photos, the terms of
 * the code. A photo that is wanted twice counts once, in the larger size. A code that cannot be
 * used takes nothing off, and the outcome says why; using it up is claimDiscount's work.
 *
 * @param quote prices the cart, perhaps in another thread
 */
export async function priceEventCart(
  db: Db,
  cart: {
    readonly eventSlug: string;
    readonly items: readonly WantedItem[];
    /** As typed; undefined or empty for none. */
    readonly code: string | undefined;
    readonly at: Date;
    /** Where only the price is wanted: a hint costs as much as twelve. */
    readonly withoutHint?: boolean;
    readonly person: PersonHashes;
    /** True where an order of this cart takes the place of the buyer's unpaid one, with what that holds. */
    readonly replaced: boolean;
  },
  quote: QuoteCart = quoteHere,
): Promise<PricedOrder> {
  const event = await findEvent(db, cart.eventSlug);
  // By its slug alone: an address of the shop is no name.
  if (event?.slug !== cart.eventSlug || event.state !== 'published') {
    const wasPublic = event?.slug === cart.eventSlug && event.state === 'archived';
    return { kind: 'not-on-sale', archived: wasPublic ? event : undefined };
  }
  const { items, refusals, photos } = await checkItems(db, event.id, cart.items);
  if (refusals.length > 0) return { kind: 'refused', event, refusals };

  const bibs = [...new Set(items.flatMap((item) => item.bibs))];
  const packs = await packsOfEvent(db, event.id);
  const found = await findTypedCode(db, event.id, cart.code, {
    at: cart.at,
    replacedSession: cart.replaced ? cart.person.session : undefined,
  });
  const limited = packs.filter((pack) => isOnSale(pack, cart.at) && hasLimits(pack.limits));
  const earlier = await usesOf(db, event, [...limited, ...limitedCode(found)], { ...cart, bibs });
  const code = outcomeOfCode(found, earlier, bibs, cart.at);
  const cartToPrice = {
    items,
    packs,
    left: leftOf(limited, earlier),
    ...(cart.withoutHint === true
      ? { photosOfBib: new Map<Bib, number>(), photosLeft: 0 }
      : await factsForHints(db, event.id, items)),
    discount: code.kind === 'accepted' ? code.discount : undefined,
    at: cart.at,
  };
  const priced = await quote({ cart: cartToPrice, oneSize: oneSizeOf(items, photos) });
  if (priced.kind === 'priced')
    return { kind: 'priced', event, quote: priced.quote, code, photos, packs };
  const notForSale = priced.photoIds.map((photoId) => ({
    photoId,
    capturedAt: undefined,
    reason: priced.withheld.length > 0 ? ('used-up' as const) : ('not-for-sale' as const),
  }));
  return { kind: 'refused', event, refusals: notForSale };
}

async function factsForHints(db: Db, eventId: EventId, items: readonly CartItem[]) {
  const bibs = [...new Set(items.flatMap((item) => item.bibs))];
  return {
    photosOfBib: await countPhotosOfBibs(db, eventId, bibs),
    // Every photo of the cart is one of them.
    photosLeft: (await countPublicPhotos(db, eventId, items.length + MOST_MORE)) - items.length,
  };
}

/** The photos whose originals have no more pixels than their web versions. */
function oneSizeOf(
  items: readonly CartItem[],
  photos: ReadonlyMap<string, PhotoForSale>,
): ReadonlySet<PhotoId> {
  const isOneSize = ({ photoId }: CartItem) => {
    const photo = photos.get(photoId);
    return photo !== undefined && !isLargerThanWeb(photo);
  };
  return new Set(items.filter(isOneSize).map(({ photoId }) => photoId));
}

const PHOTO_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Each photo once: one that is wanted twice, in the larger size. */
export function eachOnce(wanted: readonly WantedItem[]): readonly WantedItem[] {
  const sizes = new Map<string, PhotoSize>();
  for (const { photoId, size } of wanted) {
    if (sizes.get(photoId) !== 'hd') sizes.set(photoId, size);
  }
  return [...sizes].map(([photoId, size]) => ({ photoId, size }));
}

/** Each photo once, with its bibs; or why it cannot be bought. */
async function checkItems(
  db: Db,
  eventId: EventId,
  wanted: readonly WantedItem[],
): Promise<{
  readonly items: readonly CartItem[];
  readonly refusals: readonly CartRefusal[];
  readonly photos: ReadonlyMap<string, PhotoForSale>;
}> {
  const once = eachOnce(wanted);
  const photos = await photosForSale(
    db,
    once.map(({ photoId }) => photoId).filter((photoId) => PHOTO_ID.test(photoId)),
  );
  const items: CartItem[] = [];
  const refusals: CartRefusal[] = [];
  for (const { photoId, size } of once) {
    const photo = photos.get(photoId);
    const reason = refusalOf(photo, eventId);
    const capturedAt = reason === 'other-event' ? undefined : photo?.capturedAt;
    if (reason !== undefined) refusals.push({ photoId, reason, capturedAt });
    // Found in the database under this very text: it is a photo's id.
    else items.push({ photoId: photoId as PhotoId, size, bibs: photo?.bibs ?? [] });
  }
  return { items, refusals, photos };
}

function refusalOf(
  photo: PhotoForSale | undefined,
  eventId: EventId,
): CartRefusal['reason'] | undefined {
  if (photo === undefined) return 'unknown-photo';
  if (photo.eventId !== eventId) return 'other-event';
  if (photo.takenDown) return 'taken-down';
  return photo.status === 'kept' ? undefined : 'not-kept';
}

/** How often this person, these bibs and the day used the offers before. */
async function usesOf(
  db: Db,
  event: RaceEvent,
  offers: readonly { readonly id: string }[],
  cart: Pick<Parameters<typeof earlierUses>[1], 'person' | 'bibs' | 'at' | 'replaced'>,
): Promise<ReadonlyMap<string, EarlierUses>> {
  if (offers.length === 0) return new Map();
  const { day } = wallClockOf(cart.at, event.timeZone);
  const { person, bibs, at, replaced } = cart;
  const offerIds = offers.map(({ id }) => id);
  return earlierUses(db, { eventId: event.id, offerIds, person, bibs, day, at, replaced });
}

function leftOf(limited: readonly Pack[], earlier: ReadonlyMap<string, EarlierUses>): LeftOfPacks {
  return new Map(
    limited.map(({ id, limits = NO_LIMITS }) => [id, usesLeft(limits, earlier.get(id))]),
  );
}
