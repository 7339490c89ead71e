import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLookalikes, parseBib, withoutCategoryLetters } from '../../core/domain/bib.js';

describe('parseBib', () => {
  it.each([
    ['007', '007'],
    [' a 123 ', 'A123'],
    ['1234–5', '1234-5'],
    ['１２３', '123'],
    ['F/12', 'F/12'],
  ])('reads %j as %j', (raw, bib) => {
    expect(parseBib(raw)).toBe(bib);
  });

  it.each(['', '  ', '-5', '12-', '12--3', '12,3', '#12', 'x'.repeat(21)])('refuses %j', (raw) => {
    expect(parseBib(raw)).toBeUndefined();
  });

  it('gives the same bib when it is given its own result', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (raw) => {
        const bib = parseBib(raw);
        if (bib !== undefined) expect(parseBib(bib)).toBe(bib);
      }),
    );
  });
});

describe('withoutCategoryLetters', () => {
  it.each([
    ['M10380', '10380'],
    ['M-10380', '10380'],
    ['10380', '10380'],
    ['21250-B', '21250-B'],
    ['VIP', 'VIP'],
  ])('turns %s into %s', (bib, digits) => {
    expect(withoutCategoryLetters(bib)).toBe(digits);
  });
});

describe('foldLookalikes', () => {
  it('gives one key to texts that differ only in letters that look like digits', () => {
    expect(foldLookalikes('B2O26G')).toBe('820266');
    expect(foldLookalikes('M10380')).toBe('M10380');
  });
});
