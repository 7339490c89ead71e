import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryContent, type Entry } from '../../core/domain/entry.js';
import { applyDiff, diffStartList } from '../../core/startlist/diff.js';
import { bib, entry } from './lists.js';

const JEAN = entry({ bib: '12', race: '10 km', lastName: 'DUPONT', firstName: 'Jean' });
const ZOE = entry({
  bib: '13',
  race: '10 km',
  lastName: 'MARTIN',
  firstName: 'Zoé',
  birthYear: 1990,
});

describe('diffStartList', () => {
  it('finds nothing between a list and the same in another order', () => {
    expect(diffStartList([JEAN, ZOE], [ZOE, JEAN])).toEqual({
      added: [],
      removed: [],
      changed: [],
      bibSwaps: [],
    });
  });

  it('tells added and removed entries', () => {
    const paul = entry({ bib: '99', lastName: 'PETIT', firstName: 'Paul' });
    expect(diffStartList([JEAN, ZOE], [ZOE, paul])).toMatchObject({
      added: [paul],
      removed: [JEAN],
    });
  });

  it('tells which fields of an entry changed', () => {
    const after = { ...ZOE, club: 'AC Lac', firstName: 'Zoe' };
    expect(diffStartList([JEAN, ZOE], [JEAN, after]).changed).toEqual([
      { before: ZOE, after, fields: ['firstName', 'club'] },
    ]);
  });

  it('tells an exchange of bibs as two swaps, each of one person', () => {
    const jean = { ...JEAN, bib: bib('13') };
    const zoe = { ...ZOE, bib: bib('12') };
    const diff = diffStartList([JEAN, ZOE], [jean, zoe]);
    expect(diff.bibSwaps).toEqual([
      { before: ZOE, after: zoe, fields: ['bib'] },
      { before: JEAN, after: jean, fields: ['bib'] },
    ]);
    expect([diff.added, diff.removed, diff.changed]).toEqual([[], [], []]);
  });

  it('follows a bib that is handed on: the person keeps the entry, the other is gone', () => {
    const zoe = { ...ZOE, bib: bib('12') };
    const diff = diffStartList([JEAN, ZOE], [zoe]);
    expect(diff.bibSwaps).toEqual([{ before: ZOE, after: zoe, fields: ['bib'] }]);
    expect(diff.removed).toEqual([JEAN]);
  });

  it('follows a person into another race', () => {
    const after = { ...ZOE, race: '21 km', bib: bib('2013') };
    expect(diffStartList([JEAN, ZOE], [JEAN, after]).bibSwaps).toEqual([
      { before: ZOE, after, fields: ['race', 'bib'] },
    ]);
  });

  it('takes another name on the same bib for a change, not a swap', () => {
    const after = { ...JEAN, lastName: 'DURAND', firstName: 'Paul' };
    const diff = diffStartList([JEAN], [after]);
    expect(diff.changed).toEqual([{ before: JEAN, after, fields: ['firstName', 'lastName'] }]);
  });

  it('tells homonyms apart by their year of birth, and does not pair them by chance', () => {
    const old = { ...JEAN, birthYear: 1950 };
    const young = { ...JEAN, bib: bib('14'), birthYear: 2001 };
    const renumbered = [
      { ...old, bib: bib('50') },
      { ...young, bib: bib('51') },
    ];
    expect(diffStartList([old, young], renumbered).bibSwaps.map(({ after }) => after)).toEqual(
      renumbered,
    );
    const nameless = [JEAN, { ...JEAN, bib: bib('14') }];
    const moved = [
      { ...JEAN, bib: bib('50') },
      { ...JEAN, bib: bib('51') },
    ];
    expect(diffStartList(nameless, moved)).toMatchObject({
      added: moved,
      removed: nameless,
      bibSwaps: [],
    });
  });

  it('never takes bibs without a person for one person', () => {
    const before = entry({ bib: '1' });
    const after = entry({ bib: '2' });
    expect(diffStartList([before], [after])).toMatchObject({ added: [after], removed: [before] });
  });
});

describe('diffStartList, for any two lists', () => {
  // Few values, so that bibs, names and whole entries collide often.
  const entries: fc.Arbitrary<Entry[]> = fc.array(
    fc.record(
      {
        race: fc.constantFrom('', '10 km', '21 km'),
        bib: fc.constantFrom('1', '2', '3', '12').map(bib),
        lastName: fc.constantFrom('', 'DUPONT', 'Dupont', 'MARTIN'),
        firstName: fc.constantFrom('', 'Zoé', 'Zoe', 'Jean'),
        birthYear: fc.constantFrom(1980, 1990),
        club: fc.constantFrom('A', 'B'),
      },
      { requiredKeys: ['race', 'bib', 'lastName', 'firstName'] },
    ),
    { maxLength: 8 },
  );
  const contents = (list: readonly Entry[]): string[] => list.map(entryContent).sort();

  it('applied to the first gives the second', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        expect(contents(applyDiff(before, diffStartList(before, after)))).toEqual(contents(after));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the lines', () => {
    const shuffled = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, shuffled, ([before, mixedBefore], [after, mixedAfter]) => {
        expect(diffStartList(mixedBefore, mixedAfter)).toEqual(diffStartList(before, after));
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing between a list and itself, and swaps only bibs of the same person', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const same = diffStartList(before, before);
        expect([same.added, same.removed, same.changed, same.bibSwaps].flat()).toEqual([]);
        for (const swap of diffStartList(before, after).bibSwaps) {
          expect(swap.fields).toContain('bib');
          expect(swap.before.lastName.toLowerCase()).toBe(swap.after.lastName.toLowerCase());
        }
      }),
    );
  });
});
