import type { Bib, PhotoId } from '../domain/ids.js';
import {
  compareMatches,
  type FaceEvidence,
  type FaceKey,
  type FaceMatch,
} from './face-evidence.js';
import { cosineOf, similarityOf } from './face-similarity.js';

export interface LinkRule {
  /** 0 to 100: faces less similar are never linked. */
  readonly threshold: number;
  /** How many different bibs the event's bound faces have. */
  readonly boundBibs: number;
}

/** A face without a bib on its own body, with its evidence. */
export interface OrphanFace extends FaceKey {
  readonly evidence: FaceEvidence;
}

export interface FaceLink {
  readonly face: FaceKey;
  readonly bib: Bib;
  /** The bound face it is taken from. */
  readonly source: FaceKey;
  /** 0 to 100. */
  readonly similarity: number;
}

export type LinkDecision =
  | { readonly kind: 'match'; readonly match: FaceMatch }
  | { readonly kind: 'no-match' }
  /** `required` is the similarity it would have taken. */
  | { readonly kind: 'too-different'; readonly match: FaceMatch; readonly required: number }
  /** Faces with different bibs resemble it about as much. */
  | { readonly kind: 'ambiguous'; readonly match: FaceMatch; readonly rival: FaceMatch };

/**
 * The lead in cosine over the best face with another bib. Of 647 runners' faces looked up
 * among 600 strangers, 5 pass 0.50 by chance and none of these leads by 0.1; one in
 * twenty true matches does not either.
 */
const LEAST_LEAD = 0.1;

/**
 * Each tenfold of bibs raises the cosine required by 0.06, from this many on: among ten
 * times as many strangers are ten times as many doubles, and each 0.06 of cosine leaves a
 * tenth of them (measured: 796 pairs per million above 0.40, 126 above 0.45, none of
 * 158,236 above 0.50). So the share of wrong links stays low in every size of event.
 */
const BIBS_WITHOUT_SURCHARGE = 100;
const SURCHARGE_PER_TENFOLD = 0.06;

/** The cosine from which a face is linked in an event of that size. */
export function requiredCosine({ threshold, boundBibs }: LinkRule): number {
  const tenfolds = Math.log10(Math.max(boundBibs, BIBS_WITHOUT_SURCHARGE) / BIBS_WITHOUT_SURCHARGE);
  return cosineOf(threshold) + SURCHARGE_PER_TENFOLD * tenfolds;
}

/** What the evidence says of one face, whatever else is in its photo. */
export function decideLink([match, rival]: FaceEvidence, rule: LinkRule): LinkDecision {
  if (!match) return { kind: 'no-match' };
  const required = requiredCosine(rule);
  if (match.cosine < required)
    return { kind: 'too-different', match, required: similarityOf(required) };
  if (rival && match.cosine - rival.cosine < LEAST_LEAD) return { kind: 'ambiguous', match, rival };
  return { kind: 'match', match };
}

/**
 * The bibs that faces without one get from the same face in other photos; only the
 * matched person's bib, and each bib once a photo. Depends on nothing but the evidence,
 * which comes from bound faces alone: a link is never the ground for another, so the
 * order of photos and runs does not matter. Sorted by photo and face.
 *
 * `isClosed` says which bibs a photo cannot get: those it has, and those a person took away.
 */
export function linkOrphans(
  faces: readonly OrphanFace[],
  rule: LinkRule,
  isClosed: (photoId: PhotoId, bib: Bib) => boolean,
): FaceLink[] {
  const bestOfBib = new Map<string, { face: OrphanFace; match: FaceMatch }>();
  for (const face of faces) {
    const decision = decideLink(face.evidence, rule);
    if (decision.kind !== 'match' || isClosed(face.photoId, decision.match.bib)) continue;
    const key = JSON.stringify([face.photoId, decision.match.bib]);
    const other = bestOfBib.get(key);
    if (!other || isBetter({ face, match: decision.match }, other)) {
      bestOfBib.set(key, { face, match: decision.match });
    }
  }
  return [...bestOfBib.values()]
    .map(({ face, match }) => ({
      face: { photoId: face.photoId, ordinal: face.ordinal },
      bib: match.bib,
      source: { photoId: match.photoId, ordinal: match.ordinal },
      similarity: similarityOf(match.cosine),
    }))
    .sort((a, b) => compareKeys(a.face, b.face));
}

interface Claim {
  readonly face: OrphanFace;
  readonly match: FaceMatch;
}

/** Two faces of one photo cannot both be the runner: the nearer one is. */
function isBetter(a: Claim, b: Claim): boolean {
  return (compareMatches(a.match, b.match) || a.face.ordinal - b.face.ordinal) < 0;
}

function compareKeys(a: FaceKey, b: FaceKey): number {
  if (a.photoId !== b.photoId) return a.photoId < b.photoId ? -1 : 1;
  return a.ordinal - b.ordinal;
}
