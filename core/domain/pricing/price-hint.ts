import { cents } from '../money.js';
import type { Pack, PhotoSize } from '../pack.js';
import { allOfMineHint } from './all-of-mine-hint.js';
import type { Combination } from './cheapest-combination.js';
import { combinationFor, type HintedCart, type PossibleHint } from './hinted-cart.js';
import { covers } from './pack-choice.js';
import type { PriceHint } from './quote.js';
import type { PricedItem } from './runner-candidates.js';

/** Each hint is the price of another cart, so they are worked out for carts of people only. */
const MOST_ITEMS = 60;
/** Nobody takes twenty more photos for the sake of a pack. */
export const MOST_MORE = 12;
/** Nor pays more than so many times the cart besides: a hint is no advertisement. */
const MOST_EXTRA = 2;

/**
 * The most useful thing that is true of the same cart with more photos: what costs nothing comes
 * first, then what costs least for each photo added. Photos that are added are taken to have no bib
 * in common with the cart, but for those of an all-of-mine pack; where they do, the price is the
 * same or lower.
 */
export function priceHint(cart: Omit<HintedCart, 'size'>): PriceHint | undefined {
  const { items, today } = cart;
  if (items.length === 0 || items.length > MOST_ITEMS || !today.proven) return undefined;
  // More of what the buyer takes: HD where anything is.
  const size: PhotoSize = items.some((item) => item.size === 'hd') ? 'hd' : 'web';
  const hinted = { ...cart, size };
  const larger = largerCarts(hinted);
  const total = cart.totalOf(today.cost);
  const free = larger.filter(({ cost }) => cart.totalOf(cost) === total).length;
  if (free > 0) return { kind: 'free', more: free, size };
  const [best] = [packHint(hinted, larger), allOfMineHint(hinted)]
    .filter((possible) => possible !== undefined)
    .filter(({ extra }) => extra <= total * MOST_EXTRA)
    .sort((a, b) => a.extra * b.more - b.extra * a.more);
  return best?.hint;
}

/** The cart with 1, 2, 3 ... more photos, of those that there are; none where packs of photos do not sell the size. */
function largerCarts(cart: HintedCart): Combination[] {
  const { items, packs, size, photosLeft } = cart;
  const sold = packs.filter((pack) => pack.kind === 'photos' && covers(pack, size));
  const largest = Math.max(0, ...sold.map(({ quantity }) => quantity ?? 0));
  const most = Math.min(MOST_MORE, photosLeft, largest);
  return Array.from({ length: most }, (_, index) => withMore(items, index + 1, size)).flatMap(
    (larger) => combinationFor(cart, larger) ?? [],
  );
}

function withMore(items: readonly PricedItem[], more: number, size: PhotoSize): PricedItem[] {
  return [...items, ...Array.from({ length: more }, () => ({ size, bibs: [] }))];
}

/**
 * "2 more, and the pack of 5 is cheaper": the first pack of several photos that the cart does not
 * use yet and the larger cart does, with as many photos more as it pays for at the same price.
 */
function packHint(cart: HintedCart, larger: readonly Combination[]): PossibleHint | undefined {
  const { items, packs, size, today, totalOf } = cart;
  const used = new Set(today.lines.map(({ pack }) => pack.id));
  const isNew = (pack: Pack) =>
    pack.kind === 'photos' && (pack.quantity ?? 0) > 1 && covers(pack, size) && !used.has(pack.id);
  for (const [index, combination] of larger.entries()) {
    const pack = combination.lines.map((line) => line.pack).find(isNew);
    if (pack === undefined || pack.quantity === undefined) continue;
    const sameCost = larger.slice(index).findIndex(({ cost }) => cost !== combination.cost);
    const more = sameCost === -1 ? larger.length : index + sameCost;
    const others = packs.filter((other) => other.id !== pack.id);
    const without = combinationFor({ ...cart, packs: others }, withMore(items, more, size));
    if (without === undefined || without.cost <= combination.cost) continue;
    if (!combination.proven || !without.proven) continue;
    const total = totalOf(combination.cost);
    const extra = cents(total - totalOf(today.cost));
    return {
      more,
      extra,
      hint: {
        kind: 'pack',
        more,
        size,
        packId: pack.id,
        quantity: pack.quantity,
        total,
        totalWithout: totalOf(without.cost),
        extra,
      },
    };
  }
  return undefined;
}
