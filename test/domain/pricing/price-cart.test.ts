import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceCart } from '../../../core/domain/pricing/price-cart.js';
import {
  groupPhotos,
  item,
  items,
  lowestPrice,
  NOW,
  pack,
  quoteOf,
  someItems,
  somePacks,
  subsets,
  unpaid,
  usualPacks,
} from './carts.js';

describe('the price of a cart', () => {
  it.each([
    [1, 800],
    [3, 2400],
    // The pack of 5 also pays for 4.
    [4, 2500],
    [5, 2500],
    [6, 3300],
    [7, 4000],
    [10, 4000],
    [11, 4800],
    [20, 8000],
  ])('takes the cheapest packs for %i photos', (count, subtotal) => {
    expect(quoteOf(items(count), usualPacks)).toMatchObject({ subtotal, proven: true });
  });

  it('is not greedy: two packs of 3 are cheaper than one of 5 and a single', () => {
    const packs = [
      pack({ price: 10 }),
      pack({ quantity: 3, price: 16 }),
      pack({ quantity: 5, price: 25 }),
    ];
    expect(quoteOf(items(6), packs).subtotal).toBe(32);
  });

  it('buys all photos of a runner where that is cheaper', () => {
    const quote = quoteOf([...items(8, ['12']), ...items(1)], usualPacks);
    expect(quote.subtotal).toBe(4000);
    const larger = quoteOf([...items(12, ['12']), ...items(1)], usualPacks);
    expect(larger.subtotal).toBe(3500 + 800);
    expect(larger.lines.map(({ kind, bib, photoIds }) => [kind, bib, photoIds.length])).toEqual([
      ['all-of-mine', '12', 12],
      ['photos', undefined, 1],
    ]);
  });

  it('counts a photo of several runners once', () => {
    const cart = [...items(10, ['1']), ...items(10, ['2']), ...items(5, ['1', '2'])];
    expect(
      quoteOf(cart, [pack({ price: 800 }), pack({ kind: 'all-of-mine', price: 3500 })]),
    ).toMatchObject({
      subtotal: 7000,
      lines: [
        { bib: '1', photoIds: { length: 15 } },
        { bib: '2', photoIds: { length: 10 } },
      ],
    });
  });

  it('lets a pack of originals pay for web versions, and not the other way round', () => {
    const [web, hd] = [
      pack({ size: 'web', price: 100 }),
      pack({ size: 'hd', quantity: 2, price: 600 }),
    ];
    expect(quoteOf([item('a'), item('b', [], 'web')], [web, hd]).subtotal).toBe(600);
    expect(
      priceCart({
        items: [item('a')],
        packs: [web],
        photosOfBib: new Map(),
        photosLeft: 100,
        discount: undefined,
        at: NOW,
      }),
    ).toEqual({
      kind: 'not-for-sale',
      photoIds: ['a'],
      withheld: [],
    });
  });

  it('gives one sponsored photo an order, the one that saves most', () => {
    const packs = [...usualPacks, pack({ kind: 'sponsored', size: 'web', price: 0 })];
    expect(quoteOf(items(1, [], 'web'), packs)).toMatchObject({
      subtotal: 0,
      serviceFee: 0,
      total: 0,
    });
    expect(quoteOf(items(3, [], 'web'), packs)).toMatchObject({ subtotal: 1000, total: 1100 });
    expect(quoteOf(items(1), packs).subtotal).toBe(800);
  });

  it('keeps to the dates of early-bird packs: from included, until excluded', () => {
    const early = pack({ price: 500, availableFrom: new Date('2026-06-01Z'), availableUntil: NOW });
    const packs = [pack({ price: 800 }), early];
    const priceAt = (at: string) => quoteOf(items(1), packs, { at: new Date(at) }).subtotal;
    expect(priceAt('2026-05-31T23:59:59.999Z')).toBe(800);
    expect(priceAt('2026-06-01T00:00:00.000Z')).toBe(500);
    expect(priceAt('2026-06-21T11:59:59.999Z')).toBe(500);
    expect(priceAt('2026-06-21T12:00:00.000Z')).toBe(800);
  });

  it('adds the service fee once, and none to an empty cart', () => {
    expect(quoteOf(items(5), usualPacks)).toMatchObject({
      subtotal: 2500,
      serviceFee: 100,
      total: 2600,
    });
    expect(quoteOf([], usualPacks)).toMatchObject({
      lines: [],
      subtotal: 0,
      serviceFee: 0,
      total: 0,
    });
  });

  it('prices 5,000 photos: of nobody, of one runner, of a hundred', () => {
    const runners = Array.from({ length: 100 }, (_, runner) => items(50, [`${1000 + runner}`]));
    expect(quoteOf(items(5000), usualPacks)).toMatchObject({ subtotal: 2_000_000, proven: true });
    expect(quoteOf(items(5000, ['1']), usualPacks)).toMatchObject({ subtotal: 3500, proven: true });
    const quote = quoteOf(runners.flat(), usualPacks);
    expect(quote).toMatchObject({ subtotal: 350_000, proven: true });
    expect(quote.lines).toHaveLength(100);
  });

  it('proves the price of a club: 5,000 photos of groups of up to six of sixty people', () => {
    const quote = quoteOf(groupPhotos(5000, { people: 60, largest: 6, seed: 1 }), usualPacks);
    expect(quote).toMatchObject({ subtotal: 191_500, proven: true });
  });

  it('says so where it cannot prove a price, and still has a fair one', () => {
    // A start of 400 runners, two in each photo: which packs to buy is a hard puzzle.
    const cart = Array.from({ length: 4000 }, (_, index) =>
      item(`photo-${index}`, [`${index % 400}`, `${(index * 7 + ((index / 400) | 0) * 31) % 400}`]),
    );
    const quote = quoteOf(cart, usualPacks);
    expect(quote.proven).toBe(false);
    // All of everybody's, and ten by ten.
    expect(quote.subtotal).toBeLessThan(Math.min(400 * 3500, 400 * 4000));
    expect(quote.lines.flatMap(({ photoIds }) => photoIds)).toHaveLength(4000);
  });

  it('is the lowest there is, by brute force', () => {
    fc.assert(
      fc.property(someItems(6), somePacks, (cart, packs) => {
        const lowest = lowestPrice(cart, packs);
        const priced = priceCart({
          items: cart,
          packs,
          photosOfBib: new Map(),
          photosLeft: 100,
          discount: undefined,
          at: NOW,
        });
        if (lowest === Infinity) expect(priced.kind).toBe('not-for-sale');
        else
          expect(priced).toMatchObject({
            kind: 'priced',
            quote: { subtotal: lowest, proven: true },
          });
      }),
      { numRuns: 3000 },
    );
  });

  it('is not greedy about runners either', () => {
    // 2 has most photos, but 1 and 3 have all of them between them.
    const cart = [
      ...items(2, ['1', '2']),
      ...items(2, ['2', '3']),
      ...items(1, ['1']),
      ...items(1, ['3']),
    ];
    const packs = [pack({ price: 6 }), pack({ kind: 'all-of-mine', price: 10 })];
    expect(quoteOf(cart, packs).lines.map(({ bib }) => bib)).toEqual(['1', '3']);
  });

  it('is the lowest of all choices of runners in larger carts', () => {
    const bibs = ['1', '2', '3', '4', '5', '6'];
    const carts = fc.array(fc.subarray(bibs, { maxLength: 3 }), { minLength: 5, maxLength: 40 });
    const prices = fc.record({
      single: fc.integer({ min: 2, max: 6 }),
      five: fc.integer({ min: 8, max: 20 }),
      runner: fc.integer({ min: 6, max: 30 }),
    });
    fc.assert(
      fc.property(carts, prices, (tagged, { single, five, runner }) => {
        const cart = tagged.map((some, index) => item(`photo-${index}`, some));
        const ofPhotos = [pack({ price: single }), pack({ quantity: 5, price: five })];
        const prices = cart.map((_, index) => quoteOf(items(index + 1), ofPhotos).subtotal);
        const lowest = subsets(bibs).map((bought) => {
          const left = tagged.filter((some) => !some.some((bib) => bought.includes(bib))).length;
          return bought.length * runner + (prices[left - 1] ?? 0);
        });
        const packs = [...ofPhotos, pack({ kind: 'all-of-mine', price: runner })];
        expect(quoteOf(cart, packs)).toMatchObject({ subtotal: Math.min(...lowest), proven: true });
      }),
      { numRuns: 500 },
    );
  });

  it('has every photo in exactly one line, of a pack that may pay for it', () => {
    fc.assert(
      fc.property(someItems(12), somePacks, (cart, packs) => {
        fc.pre(unpaid(cart, packs).length === 0);
        const quote = quoteOf(cart, packs);
        expect(quote.lines.flatMap(({ photoIds }) => photoIds).sort()).toEqual(
          cart.map(({ photoId }) => photoId).sort(),
        );
        expect(quote.lines.filter(({ kind }) => kind === 'sponsored').length).toBeLessThanOrEqual(
          1,
        );
        for (const line of quote.lines) {
          const sold = packs.find(({ id }) => id === line.packId);
          expect(line).toMatchObject({ kind: sold?.kind, size: sold?.size, price: sold?.price });
          const paid = cart.filter(({ photoId }) => line.photoIds.includes(photoId));
          expect(paid.length).toBeGreaterThan(0);
          expect(paid.length).toBeLessThanOrEqual(
            line.kind === 'photos' ? (line.quantity ?? 0) : line.kind === 'sponsored' ? 1 : 12,
          );
          for (const one of paid) {
            if (line.size === 'web') expect(one.size).toBe('web');
            if (line.bib !== undefined) expect(one.bibs).toContain(line.bib);
          }
        }
        expect(quote.lines.reduce((sum, { price }) => sum + price, 0)).toBe(quote.subtotal);
        expect(quote.total).toBe(quote.subtotal + (quote.subtotal > 0 ? 100 : 0));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of items and packs', () => {
    const shuffled = fc
      .tuple(someItems(10), somePacks)
      .chain(([cart, packs]) =>
        fc.tuple(
          fc.constant({ cart, packs }),
          fc.shuffledSubarray(cart, { minLength: cart.length }),
          fc.shuffledSubarray(packs, { minLength: packs.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([{ cart, packs }, sameCart, samePacks]) => {
        fc.pre(unpaid(cart, packs).length === 0);
        expect(quoteOf(sameCart, samePacks)).toEqual(quoteOf(cart, packs));
      }),
      { numRuns: 500 },
    );
  });

  it('never falls when a photo is added', () => {
    fc.assert(
      fc.property(someItems(9), somePacks, (cart, packs) => {
        fc.pre(cart.length > 0 && unpaid(cart, packs).length === 0);
        const fewer = quoteOf(cart.slice(1), packs);
        expect(quoteOf(cart, packs).total).toBeGreaterThanOrEqual(fewer.total);
      }),
      { numRuns: 1000 },
    );
  });
});
