import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bib } from '../../../core/domain/ids.js';
import type { Pack } from '../../../core/domain/pack.js';
import type { LeftOfPacks } from '../../../core/domain/pricing/broken-limit.js';
import { priceCart } from '../../../core/domain/pricing/price-cart.js';
import type { CartItem } from '../../../core/domain/pricing/quote.js';
import { usesLeft, type UseLimits } from '../../../core/domain/use-limits.js';
import { item, items, NOW, pack, quoteOf, someItems, somePacks, subsets } from './carts.js';

const none: UseLimits = { perPerson: undefined, perBib: undefined, perDay: undefined };

/** What is left of one pack after so many uses. */
function leftOf(
  one: Pack,
  limits: Partial<UseLimits>,
  earlier: { byPerson?: number; today?: number; ofBib?: Record<string, number> } = {},
): LeftOfPacks {
  const ofBib = new Map(Object.entries(earlier.ofBib ?? {}) as [Bib, number][]);
  const before = { byPerson: earlier.byPerson ?? 0, today: earlier.today ?? 0, ofBib };
  return new Map([[one.id, usesLeft({ ...none, ...limits }, before)]]);
}

describe('a cart of packs with limits', () => {
  const single = pack({ price: 500, size: 'web' });
  const free = pack({ kind: 'sponsored', size: 'web', price: 0 });

  it('gives the sponsored photo to whoever has not had it, and says why to the others', () => {
    const cart = items(2, ['7'], 'web');
    const limits = { perPerson: 1, perBib: 1 };
    const quoteAfter = (earlier: Parameters<typeof leftOf>[2]) =>
      quoteOf(cart, [single, free], { left: leftOf(free, limits, earlier) });
    expect(quoteAfter({})).toMatchObject({ subtotal: 500, withheld: [], proven: true });
    expect(quoteAfter({}).lines.find(({ kind }) => kind === 'sponsored')?.usedFor).toBe('7');
    const withheld = (limit: string) => [{ pack: { id: free.id }, limit }];
    const dear = { subtotal: 1000, proven: true };
    expect(quoteAfter({ byPerson: 1 })).toMatchObject({ ...dear, withheld: withheld('person') });
    expect(quoteAfter({ ofBib: { '7': 1 } })).toMatchObject({ ...dear, withheld: withheld('bib') });
  });

  it('needs no search where no photo that the sponsor could pay for is left', () => {
    const cart = [item('a', ['7'], 'web'), item('b', ['8'], 'hd')];
    const left = leftOf(free, { perPerson: 1, perBib: 1 }, { ofBib: { '7': 1 } });
    const packs = [single, free, pack({ price: 800 })];
    const quote = quoteOf(cart, packs, { left });
    expect(quote).toMatchObject({ subtotal: 1300, withheld: [{ limit: 'bib' }], proven: true });
    // Who has had it is told that, though the runner has had it as well.
    const had = leftOf(free, { perPerson: 1, perBib: 1 }, { byPerson: 1, ofBib: { '7': 1 } });
    expect(quoteOf(cart, packs, { left: had })).toMatchObject({
      withheld: [{ limit: 'person' }],
      proven: true,
    });
  });

  it('counts the photo of a group to a runner of it who has a use left', () => {
    const cart = [item('a', ['7'], 'web'), item('b', ['7', '8'], 'web')];
    const left = leftOf(free, { perBib: 1 }, { ofBib: { '7': 1 } });
    const quote = quoteOf(cart, [single, free], { left });
    expect(quote.lines.find(({ kind }) => kind === 'sponsored')).toMatchObject({
      photoIds: ['b'],
      usedFor: '8',
    });
  });

  it('uses a pack as often as is left of it, also where its day ends', () => {
    const five = pack({ quantity: 5, price: 1000 });
    const one = pack({ price: 800 });
    const quoteWith = (left: LeftOfPacks) => quoteOf(items(10), [five, one], { left });
    expect(quoteWith(new Map()).subtotal).toBe(2000);
    expect(quoteWith(leftOf(five, { perPerson: 1 })).subtotal).toBe(1000 + 5 * 800);
    const today = quoteWith(leftOf(five, { perDay: 100 }, { today: 100 }));
    expect(today).toMatchObject({ subtotal: 8000, withheld: [{ limit: 'day' }], proven: true });
  });

  it('gives all photos of a runner once, and names what it cannot sell', () => {
    const all = pack({ kind: 'all-of-mine', price: 900 });
    const cart = [...items(3, ['7']), ...items(3, ['8'])];
    const left = leftOf(all, { perBib: 1 }, { ofBib: { '7': 1 } });
    const quote = quoteOf(cart, [all, pack({ price: 500 })], { left });
    expect(quote).toMatchObject({ subtotal: 900 + 1500, withheld: [{ limit: 'bib' }] });
    const refused = priceCart({
      items: cart,
      packs: [all],
      left,
      photosOfBib: new Map(),
      photosLeft: 0,
      discount: undefined,
      at: NOW,
    });
    expect(refused).toMatchObject({
      kind: 'not-for-sale',
      photoIds: items(3, ['7']).map(({ photoId }) => photoId),
      withheld: [{ limit: 'bib' }],
    });
  });

  it('keeps every limit, and is never dearer than need be where it says so', () => {
    const limited = somePacks.chain((packs) =>
      fc.tuple(
        fc.constant(packs),
        fc.array(fc.record({ uses: fc.constantFrom(0, 1, 2, Infinity), bib: fc.nat(2) }), {
          minLength: packs.length,
          maxLength: packs.length,
        }),
      ),
    );
    fc.assert(
      fc.property(someItems(5), limited, (cart, [packs, limits]) => {
        const left: LeftOfPacks = new Map(
          packs.map(({ id }, index) => {
            const { uses = Infinity, bib = 2 } = limits[index] ?? {};
            // A bib below has had its use; 2 limits no bib.
            const ofBib = (one: Bib) => (bib === 2 ? Infinity : Number(Number(one) > bib + 1));
            return [id, { uses, limit: 'person', ofBib }] as const;
          }),
        );
        const asked = { photosOfBib: new Map(), photosLeft: 0, discount: undefined, at: NOW };
        const priced = priceCart({ items: cart, packs, left, ...asked });
        const lowest = lowestLimited(cart, packs, left);
        if (priced.kind !== 'priced') return;
        const { lines, subtotal, proven } = priced.quote;
        for (const one of packs) {
          const used = lines.filter(({ packId }) => packId === one.id);
          const { uses = 0, ofBib = () => 0 } = left.get(one.id) ?? {};
          expect(used.length).toBeLessThanOrEqual(uses);
          for (const { usedFor } of used)
            if (usedFor !== undefined)
              expect(used.filter((line) => line.usedFor === usedFor).length).toBeLessThanOrEqual(
                ofBib(usedFor),
              );
        }
        expect(subtotal).toBeGreaterThanOrEqual(lowest);
        if (proven) expect(subtotal).toBe(lowest);
      }),
      { numRuns: 300 },
    );
  });
});

/** The lowest price by trying everything, as `lowestPrice` does, with the uses that are left. */
function lowestLimited(
  all: readonly CartItem[],
  packs: readonly Pack[],
  left: LeftOfPacks,
): number {
  const fits = (one: Pack, index: number) => one.size === 'hd' || all[index]?.size === 'web';
  function payFor(rest: readonly number[], used: readonly string[]): number {
    const [first, ...others] = rest;
    if (first === undefined) return 0;
    let lowest = Infinity;
    for (const one of packs) {
      const uses = left.get(one.id);
      if (!fits(one, first) || uses === undefined) continue;
      const before = used.filter((use) => use.startsWith(`${one.id} `));
      if (before.length >= uses.uses) continue;
      if (one.kind === 'sponsored' && used.includes('sponsored')) continue;
      const possible = others.filter((index) => fits(one, index));
      for (const [bib, set] of setsOf(one, first, possible)) {
        const bibs = bib === undefined ? set.flatMap((index) => all[index]?.bibs ?? []) : [bib];
        const timesOf = (runner: Bib) =>
          before.filter((use) => use === `${one.id} ${runner}`).length;
        const runners = bibs.filter((runner) => uses.ofBib(runner) > timesOf(runner));
        const ways = bibs.length === 0 ? [''] : runners;
        for (const runner of ways) {
          const now = [...used, `${one.id} ${runner}`];
          if (one.kind === 'sponsored') now.push('sponsored');
          const after = rest.filter((index) => !set.includes(index));
          lowest = Math.min(lowest, one.price + payFor(after, now));
        }
      }
    }
    return lowest;
  }
  function setsOf(
    one: Pack,
    first: number,
    rest: readonly number[],
  ): [Bib | undefined, number[]][] {
    if (one.kind === 'sponsored') return [[undefined, [first]]];
    if (one.kind === 'photos')
      return subsets(rest)
        .filter((set) => set.length < (one.quantity ?? 0))
        .map((set) => [undefined, [first, ...set]]);
    return (all[first]?.bibs ?? []).flatMap((bib) =>
      subsets(rest.filter((index) => all[index]?.bibs.includes(bib))).map(
        (set): [Bib, number[]] => [bib, [first, ...set]],
      ),
    );
  }
  return payFor([...all.keys()], []);
}
