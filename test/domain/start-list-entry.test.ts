import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../core/domain/entry-text.js';
import { compareEntries, entryIdentity, nameKey, type Entry } from '../../core/domain/entry.js';
import type { Bib } from '../../core/domain/ids.js';

const entry = (bib: string, lastName = '', firstName = '', race = ''): Entry => ({
  race,
  bib: bib as Bib,
  firstName,
  lastName,
});

describe('foldText', () => {
  it.each([
    ["Élodie  O'Brien-Œuvrard", 'elodie o brien oeuvrard'],
    ['Łukasz Groß', 'lukasz gross'],
    ['SØRENSEN, Bjørn', 'sorensen bjorn'],
    ['１２ km', '12 km'],
    ['', ''],
  ])('folds %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('entries', () => {
  it('are one participation whatever the accents and capitals, but not in two races', () => {
    const zoe = entry('7', 'LÉVY', 'Zoé');
    expect(entryIdentity(entry('7', 'Levy', 'ZOE'))).toBe(entryIdentity(zoe));
    expect(entryIdentity(entry('7', 'LÉVY', 'Zoé', '10 km'))).not.toBe(entryIdentity(zoe));
    expect(entryIdentity(entry('07', 'LÉVY', 'Zoé'))).not.toBe(entryIdentity(zoe));
  });

  it('are ordered by race, then bib as people count, then name', () => {
    const ordered = [
      entry('7'),
      entry('12', 'A'),
      entry('12', 'B'),
      entry('100'),
      entry('1', 'A', '', '10 km'),
    ];
    expect([...ordered].reverse().sort(compareEntries)).toEqual(ordered);
  });

  it('are searched by last and first name, and by nothing without a person', () => {
    expect(nameKey(entry('7', 'DE LA FONTAINE', 'Éloïse'))).toBe('de la fontaine eloise');
    expect(nameKey(entry('7'))).toBe('');
  });
});
