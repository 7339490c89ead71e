import type { Request } from 'express';

/** As many as anybody looks through; the session stays small. */
const MOST_FAVOURITES = 300;

type WithSession = Pick<Request, 'session'>;

export function favouritesOf({ session }: WithSession, slug: string): readonly string[] {
  const favourites = session.favourites ?? {};
  return Object.hasOwn(favourites, slug) ? (favourites[slug] ?? []) : [];
}

/** Adds the photo, or takes it out where it is in; true where it is in afterwards. */
export function toggleFavourite({ session }: WithSession, slug: string, photoId: string): boolean {
  const before = favouritesOf({ session }, slug);
  const isIn = before.includes(photoId);
  const after = isIn
    ? before.filter((one) => one !== photoId)
    : [...before, photoId].slice(-MOST_FAVOURITES);
  session.favourites = withEntry(session.favourites, slug, after.length === 0 ? undefined : after);
  return !isIn;
}

/** What a selfie found; of the selfie itself nothing is kept. */
export interface SelfieFinds {
  readonly photoIds: readonly string[];
  readonly consentId: string;
}

declare module 'express-session' {
  interface SessionData {
    selfies: Readonly<Record<string, SelfieFinds>>;
  }
}

export function selfieFindsOf({ session }: WithSession, slug: string): SelfieFinds | undefined {
  const selfies = session.selfies ?? {};
  return Object.hasOwn(selfies, slug) ? selfies[slug] : undefined;
}

export function keepSelfieFinds(
  { session }: WithSession,
  slug: string,
  finds: SelfieFinds | undefined,
): void {
  session.selfies = withEntry(session.selfies, slug, finds);
}

/** The record with that value under the key, or without the key where it is undefined. */
function withEntry<T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string,
  value: T | undefined,
): Readonly<Record<string, T>> {
  const others = Object.entries(record ?? {}).filter(([one]) => one !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}
