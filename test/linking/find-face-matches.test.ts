import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEvidence } from '../../core/linking/face-evidence.js';
import {
  findFaceMatches,
  type BoundFace,
  type FaceTemplate,
} from '../../core/linking/find-face-matches.js';
import { templateCosine } from '../../core/linking/face-template.js';
import { bound, face, templateOf } from './faces.js';

/** The same by comparing one by one. */
function compareAll(queries: readonly FaceTemplate[], candidates: readonly BoundFace[]) {
  return queries.map((query) =>
    toEvidence(
      candidates
        .filter(({ photoId }) => photoId !== query.photoId)
        .map(({ photoId, ordinal, bib, template }) => ({
          photoId,
          ordinal,
          bib,
          cosine: templateCosine(query.template, template),
        })),
    ),
  );
}

describe('findFaceMatches', () => {
  it('finds the same person in another photo, and the next best bib', () => {
    const [evidence] = findFaceMatches(
      [face('q', 0, templateOf(1, 1))],
      [
        bound('a', 0, templateOf(2), '20'),
        bound('b', 0, templateOf(1), '10'),
        bound('c', 0, templateOf(1, 2), '10'),
      ],
    );
    expect(evidence?.map(({ bib }) => bib)).toEqual(['10', '20']);
    expect(evidence?.[0]).toMatchObject({ photoId: 'b', ordinal: 0 });
    expect(evidence?.[0]?.cosine).toBeGreaterThan(0.8);
    expect(evidence?.[1]?.cosine).toBeLessThan(0.3);
  });

  it('never matches a face with another of the same photo', () => {
    expect(
      findFaceMatches([face('a', 0, templateOf(1))], [bound('a', 1, templateOf(1), '10')]),
    ).toEqual([[]]);
  });

  it('gives an empty answer for no candidates and for no queries', () => {
    expect(findFaceMatches([face('a', 0, templateOf(1))], [])).toEqual([[]]);
    expect(findFaceMatches([], [bound('a', 0, templateOf(1), '1')])).toEqual([]);
  });

  it('finds the rival behind any number of photos of one runner', () => {
    const album = Array.from({ length: 300 }, (_, index) =>
      bound(`p${index}`, 0, templateOf(1, index + 1, 0.2), '10'),
    );
    const candidates = [...album, bound('z', 0, templateOf(2), '20')];
    const [evidence] = findFaceMatches([face('q', 0, templateOf(1))], candidates);
    expect(evidence).toEqual(compareAll([face('q', 0, templateOf(1))], candidates)[0]);
    expect(evidence?.[1]?.bib).toBe('20');
  });

  const seen = fc.record({ photo: fc.nat(12), person: fc.nat(4), look: fc.nat(3) });

  it('equals comparing one by one, ties and copies included', () => {
    fc.assert(
      fc.property(
        fc.array(seen, { maxLength: 6 }),
        fc.array(seen, { maxLength: 60 }),
        (asked, known) => {
          const queries = asked.map(({ photo, person, look }, ordinal) =>
            face(`p${photo}`, ordinal, templateOf(person, look)),
          );
          const candidates = known.map(({ photo, person, look }, ordinal) =>
            bound(`p${photo}`, 100 + ordinal, templateOf(person, look), String(person)),
          );
          expect(findFaceMatches(queries, candidates)).toEqual(compareAll(queries, candidates));
        },
      ),
    );
  });
});
