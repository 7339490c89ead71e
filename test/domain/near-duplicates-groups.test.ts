import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupNearDuplicates, type Copy } from '../../core/domain/group-near-duplicates.js';
import type { Sha256 } from '../../core/domain/ids.js';

const copy = (id: string, pixels: number, bytes: number): Copy<string> => ({
  id,
  pixels,
  bytes,
  sha256: id as Sha256,
});

const COUNT = 12;
const anyCopies = fc
  .array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: COUNT, maxLength: COUNT })
  .map((sizes) => sizes.map(([pixels, bytes], index) => copy(`photo-${index}`, pixels, bytes)));
const anyId = fc.nat(COUNT - 1).map((index) => `photo-${index}`);
const anyPairs = fc.array(fc.tuple(anyId, anyId), { maxLength: 14 });

describe('groupNearDuplicates', () => {
  it('keeps the one with most pixels, then most bytes, then the smallest hash', () => {
    const copies = [copy('c', 10, 5), copy('b', 20, 1), copy('a', 20, 1), copy('d', 20, 3)];
    expect(
      groupNearDuplicates(copies, [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ]),
    ).toEqual([{ keeper: 'd', duplicates: ['a', 'b', 'c'] }]);
  });

  it('leaves single photos, pairs of one and unknown ids alone', () => {
    const copies = [copy('a', 1, 1), copy('b', 1, 1)];
    expect(
      groupNearDuplicates(copies, [
        ['a', 'a'],
        ['b', 'gone'],
      ]),
    ).toEqual([]);
  });

  it('gives the same groups in any order of copies and pairs', () => {
    fc.assert(
      fc.property(anyCopies, anyPairs, (copies, pairs) => {
        const expected = groupNearDuplicates(copies, pairs);
        const turned = pairs.map(([a, b]) => [b, a] as const).reverse();
        expect(groupNearDuplicates([...copies].reverse(), turned)).toEqual(expected);
      }),
    );
  });

  it('puts two photos in one group exactly when pairs lead from one to the other', () => {
    fc.assert(
      fc.property(anyCopies, anyPairs, (copies, pairs) => {
        const groups = groupNearDuplicates(copies, pairs).map((group) => [
          group.keeper,
          ...group.duplicates,
        ]);
        for (const { id } of copies) {
          const reached = new Set([id]);
          for (let step = 0; step < pairs.length; step += 1) {
            for (const [a, b] of pairs) {
              if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
            }
          }
          const group = groups.find((members) => members.includes(id)) ?? [id];
          expect([...group].sort()).toEqual([...reached].sort());
        }
      }),
    );
  });
});
