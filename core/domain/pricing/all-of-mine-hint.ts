import type { Bib } from '../ids.js';
import { cents } from '../money.js';
import { combinationFor, type HintedCart, type PossibleHint } from './hinted-cart.js';

/** "All 23 photos with bib 1234, for 11.00 more": the price of the cart with all of them in it. */
export function allOfMineHint(cart: HintedCart): PossibleHint | undefined {
  const { items, photosOfBib, size, today, totalOf } = cart;
  const bib = mostFrequentBib(cart);
  if (bib === undefined) return undefined;
  const photos = photosOfBib.get(bib) ?? 0;
  const more = photos - countOf(bib, cart);
  if (more < 1) return undefined;
  const all = [...items, ...Array.from({ length: more }, () => ({ size, bibs: [bib] }))];
  const combination = combinationFor(cart, all);
  const line = combination?.lines.find((one) => one.bib === bib);
  if (line === undefined || !combination?.proven) return undefined;
  const total = totalOf(combination.cost);
  const extra = cents(total - totalOf(today.cost));
  return {
    more,
    extra,
    hint: { kind: 'all-of-mine', bib, photos, packId: line.pack.id, total, extra },
  };
}

/** Whose photos are most in the cart, of those whose photos are not all bought anyway. */
function mostFrequentBib(cart: HintedCart): Bib | undefined {
  const bought = new Set(cart.today.lines.map(({ bib }) => bib));
  const bibs = [...new Set(cart.items.flatMap((item) => item.bibs))].filter(
    (bib) => !bought.has(bib),
  );
  const [first] = bibs.sort((a, b) => countOf(b, cart) - countOf(a, cart) || (a < b ? -1 : 1));
  return first;
}

function countOf(bib: Bib, { items }: HintedCart): number {
  return items.filter((item) => item.bibs.includes(bib)).length;
}
