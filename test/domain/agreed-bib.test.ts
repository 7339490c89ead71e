import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreedBib } from '../../core/domain/agreed-bib.js';
import type { Bib } from '../../core/domain/ids.js';

const bibs = (...texts: string[]) => texts as Bib[];

describe('the bib that photos of one person agree on', () => {
  it('is the one on most of them, whoever else is there', () => {
    expect(agreedBib([bibs('7', '8'), bibs('7'), bibs(), bibs('7', '9')])).toBe('7');
  });

  it('is none where two are as frequent, where fewer than half have it, or none is tagged', () => {
    expect(agreedBib([bibs('7'), bibs('8')])).toBeUndefined();
    expect(agreedBib([bibs('7', '8')])).toBeUndefined();
    expect(agreedBib([bibs('7'), bibs('7'), bibs('1'), bibs('2'), bibs('3')])).toBeUndefined();
    expect(agreedBib([bibs(), bibs()])).toBeUndefined();
  });

  it('does not hang on the order of the photos, nor on a bib read twice in one', () => {
    const photos = fc.array(fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 3 }));
    fc.assert(
      fc.property(photos, (drawn) => {
        const given = drawn.map((one) => bibs(...one));
        const doubled = given.map((one) => [...one, ...one]);
        expect(agreedBib([...given].reverse())).toBe(agreedBib(given));
        expect(agreedBib(doubled)).toBe(agreedBib(given));
      }),
    );
  });
});
