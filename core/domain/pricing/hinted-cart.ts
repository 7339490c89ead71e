import type { Bib } from '../ids.js';
import type { Cents } from '../money.js';
import type { Pack, PhotoSize } from '../pack.js';
import type { LeftOfPacks } from './broken-limit.js';
import type { Combination } from './cheapest-combination.js';
import { limitedCombination } from './limited-combination.js';
import type { PriceHint } from './quote.js';
import type { PricedItem } from './runner-candidates.js';

export interface HintedCart {
  readonly items: readonly PricedItem[];
  /** Those on sale. */
  readonly packs: readonly Pack[];
  readonly left: LeftOfPacks;
  /** How many photos of the event have a bib. */
  readonly photosOfBib: ReadonlyMap<Bib, number>;
  /** Public photos of the event that are not in the cart, or MOST_MORE where there are more. */
  readonly photosLeft: number;
  /** The size of the photos that would be added. */
  readonly size: PhotoSize;
  /** The cart as it is. */
  readonly today: Combination;
  /** What the buyer pays for lines that cost that much: with discount and service fee. */
  readonly totalOf: (cost: number) => Cents;
}

/** A hint with what decides between hints. */
export interface PossibleHint {
  readonly hint: PriceHint;
  /** Photos added. */
  readonly more: number;
  readonly extra: Cents;
}

/** The price of another cart for the same buyer; undefined where it cannot be had. */
export function combinationFor(
  { packs, left }: Pick<HintedCart, 'packs' | 'left'>,
  items: readonly PricedItem[],
): Combination | undefined {
  const combination = limitedCombination(items, packs, left);
  return 'unpayable' in combination ? undefined : combination;
}
