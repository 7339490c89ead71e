import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBibCell } from '../../core/startlist/parse-bib-cell.js';

describe('parseBibCell', () => {
  it.each([
    ['12', '12'],
    ['12.0', '12'],
    ['12,00', '12'],
    [' 007 ', '007'],
    ['a123', 'A123'],
    ['A 123', 'A123'],
    ['123 b', '123B'],
    ['1234-5', '1234-5'],
    ['1234 - 5', '1234-5'],
    ['1234–5', '1234-5'],
    ['12/2', '12/2'],
    ['#45', '45'],
    ['n° 45', '45'],
    ['N°45', '45'],
    ['nº 45', '45'],
    ['№ 45', '45'],
    ['No. 45', '45'],
    ['Dossard : 45', '45'],
    ['N45', 'N45'],
    ['NO45', 'NO45'],
    ['１２３', '123'],
    ['="007"', '007'],
    ["'007", '007'],
    ['1 234', '1234'],
    ['1\u202f234', '1234'],
    ['12\u200b', '12'],
    ['1E3', '1E3'],
  ])('reads %j as %s', (cell, bib) => {
    expect(parseBibCell(cell)).toEqual({ bib });
  });

  it.each([
    ['', 'bib-missing'],
    ['  ', 'bib-missing'],
    ['#', 'bib-missing'],
    ['-', 'bib-without-digit'],
    ['VIP', 'bib-without-digit'],
    ['0', 'bib-zero'],
    ['000', 'bib-zero'],
    ['2026-05-01', 'bib-is-a-date'],
    ['01/05/2026', 'bib-is-a-date'],
    ['1.5', 'bib-is-a-decimal'],
    ['1,234', 'bib-is-a-decimal'],
    ['1.000', 'bib-is-a-decimal'],
    ['12,000', 'bib-is-a-decimal'],
    ['1.2E+4', 'bib-is-a-decimal'],
    ['12 13', 'bib-several'],
    ['12, 13', 'bib-several'],
    ['0612345678901', 'bib-too-long'],
    ['=1+1', 'bib-bad-character'],
    ['-5', 'bib-bad-character'],
    ['12?', 'bib-bad-character'],
  ])('refuses %j: %s', (cell, problem) => {
    expect(parseBibCell(cell)).toEqual({ problem });
  });

  it('reads what it gave as the same bib', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789aZ-/. #n°') }), (text) => {
        const first = parseBibCell(text);
        if ('bib' in first) expect(parseBibCell(first.bib)).toEqual(first);
      }),
    );
  });
});
