import type { Bib } from './ids.js';

/** How often an offer, a pack or a discount code, may be used in its event; any number where undefined. */
export interface UseLimits {
  /** By whoever has the address or the session. */
  readonly perPerson: number | undefined;
  /** For the photos of one runner, whoever buys. */
  readonly perBib: number | undefined;
  /** By all together, on a day of the event's time zone. */
  readonly perDay: number | undefined;
}

export const NO_LIMITS: UseLimits = {
  perPerson: undefined,
  perBib: undefined,
  perDay: undefined,
};

/** A limit in a seller's words; what an offer has without one, where undefined. */
export type WantedLimit = number | 'any' | undefined;

export interface WantedLimits {
  readonly perPerson?: WantedLimit;
  readonly perBib?: WantedLimit;
  readonly perDay?: WantedLimit;
}

/** What was asked for, else the usual limits of such an offer. */
export function chooseLimits(wanted: WantedLimits, usual: UseLimits): UseLimits {
  const choose = (limit: WantedLimit, otherwise: number | undefined) =>
    limit === undefined ? otherwise : limit === 'any' ? undefined : limit;
  return {
    perPerson: choose(wanted.perPerson, usual.perPerson),
    perBib: choose(wanted.perBib, usual.perBib),
    perDay: choose(wanted.perDay, usual.perDay),
  };
}

/** Which limit leaves nothing of an offer. */
export type UseLimit = 'person' | 'bib' | 'day';

/** How often an offer was used before: paid, on its way, or held by an order that waits. */
export interface EarlierUses {
  readonly byPerson: number;
  readonly today: number;
  readonly ofBib: ReadonlyMap<Bib, number>;
}

/** What is left of an offer for one buyer; Infinity where nothing limits it. */
export interface UsesLeft {
  readonly uses: number;
  /** The limit that `uses` comes from. */
  readonly limit: 'person' | 'day';
  ofBib(bib: Bib): number;
}

export function hasLimits(limits: UseLimits | undefined): limits is UseLimits {
  return limits !== undefined && Object.values(limits).some((limit) => limit !== undefined);
}

export function usesLeft(limits: UseLimits, earlier: EarlierUses | undefined): UsesLeft {
  const left = (limit: number | undefined, used: number) =>
    limit === undefined ? Infinity : Math.max(0, limit - used);
  const person = left(limits.perPerson, earlier?.byPerson ?? 0);
  const day = left(limits.perDay, earlier?.today ?? 0);
  return {
    uses: Math.min(person, day),
    limit: person <= day ? 'person' : 'day',
    ofBib: (bib) => left(limits.perBib, earlier?.ofBib.get(bib) ?? 0),
  };
}

/**
 * The runner to whom a use for photos with these bibs counts: the first who has one left. A stranger's
 * photo in a group thus takes nothing from the others in it. Undefined where the photos have no bib;
 * false where nobody of them has a use left.
 */
export function runnerOfUse(
  bibs: Iterable<Bib>,
  leftOf: (bib: Bib) => number,
): Bib | undefined | false {
  const sorted = [...new Set(bibs)].sort();
  if (sorted.length === 0) return undefined;
  return sorted.find((bib) => leftOf(bib) > 0) ?? false;
}
