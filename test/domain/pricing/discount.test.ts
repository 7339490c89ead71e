import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../core/domain/money.js';
import {
  discountKey,
  discountOn,
  type DiscountTerms,
} from '../../../core/domain/pricing/discount.js';

describe('a discount', () => {
  it.each<[number, DiscountTerms, number]>([
    [2500, { kind: 'percentage', percent: 10 }, 250],
    // 0.5 cents: in the buyer's favour.
    [5, { kind: 'percentage', percent: 10 }, 1],
    [2500, { kind: 'percentage', percent: 100 }, 2500],
    [2500, { kind: 'amount', amount: cents(500) }, 500],
    [300, { kind: 'amount', amount: cents(500) }, 300],
    [0, { kind: 'amount', amount: cents(500) }, 0],
  ])('takes off %i cents by %j: %i', (subtotal, terms, taken) => {
    expect(discountOn(cents(subtotal), terms)).toBe(taken);
  });

  it('never takes more than there is, nor less for a larger sum', () => {
    const terms = fc.oneof(
      fc.integer({ min: 1, max: 100 }).map((percent) => ({ kind: 'percentage', percent }) as const),
      fc
        .integer({ min: 1, max: 5000 })
        .map((amount) => ({ kind: 'amount', amount: cents(amount) }) as const),
    );
    fc.assert(
      fc.property(fc.nat(1_000_000), terms, (subtotal, some) => {
        const taken = discountOn(cents(subtotal), some);
        expect(taken).toBeGreaterThanOrEqual(0);
        expect(taken).toBeLessThanOrEqual(subtotal);
        expect(discountOn(cents(subtotal + 1), some)).toBeGreaterThanOrEqual(taken);
      }),
    );
  });
});

describe('a discount code', () => {
  it('is compared without case and spaces', () => {
    expect(discountKey(' early 10')).toBe('EARLY10');
    expect(discountKey('Été_26-b')).toBe('ÉTÉ_26-B');
  });

  it.each(['', '-', 'a-', 'a;b', '<b>', 'x'.repeat(41)])('is not %j', (typed) => {
    expect(discountKey(typed)).toBeUndefined();
  });
});
