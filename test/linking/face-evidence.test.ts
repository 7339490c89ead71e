import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEvidence, toEvidence, type FaceMatch } from '../../core/linking/face-evidence.js';
import { bib, photo } from './faces.js';

const match = (id: string, ordinal: number, text: string, cosine: number): FaceMatch => ({
  photoId: photo(id),
  ordinal,
  bib: bib(text),
  cosine,
});

/** Few ids, bibs and cosines, so that ties abound. */
const matches = fc.array(
  fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      ordinal: fc.nat(2),
      cosine: fc.constantFrom(0.3, 0.5, 0.5, 0.7),
    })
    // One face has one bib.
    .map(({ id, ordinal, cosine }) =>
      match(id, ordinal, String((id.charCodeAt(0) + ordinal) % 3), cosine),
    ),
  { maxLength: 12 },
);

describe('toEvidence', () => {
  it('keeps the best match and the best one with another bib', () => {
    const [a, b, c, d] = [
      match('a', 0, '1', 0.6),
      match('b', 0, '1', 0.7),
      match('c', 0, '2', 0.4),
      match('d', 0, '3', 0.5),
    ];
    expect(toEvidence([a, b, c, d])).toEqual([b, d]);
    expect(toEvidence([a, b])).toEqual([b]);
    expect(toEvidence([])).toEqual([]);
  });

  it('breaks ties by photo, then by place', () => {
    expect(
      toEvidence([match('b', 0, '1', 0.6), match('a', 1, '2', 0.6), match('a', 0, '1', 0.6)]),
    ).toEqual([match('a', 0, '1', 0.6), match('a', 1, '2', 0.6)]);
  });

  it('does not change when bound faces go that it does not name', () => {
    fc.assert(
      fc.property(matches, fc.infiniteStream(fc.boolean()), (all, goes) => {
        const evidence = toEvidence(all);
        const left = all.filter((one) => evidence.includes(one) || !goes.next().value);
        expect(toEvidence(left)).toEqual(evidence);
      }),
    );
  });

  it('survives being stored as JSON', () => {
    fc.assert(
      fc.property(matches, (all) => {
        expect(JSON.parse(JSON.stringify(toEvidence(all)))).toEqual(toEvidence(all));
      }),
    );
  });
});

describe('mergeEvidence', () => {
  it('equals the evidence of all matches, however they were split and ordered', () => {
    fc.assert(
      fc.property(matches, matches, matches, (a, b, c) => {
        const all = toEvidence([...a, ...b, ...c]);
        const [x, y, z] = [toEvidence(a), toEvidence(b), toEvidence(c)];
        expect(mergeEvidence(mergeEvidence(x, y), z)).toEqual(all);
        expect(mergeEvidence(z, mergeEvidence(y, x))).toEqual(all);
        expect(mergeEvidence(all, y)).toEqual(all);
      }),
    );
  });
});
