import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bib } from '../../../core/domain/ids.js';
import { cents } from '../../../core/domain/money.js';
import type { DiscountCodeId } from '../../../core/domain/pricing/discount.js';
import type { CartItem, Quote } from '../../../core/domain/pricing/quote.js';
import { items, pack, quoteOf, someItems, somePacks, unpaid, usualPacks } from './carts.js';

const [, , five, ten, allOfMine] = usualPacks;

describe('the hint', () => {
  it('says when more photos cost nothing: the pack of 5 has room', () => {
    expect(quoteOf(items(4), usualPacks).hint).toEqual({ kind: 'free', more: 1, size: 'hd' });
    expect(quoteOf(items(7), usualPacks).hint).toEqual({ kind: 'free', more: 3, size: 'hd' });
  });

  it('says "2 more and the pack of 5 is cheaper"', () => {
    expect(quoteOf(items(3), usualPacks)).toMatchObject({
      total: 2500,
      hint: {
        kind: 'pack',
        more: 2,
        packId: five?.id,
        quantity: 5,
        total: 2600,
        totalWithout: 4100,
        extra: 100,
      },
    });
  });

  it('names the next pack where one is full', () => {
    expect(quoteOf(items(5), usualPacks).hint).toMatchObject({
      packId: ten?.id,
      more: 5,
      extra: 1500,
    });
  });

  it('offers all photos of the runner for what they cost more', () => {
    const photosOfBib = new Map([['12' as Bib, 23]]);
    expect(quoteOf(items(5, ['12']), usualPacks, { photosOfBib }).hint).toEqual({
      kind: 'all-of-mine',
      bib: '12',
      photos: 23,
      packId: allOfMine?.id,
      total: 3600,
      extra: 1000,
    });
  });

  it('does not offer what is bought already, or what is not cheaper', () => {
    const photosOfBib = new Map([['12' as Bib, 23]]);
    expect(quoteOf(items(12, ['12']), usualPacks, { photosOfBib }).hint?.kind).not.toBe(
      'all-of-mine',
    );
    expect(quoteOf(items(1), [pack({ price: 800 })]).hint).toBeUndefined();
    expect(quoteOf([], usualPacks).hint).toBeUndefined();
  });

  it('speaks of photos that there are', () => {
    const hintWith = (photosLeft: number, count: number) =>
      quoteOf(items(count), usualPacks, { photosLeft }).hint;
    for (const count of [1, 3, 4]) expect(hintWith(0, count)).toBeUndefined();
    expect(hintWith(1, 3)).toMatchObject({ kind: 'pack', more: 1, extra: 100 });
    expect(hintWith(1, 7)).toMatchObject({ kind: 'free', more: 1 });
  });

  it('asks nobody to pay three times the cart, least of all for a free photo', () => {
    const free = pack({ kind: 'sponsored', size: 'web', price: 0 });
    expect(quoteOf(items(1, [], 'web'), [...usualPacks, free])).toMatchObject({
      total: 0,
      hint: undefined,
    });
    const dear = [pack({ price: 800 }), pack({ quantity: 10, price: 6000 })];
    expect(quoteOf(items(2), dear).hint).toBeUndefined();
    expect(quoteOf(items(3), dear).hint).toMatchObject({ more: 7, extra: 3600 });
  });

  it('counts the discount in', () => {
    const discount = {
      id: 'code' as DiscountCodeId,
      code: 'HALF',
      terms: { kind: 'percentage', percent: 50 },
    } as const;
    expect(quoteOf(items(3), usualPacks, { discount })).toMatchObject({
      total: 1300,
      hint: { kind: 'pack', total: 1350, totalWithout: 2100, extra: 50 },
    });
  });

  it('is true: the cart that it speaks of has the price that it says', () => {
    const packs = somePacks.map((some) =>
      some.map((one) => ({ ...one, price: cents(one.price * 100) })),
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(someItems(6), packs, fc.integer({ min: 1, max: 9 }), (cart, offered, more) => {
        fc.pre(unpaid(cart, offered).length === 0);
        const inCart = cart.filter(({ bibs }) => bibs.includes('1' as Bib)).length;
        const photosOfBib = new Map([['1' as Bib, inCart + more]]);
        const today = quoteOf(cart, offered, { photosOfBib });
        seen.add(today.hint?.kind ?? 'none');
        expectTrue(today, cart, (larger, without) =>
          quoteOf(
            larger,
            offered.filter(({ id }) => id !== without),
          ),
        );
      }),
      { numRuns: 400 },
    );
    expect(seen).toEqual(new Set(['free', 'pack', 'all-of-mine', 'none']));
  });
});

function expectTrue(
  today: Quote,
  cart: readonly CartItem[],
  price: (larger: readonly CartItem[], without?: string) => Quote,
): void {
  const { hint } = today;
  if (hint === undefined) return;
  if (hint.kind === 'all-of-mine') {
    const size = cart.some((one) => one.size === 'hd') ? 'hd' : 'web';
    const missing = hint.photos - cart.filter(({ bibs }) => bibs.includes(hint.bib)).length;
    const larger = price([...cart, ...items(missing, [hint.bib], size)]);
    expect(larger.total).toBe(hint.total);
    expect(larger.lines.find(({ bib }) => bib === hint.bib)?.packId).toBe(hint.packId);
    expect(hint.extra).toBe(larger.total - today.total);
    return;
  }
  const larger = [...cart, ...items(hint.more, [], hint.size)];
  if (hint.kind === 'free') {
    expect(price(larger).total).toBe(today.total);
    return;
  }
  expect(price(larger).total).toBe(hint.total);
  expect(price(larger).lines.map(({ packId }) => packId)).toContain(hint.packId);
  expect(price(larger, hint.packId).total).toBe(hint.totalWithout);
  expect(hint.totalWithout).toBeGreaterThan(hint.total);
  expect(hint.extra).toBe(hint.total - today.total);
  expect(today.lines.map(({ packId }) => packId)).not.toContain(hint.packId);
}
