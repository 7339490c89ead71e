import fc from 'fast-check';
import type { Bib, EventId, PhotoId } from '../../../core/domain/ids.js';
import { cents } from '../../../core/domain/money.js';
import type { Pack, PackId } from '../../../core/domain/pack.js';
import type { PricedItem } from '../../../core/domain/pricing/runner-candidates.js';
import { priceCart, type CartToPrice } from '../../../core/domain/pricing/price-cart.js';
import type { CartItem, Quote } from '../../../core/domain/pricing/quote.js';

export const NOW = new Date('2026-06-21T12:00:00Z');

let made = 0;
export function pack(terms: Partial<Omit<Pack, 'price'>> & { readonly price: number }): Pack {
  made += 1;
  return {
    id: `pack-${String(made).padStart(6, '0')}` as PackId,
    eventId: 'event' as EventId,
    kind: 'photos',
    size: 'hd',
    availableFrom: undefined,
    availableUntil: undefined,
    ...terms,
    quantity: (terms.kind ?? 'photos') === 'photos' ? (terms.quantity ?? 1) : undefined,
    price: cents(terms.price),
  };
}

export function item(photoId: string, bibs: readonly string[] = [], size: Pack['size'] = 'hd') {
  return { photoId: photoId as PhotoId, size, bibs: bibs as Bib[] } satisfies CartItem;
}

/** So many photos of one size, with those bibs. */
export function items(count: number, bibs: readonly string[] = [], size: Pack['size'] = 'hd') {
  return Array.from({ length: count }, (_, index) =>
    item(`photo-${bibs.join('+')}-${size}-${String(index).padStart(5, '0')}`, bibs, size),
  );
}

/** Photos of groups: each of 1 to `largest` people who stand beside each other in the field, the same for the same seed. */
export function groupPhotos(
  count: number,
  {
    people,
    largest,
    seed,
  }: { readonly people: number; readonly largest: number; readonly seed: number },
): CartItem[] {
  const group = fc.tuple(fc.nat(people - 1), fc.integer({ min: 1, max: largest }));
  return fc
    .sample(fc.array(group, { minLength: count, maxLength: count, size: 'max' }), {
      seed,
      numRuns: 1,
    })
    .flat()
    .map(([first, size], index) =>
      item(
        `photo-${String(index).padStart(5, '0')}`,
        Array.from({ length: size }, (_, place) => String(100 + ((first + place) % people))),
      ),
    );
}

/** The quote of a cart that has to have one. */
export function quoteOf(
  cart: readonly CartItem[],
  packs: readonly Pack[],
  more: Partial<CartToPrice> = {},
): Quote {
  const priced = priceCart({
    items: cart,
    packs,
    photosOfBib: new Map(),
    photosLeft: 100,
    discount: undefined,
    at: NOW,
    ...more,
  });
  if (priced.kind !== 'priced') throw new Error(`Not for sale: ${priced.photoIds.join(', ')}`);
  return priced.quote;
}

/** The packs that the program suggests: 8.00, 5 for 25.00, 10 for 40.00, all of mine 35.00, and a web photo for 5.00. */
export const usualPacks: readonly Pack[] = [
  pack({ price: 500, size: 'web' }),
  pack({ price: 800 }),
  pack({ price: 2500, quantity: 5 }),
  pack({ price: 4000, quantity: 10 }),
  pack({ price: 3500, kind: 'all-of-mine' }),
];

/** The photos that no pack pays for. */
export function unpaid(cart: readonly CartItem[], packs: readonly Pack[]): readonly PhotoId[] {
  const priced = priceCart({
    items: cart,
    packs,
    photosOfBib: new Map(),
    photosLeft: 100,
    discount: undefined,
    at: NOW,
  });
  return priced.kind === 'priced' ? [] : priced.photoIds;
}

const size = fc.constantFrom<Pack['size']>('web', 'hd');

/** Few prices and few bibs, so that ties and overlaps are common. */
export const somePacks: fc.Arbitrary<Pack[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom<Pack['kind']>('photos', 'photos', 'photos', 'all-of-mine', 'sponsored'),
      quantity: fc.integer({ min: 1, max: 5 }),
      size,
      price: fc.integer({ min: 0, max: 12 }),
    })
    .map(pack),
  { minLength: 1, maxLength: 6 },
);

export function someItems(maxLength: number): fc.Arbitrary<CartItem[]> {
  const bibs = fc.subarray(['1', '2', '3', '4']);
  return fc
    .array(fc.record({ bibs, size }), { maxLength })
    .map((all) => all.map((one, index) => item(`photo-${index}`, one.bibs, one.size)));
}

/**
 * The lowest price by trying everything: the first item that is not paid is paid by each pack that
 * can, together with each set of the others. Infinity where nothing pays for all.
 */
export function lowestPrice(all: readonly PricedItem[], packs: readonly Pack[]): number {
  const known = new Map<string, number>();
  const fits = (pack: Pack, index: number) => pack.size === 'hd' || all[index]?.size === 'web';

  function payFor(left: readonly number[], sponsorLeft: boolean): number {
    const [first, ...others] = left;
    if (first === undefined) return 0;
    const key = `${left.join(',')} ${sponsorLeft}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let lowest = Infinity;
    for (const one of packs) {
      if (!fits(one, first)) continue;
      const rest = others.filter((index) => fits(one, index));
      for (const paid of setsPaid(one, first, rest, sponsorLeft)) {
        const after = left.filter((index) => !paid.includes(index));
        const sponsor = sponsorLeft && one.kind !== 'sponsored';
        lowest = Math.min(lowest, one.price + payFor(after, sponsor));
      }
    }
    known.set(key, lowest);
    return lowest;
  }

  function setsPaid(one: Pack, first: number, rest: number[], sponsorLeft: boolean): number[][] {
    if (one.kind === 'sponsored') return sponsorLeft ? [[first]] : [];
    if (one.kind === 'all-of-mine') {
      return (all[first]?.bibs ?? []).flatMap((bib) =>
        subsets(rest.filter((index) => all[index]?.bibs.includes(bib))).map((set) => [
          first,
          ...set,
        ]),
      );
    }
    return subsets(rest)
      .filter((set) => set.length < (one.quantity ?? 0))
      .map((set) => [first, ...set]);
  }

  return payFor([...all.keys()], true);
}

export function subsets<T>(values: readonly T[]): T[][] {
  return values.reduce<T[][]>(
    (sets, value) => [...sets, ...sets.map((set) => [...set, value])],
    [[]],
  );
}
