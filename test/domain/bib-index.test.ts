import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBib } from '../../core/domain/bib.js';
import { buildBibIndex } from '../../core/domain/bib-index.js';
import type { Bib } from '../../core/domain/ids.js';

const bibs = (...texts: string[]): Bib[] => texts.flatMap((text) => parseBib(text) ?? []);
const LEFT = { left: true, right: false };
const RIGHT = { left: false, right: true };

describe('named', () => {
  it('finds the same text', () => {
    expect(buildBibIndex(bibs('007', '7')).named('007')).toBe('007');
  });

  it('finds a bib whose category letter only one of the two shows', () => {
    expect(buildBibIndex(bibs('10380')).named('M10380')).toBe('10380');
    expect(buildBibIndex(bibs('M10380')).named('10380')).toBe('M10380');
  });

  it('does not choose between two categories', () => {
    expect(buildBibIndex(bibs('M12', 'F12')).named('12')).toBeUndefined();
  });

  it('takes another category letter for another runner', () => {
    expect(buildBibIndex(bibs('F12')).named('M12')).toBeUndefined();
  });

  it('does not treat leading zeros as nothing', () => {
    expect(buildBibIndex(bibs('7')).named('007')).toBeUndefined();
  });
});

describe('completions', () => {
  it('finds what ends or begins with the rest that is left', () => {
    const index = buildBibIndex(bibs('20441', '441', '4410', '99'));
    expect(index.completions('441', LEFT, 9)).toEqual(['20441']);
    expect(index.completions('441', RIGHT, 9)).toEqual(['4410']);
  });

  it('has none for a text cut on both sides', () => {
    expect(buildBibIndex(bibs('20441')).completions('044', { left: true, right: true }, 9)).toEqual(
      [],
    );
  });

  it('equals a walk over the whole list', () => {
    const text = fc.stringMatching(/^[0-2]{1,4}$/);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), text, (list, read) => {
        const index = buildBibIndex(bibs(...list));
        const walk = [...new Set(list)].filter((bib) => bib.length > read.length);
        expect(new Set(index.completions(read, LEFT, 1000))).toEqual(
          new Set(walk.filter((bib) => bib.endsWith(read))),
        );
        expect(new Set(index.completions(read, RIGHT, 1000))).toEqual(
          new Set(walk.filter((bib) => bib.startsWith(read))),
        );
      }),
    );
  });
});

describe('substitutions', () => {
  it('equals a walk over the whole list', () => {
    const text = fc.stringMatching(/^[0-3]{1,4}$/);
    const differences = (a: string, b: string) =>
      a.length === b.length
        ? [...a].filter((character, at) => character !== b[at]).length
        : Infinity;
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), text, (list, read) => {
        const walk = list.filter((bib) => differences(bib, read) === 1);
        expect(new Set(buildBibIndex(bibs(...list)).substitutions(read, 1000))).toEqual(
          new Set(walk),
        );
      }),
    );
  });

  it('gives no more than asked for', () => {
    expect(buildBibIndex(bibs('10', '11', '12', '13')).substitutions('19', 3)).toHaveLength(3);
  });
});

describe('lookalikes', () => {
  it('finds the bib whose letter was read as a digit', () => {
    expect(buildBibIndex(bibs('B20266', '20266')).lookalikes('820266', 3)).toEqual(['B20266']);
  });
});
