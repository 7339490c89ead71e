import type { Db } from '../db/query.js';
import type { Discount } from '../domain/pricing/discount.js';
import type { Quote } from '../domain/pricing/quote.js';
import type { RaceEvent } from '../domain/event.js';
import type { PhotoSize } from '../domain/pack.js';

/** What the visitor's session or form says: nothing in it is trusted. */
export interface WantedItem {
  readonly photoId: string;
  readonly size: PhotoSize;
}

/** Why a photo cannot be bought. */
export interface CartRefusal {
  readonly photoId: string;
  readonly reason:
    | 'unknown-photo'
    | 'other-event'
    | 'not-kept'
    | 'taken-down'
    /** No pack on sale pays for the size wanted. */
    | 'not-for-sale';
}

/** What became of the discount code that the buyer typed. */
export type CodeOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'accepted'; readonly discount: Discount }
  | { readonly kind: 'unknown' | 'expired' | 'used-up'; readonly code: string };

export type PricedOrder =
  | {
      readonly kind: 'priced';
      readonly event: RaceEvent;
      readonly quote: Quote;
      readonly code: CodeOutcome;
    }
  /** Photos to take out of the cart, the others may stay. */
  | {
      readonly kind: 'refused';
      readonly event: RaceEvent;
      readonly refusals: readonly CartRefusal[];
    }
  /** The event is not there, not public yet, or no longer: nothing of it is sold. */
  | { readonly kind: 'not-on-sale' };

export type PriceEventCart = (
  db: Db,
  cart: {
    readonly eventSlug: string;
    readonly items: readonly WantedItem[];
    /** As typed; undefined or empty for none. */
    readonly code: string | undefined;
    readonly at: Date;
  },
) => Promise<PricedOrder>;
