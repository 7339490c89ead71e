import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeEvidence,
  type FaceEvidence,
  type FaceMatch,
} from '../../core/linking/face-evidence.js';
import { cosineOf, similarityOf } from '../../core/linking/face-similarity.js';
import {
  findFaceMatches,
  type BoundFace,
  type FaceTemplate,
} from '../../core/linking/find-face-matches.js';
import {
  decideLink,
  linkOrphans,
  requiredCosine,
  type FaceLink,
} from '../../core/linking/link-orphans.js';
import { bib, bound, face, photo, templateOf } from './faces.js';

const RULE = { threshold: 85, boundBibs: 10 };
const nothingClosed = () => false;

const match = (id: string, text: string, cosine: number): FaceMatch => ({
  photoId: photo(id),
  ordinal: 0,
  bib: bib(text),
  cosine,
});
const orphan = (id: string, ordinal: number, evidence: FaceEvidence) => ({
  photoId: photo(id),
  ordinal,
  evidence,
});

describe('decideLink', () => {
  it('takes the match from the threshold on', () => {
    expect(decideLink([match('a', '1', cosineOf(85))], RULE).kind).toBe('match');
    expect(decideLink([match('a', '1', cosineOf(84.9))], RULE)).toMatchObject({
      kind: 'too-different',
      required: expect.closeTo(85, 6),
    });
    expect(decideLink([], RULE)).toEqual({ kind: 'no-match' });
  });

  it('takes neither of two bibs that are about as near', () => {
    expect(decideLink([match('a', '1', 0.7), match('b', '2', 0.65)], RULE).kind).toBe('ambiguous');
    expect(decideLink([match('a', '1', 0.7), match('b', '2', 0.55)], RULE).kind).toBe('match');
  });

  it('asks for more where there are more strangers to be mistaken for', () => {
    expect(requiredCosine({ threshold: 85, boundBibs: 100 })).toBeCloseTo(cosineOf(85), 9);
    expect(requiredCosine({ threshold: 85, boundBibs: 1000 })).toBeCloseTo(cosineOf(85) + 0.06, 9);
    expect(decideLink([match('a', '1', 0.55)], { threshold: 85, boundBibs: 1000 }).kind).toBe(
      'too-different',
    );
  });
});

describe('linkOrphans', () => {
  it('gives the bib of the matched person alone, and says which face it comes from', () => {
    const links = linkOrphans(
      [orphan('q', 2, [match('a', '10', 0.8), match('b', '20', 0.2)])],
      RULE,
      nothingClosed,
    );
    expect(links).toEqual([
      {
        face: { photoId: 'q', ordinal: 2 },
        bib: '10',
        source: { photoId: 'a', ordinal: 0 },
        similarity: similarityOf(0.8),
      },
    ]);
  });

  it('gives a bib once a photo, to the nearer face', () => {
    const links = linkOrphans(
      [
        orphan('q', 0, [match('a', '10', 0.7)]),
        orphan('q', 1, [match('a', '10', 0.8)]),
        orphan('r', 0, [match('a', '10', 0.6)]),
      ],
      RULE,
      nothingClosed,
    );
    expect(links.map((link) => [link.face.photoId, link.face.ordinal])).toEqual([
      ['q', 1],
      ['r', 0],
    ]);
  });

  it('gives no bib that the photo has or must not get', () => {
    const isClosed = (id: string, text: string) => id === 'q' && text === '10';
    expect(
      linkOrphans([orphan('q', 0, [match('a', '10', 0.9), match('b', '20', 0.6)])], RULE, isClosed),
    ).toEqual([]);
  });
});

interface Scene {
  readonly bound: readonly BoundFace[];
  readonly unbound: readonly FaceTemplate[];
}

const scene: fc.Arbitrary<Scene> = fc
  .array(
    fc.record({
      photo: fc.nat(15),
      person: fc.nat(5),
      look: fc.nat(4),
      wearsBib: fc.boolean(),
      misread: fc.nat(9),
    }),
    { maxLength: 30 },
  )
  .map((people) => ({
    bound: people.flatMap(({ photo, person, look, wearsBib, misread }, at) =>
      wearsBib
        ? [
            bound(
              `p${photo}`,
              at,
              templateOf(person, look, 0.7),
              String(misread === 0 ? 99 : person),
            ),
          ]
        : [],
    ),
    unbound: people.flatMap(({ photo, person, look, wearsBib }, at) =>
      wearsBib ? [] : [face(`p${photo}`, at, templateOf(person, look, 0.7))],
    ),
  }));

const keyOf = ({ photoId, ordinal }: FaceTemplate) => `${photoId}/${ordinal}`;

/** What a run does: new faces against all bound ones, known faces against the new bound ones. */
function ingestInRuns(runs: readonly Scene[]): FaceLink[] {
  const evidence = new Map<string, FaceEvidence>();
  const unbound: FaceTemplate[] = [];
  const allBound: BoundFace[] = [];
  for (const run of runs) {
    const remember = (faces: readonly FaceTemplate[], candidates: readonly BoundFace[]) => {
      findFaceMatches(faces, candidates).forEach((found, index) => {
        const key = keyOf(faces[index]!);
        evidence.set(key, mergeEvidence(evidence.get(key) ?? [], found));
      });
    };
    allBound.push(...run.bound);
    remember(run.unbound, allBound);
    remember(unbound, run.bound);
    unbound.push(...run.unbound);
  }
  const faces = unbound.map((one) => ({
    photoId: one.photoId,
    ordinal: one.ordinal,
    evidence: evidence.get(keyOf(one)) ?? [],
  }));
  return linkOrphans(
    faces,
    { threshold: 85, boundBibs: new Set(allBound.map((one) => one.bib)).size },
    nothingClosed,
  );
}

describe('linking in runs', () => {
  it('gives the same links as all at once, however the faces arrive', () => {
    let linked = 0;
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.nat(3)), (whole, turns) => {
        const all = ingestInRuns([whole]);
        linked += all.length;
        const runs = [0, 1, 2, 3].map(() => ({
          bound: [] as BoundFace[],
          unbound: [] as FaceTemplate[],
        }));
        const turn = () => runs[turns.next().value ?? 0]!;
        for (const one of whole.bound.toReversed()) turn().bound.push(one);
        for (const one of whole.unbound.toReversed()) turn().unbound.push(one);
        expect(ingestInRuns(runs)).toEqual(all);
      }),
    );
    // The scenes are of a kind in which links happen at all.
    expect(linked).toBeGreaterThan(50);
  });

  it('never makes a link the ground for another', () => {
    fc.assert(
      fc.property(scene, (whole) => {
        const sources = new Set(whole.bound.map(keyOf));
        for (const { source } of ingestInRuns([whole]))
          expect(sources.has(`${source.photoId}/${source.ordinal}`)).toBe(true);
      }),
    );
  });
});
