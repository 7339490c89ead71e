import type { Bib } from '../ids.js';
import type { Pack } from '../pack.js';
import type { Discount } from './discount.js';
import type { CartItem, PricedCart } from './quote.js';

export interface CartToPrice {
  /** Each photo once. */
  readonly items: readonly CartItem[];
  /** What the event offers, at any time. */
  readonly packs: readonly Pack[];
  /** How many public photos of the event have a bib; a bib that is missing is not hinted at. */
  readonly photosOfBib: ReadonlyMap<Bib, number>;
  readonly discount: Discount | undefined;
  /** Now: packs have dates. */
  readonly at: Date;
}

export type PriceCart = (cart: CartToPrice) => PricedCart;
