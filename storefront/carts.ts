import type { Request } from 'express';
import type { CartLine } from './session-data.js';

/** More than any runner has, few enough for a page to price at once. */
export const LARGEST_CART = 5000;

/** Of other events. Slugs come from addresses: without an end, a session would grow with every one made up. */
const MOST_OTHERS = 19;

const PHOTO_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The photos with the new ones behind them; one that was there takes the size given. */
export function withPhotos(
  cart: readonly CartLine[],
  photoIds: readonly string[],
  size: CartLine['size'],
): readonly CartLine[] {
  const lines = new Map(cart.map((line) => [line.photoId, line]));
  for (const photoId of photoIds) {
    if (lines.size >= LARGEST_CART && !lines.has(photoId)) continue;
    if (PHOTO_ID.test(photoId)) lines.set(photoId, { photoId, size });
  }
  return [...lines.values()];
}

export function withoutPhotos(
  cart: readonly CartLine[],
  photoIds: ReadonlySet<string>,
): readonly CartLine[] {
  return cart.filter(({ photoId }) => !photoIds.has(photoId));
}

/** Original instead of web size, or the other way round. */
export function withOtherSize(cart: readonly CartLine[], photoId: string): readonly CartLine[] {
  return cart.map((line) =>
    line.photoId === photoId ? { photoId, size: line.size === 'hd' ? 'web' : 'hd' } : line,
  );
}

/** The visitor's cart of an event. */
export function cartOf({ session }: Pick<Request, 'session'>, slug: string): readonly CartLine[] {
  const carts = session.carts ?? {};
  // Requests at the same time may each have filled it up.
  return Object.hasOwn(carts, slug) ? (carts[slug] ?? []).slice(0, LARGEST_CART) : [];
}

/** Remembers the cart; an empty one is forgotten, and so are others where all hold more than one may. */
export function keepCart(
  { session }: Pick<Request, 'session'>,
  slug: string,
  cart: readonly CartLine[],
): void {
  let room = LARGEST_CART - cart.length;
  const others = Object.fromEntries(
    Object.entries(withoutKey(session.carts ?? {}, slug)).filter(([, { length }]) => {
      if (length > room) return false;
      room -= length;
      return true;
    }),
  );
  session.carts = cart.length === 0 ? others : { ...others, [slug]: cart };
}

/** The photos in any of the visitor's carts. */
export function photosInCarts({ session }: Pick<Request, 'session'>): ReadonlySet<string> {
  return new Set(Object.values(session.carts ?? {}).flatMap(photoIdsOf));
}

export function photoIdsOf(cart: readonly CartLine[]): readonly string[] {
  return cart.map(({ photoId }) => photoId);
}

/** How many photos all carts hold, and where they are: one cart, or the list of several. */
export function cartsAtAGlance({ session }: { readonly session?: Request['session'] }): {
  readonly photos: number;
  readonly href: string;
} {
  // None where a request fails before the session is read.
  const carts = Object.entries(session?.carts ?? {});
  const [only] = carts;
  return {
    photos: carts.reduce((sum, [, { length }]) => sum + length, 0),
    href:
      only === undefined || carts.length > 1
        ? '/cart'
        : `/events/${encodeURIComponent(only[0])}/cart`,
  };
}

export function discountCodeOf(
  { session }: Pick<Request, 'session'>,
  slug: string,
): string | undefined {
  const codes = session.discountCodes ?? {};
  return Object.hasOwn(codes, slug) ? codes[slug] : undefined;
}

/** Remembers what was typed; nothing for nothing. */
export function keepDiscountCode(
  { session }: Pick<Request, 'session'>,
  slug: string,
  code: string,
): void {
  const others = withoutKey(session.discountCodes ?? {}, slug);
  const typed = code.trim().slice(0, 60);
  session.discountCodes = typed === '' ? others : { ...others, [slug]: typed };
}

/** As many of the others as are kept. */
function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const others = Object.entries(record).filter(([name]) => name !== key);
  return Object.fromEntries(others.slice(0, MOST_OTHERS));
}
