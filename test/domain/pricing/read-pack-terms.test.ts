import { describe, expect, it } from 'vitest';
import { readPackTerms } from '../../../core/domain/pricing/read-pack-terms.js';
import { readPrice } from '../../../core/domain/pricing/read-price.js';
import { NO_LIMITS, type WantedLimits } from '../../../core/domain/use-limits.js';
import { FocusError } from '../../../core/errors.js';

const PARIS = 'Europe/Paris';

describe('a price', () => {
  it.each([
    ['8', 800],
    ['8.5', 850],
    ['25,00', 2500],
    ['0', 0],
    ['100000', 10_000_000],
  ])('is read from %j', (text, amount) => {
    expect(readPrice(text)).toBe(amount);
  });

  it.each(['', '-5', '5.001', '1e3', '1 000', '100000.01', 'free'])('is not %j', (text) => {
    expect(() => readPrice(text)).toThrow(FocusError);
  });
});

describe('a pack in the words of a seller', () => {
  it('is of some photos, of all of a runner, or of the sponsor', () => {
    const read = (content: string) => readPackTerms({ content, price: '5', size: 'web' }, PARIS);
    expect(read('5')).toEqual({
      kind: 'photos',
      quantity: 5,
      limits: NO_LIMITS,
      size: 'web',
      price: 500,
      availableFrom: undefined,
      availableUntil: undefined,
    });
    expect(read('all-of-mine')).toMatchObject({ kind: 'all-of-mine', quantity: undefined });
    expect(read('sponsored')).toMatchObject({ kind: 'sponsored', quantity: undefined });
    for (const content of ['0', '1.5', '-1', '10001', 'five', ''])
      expect(() => read(content), content).toThrow(FocusError);
  });

  it('is sold on whole days of the event, through changes of the clocks', () => {
    const read = (from: string, until: string) =>
      readPackTerms({ content: '1', price: '5', size: 'hd', from, until }, PARIS);
    expect(read('2026-03-29', '2026-03-29')).toMatchObject({
      availableFrom: new Date('2026-03-28T23:00:00Z'),
      availableUntil: new Date('2026-03-29T22:00:00Z'),
    });
    expect(() => read('2026-03-30', '2026-03-29')).toThrow('ends before it begins');
    expect(() => read('2026-02-30', '2026-03-29')).toThrow('not a day');
    expect(() => read('2026-03-29', '29/03/2026')).toThrow('not a day');
    expect(() => read('2026-03-29', '+275760-09-14')).toThrow('not a day');
  });
});

describe('how often a pack may be used', () => {
  const read = (content: string, limits: WantedLimits = {}) =>
    readPackTerms({ content, price: '5', ...limits }, PARIS).limits;

  it('is once a person and a bib for a sponsored photo, and any number for others', () => {
    expect(read('sponsored')).toEqual({ perPerson: 1, perBib: 1, perDay: undefined });
    expect(read('all-of-mine')).toEqual(NO_LIMITS);
  });

  it('is what the seller says', () => {
    expect(read('sponsored', { perPerson: 'any', perDay: 100 })).toEqual({
      perPerson: undefined,
      perBib: 1,
      perDay: 100,
    });
    expect(read('5', { perPerson: 2 })).toEqual({ ...NO_LIMITS, perPerson: 2 });
  });
});
