/**
 * Who looks at photos as people do, and who takes them in as machines do. People behind one address
 * are many: what tells them from a scraper is what they do, not how many they are.
 *
 * The rules, in the order in which they are asked:
 * - Each visitor has a pace: two pages a second, and some in a row.
 * - Photos of those whom the visitor searched for are the visitor's own affair, for a few searches.
 * - Whoever has sent a form (a cart, a heart) is a person.
 * - Whoever goes on from photo to photo, in their order and as fast as eyes are, is a person soon.
 * - All others at one address share a budget of 60 photo pages a minute. Its larger part is for
 *   newcomers, and comes back when they turn out to be people; its smaller part is for suspects.
 */

/** What a page costs of the visitor's pace, in milliseconds: two photos a second. */
export const PHOTO_COST_MS = 500;
/** A page of the gallery shows sixty photos. */
export const LISTING_COST_MS = 1000;
/** In a row, before the pace holds; people flick through what they do not want. */
const BURST_MS = 20 * PHOTO_COST_MS;
/** Of those who sent a form, and of photos that were searched for. */
const BURST_OF_PEOPLE_MS = 40 * PHOTO_COST_MS;
/** What a visitor has of it at the first moment; the rest comes with time. */
const FIRST_BURST_MS = 5 * PHOTO_COST_MS;

/** Nobody has read a page and chosen a photo sooner. */
const FRESH_MS = 1000;
/** Faster than eyes, from one photo to the next. */
export const QUICK_MS = 300;
/** Steps from photo to photo that make a newcomer a person. */
export const STEPS_OF_A_PERSON = 4;
/** Photos here and there of one newcomer: who goes on so takes from other newcomers. */
const MOST_JUMPS_OF_A_NEWCOMER = 3;
/** Bibs or names that one visitor looks for: a family, a club. */
const MOST_SEARCHES = 8;
const MOST_SEARCHES_OF_ACTORS = 40;
/** How long a suspect stays one after the last reason for it. */
export const SUSPECT_SECONDS = 60;

/** So much at once, and so much comes back in a minute; no minute gives more than their sum. */
export interface Budget {
  readonly name: string;
  readonly atOnce: number;
  readonly perMinute: number;
}

/** 60 photo pages a minute together, as one address had when it was one person. */
export const NEWCOMERS: Budget = { name: 'newcomers', atOnce: 15, perMinute: 20 };
export const SUSPECTS: Budget = { name: 'suspects', atOnce: 5, perMinute: 20 };
/** Of a newcomer's budget, what is left for those who have begun to go on from photo to photo. */
export const KEPT_FOR_THOSE_WHO_GO_ON = 5;
/** First pages without a token; what one costs comes back with the visitor's second. */
export const ARRIVALS: Budget = { name: 'arrivals', atOnce: 3000, perMinute: 1200 };
export const ARRIVAL_COST = 1;
/** By the code on a bib. Whoever lists everybody's bibs never comes back. */
export const SEARCHING_ARRIVAL_COST = 10;

export interface Visit {
  readonly since: Date;
  readonly cameSearching: boolean;
  readonly hasActed: boolean;
}

/** What of a visitor's pace, and how many searches, one page may find. */
export function allowanceOf({ since, hasActed }: Visit, isFound: boolean) {
  const burstMs = hasActed || isFound ? BURST_OF_PEOPLE_MS : BURST_MS;
  return {
    burstMs,
    /** Until then what the visitor has in a row is still growing. */
    pacedUntil: new Date(since.getTime() + burstMs - FIRST_BURST_MS),
    mostSearches: hasActed ? MOST_SEARCHES_OF_ACTORS : MOST_SEARCHES,
  };
}

export function isFresh({ since }: Visit, at: Date): boolean {
  return at.getTime() - since.getTime() < FRESH_MS;
}

/** How a page follows from the visitor's last one. */
export type Step =
  /** The first page of an event. */
  | 'entry'
  /** The results of a search, or a photo among them. */
  | 'own'
  /** More searches than one visitor has. */
  | 'search'
  /** The neighbour of the last photo, or the next page of the gallery. */
  | 'on'
  /** The same photo again. */
  | 'again'
  /** Any other photo or page. */
  | 'jump';

/** What is known of a visitor with the page that is asked for. */
export interface Look {
  readonly step: Step;
  /** Steps on from photo to photo, less what jumps cost. */
  readonly steps: number;
  /** Jumps, this one included, less the steps on. */
  readonly jumps: number;
  /** Sooner after the last page than eyes are. */
  readonly isQuick: boolean;
  /** Over the visitor's pace. */
  readonly isHasty: boolean;
  /** Was hasty a short while ago. */
  readonly isSuspect: boolean;
  /** Was refused a short while ago, and not as one who is known to be a person. */
  readonly wasRefused: boolean;
  readonly hasActed: boolean;
}

export type Judgement =
  | { readonly kind: 'serve'; readonly isNowAPerson: boolean }
  /** In a moment the pace is kept again. */
  | { readonly kind: 'wait' }
  /** Served as far as the budgets go, in this order; a budget is left with so much at least. */
  | { readonly kind: 'charge'; readonly budgets: readonly (readonly [Budget, number])[] };

const AS_SUSPECT: Judgement = { kind: 'charge', budgets: [[SUSPECTS, 0]] };
const SERVE: Judgement = { kind: 'serve', isNowAPerson: false };

export function judge(look: Look): Judgement {
  const { step, steps, jumps, isQuick, isHasty, isSuspect, wasRefused, hasActed } = look;
  if (step === 'entry') return isHasty ? { kind: 'wait' } : SERVE;
  if (isHasty || isSuspect || step === 'search') return AS_SUSPECT;
  if (step === 'own' || hasActed) return SERVE;
  if (steps >= STEPS_OF_A_PERSON) {
    const isNowAPerson = step === 'on' && !isQuick && steps === STEPS_OF_A_PERSON;
    return { kind: 'serve', isNowAPerson };
  }
  // What newcomers have is for those who were not found to want too much of it.
  if (isQuick || wasRefused || jumps > MOST_JUMPS_OF_A_NEWCOMER) return AS_SUSPECT;
  const kept = step === 'on' ? 0 : KEPT_FOR_THOSE_WHO_GO_ON;
  return {
    kind: 'charge',
    budgets: [
      [NEWCOMERS, kept],
      [SUSPECTS, 0],
    ],
  };
}
