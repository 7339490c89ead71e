import type { Bib, PhotoId } from '../domain/ids.js';

/** Which face: the photo and the face's place among its faces. */
export interface FaceKey {
  readonly photoId: PhotoId;
  readonly ordinal: number;
}

/** A face with a bib on its own body (by a reading or a person) that resembles the one in question. */
export interface FaceMatch extends FaceKey {
  readonly bib: Bib;
  readonly cosine: number;
}

/**
 * What is remembered of a face's comparison with every bound face: the best match, and
 * the best among those with another bib; none, one or both, best first. It is all that a
 * link depends on, and of two disjoint sets of bound faces it can be merged, so a later
 * run compares only what is new. Where one of the two faces named here loses or changes its
 * bib, the evidence must be gathered anew; any other bound face may go without a trace.
 * Plain JSON.
 */
export type FaceEvidence = readonly FaceMatch[];

/** The evidence of all the matches together. */
export function toEvidence(matches: readonly FaceMatch[]): FaceEvidence {
  const best = first(matches);
  const rival = first(matches.filter(({ bib }) => bib !== best?.bib));
  return [best, rival].filter((match) => match !== undefined);
}

/** The evidence against both sets of bound faces; the order and overlaps do not matter. */
export function mergeEvidence(a: FaceEvidence, b: FaceEvidence): FaceEvidence {
  return toEvidence([...a, ...b]);
}

/** Nearest first; equally near ones by photo and place, so that every order of arrival gives the same. */
export function compareMatches(a: FaceMatch, b: FaceMatch): number {
  if (a.cosine !== b.cosine) return b.cosine - a.cosine;
  if (a.photoId !== b.photoId) return a.photoId < b.photoId ? -1 : 1;
  return a.ordinal - b.ordinal;
}

function first(matches: readonly FaceMatch[]): FaceMatch | undefined {
  return matches.reduce<FaceMatch | undefined>(
    (best, match) => (best === undefined || compareMatches(match, best) < 0 ? match : best),
    undefined,
  );
}
