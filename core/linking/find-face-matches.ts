import { exactSearch, MetricKind } from 'usearch';
import type { Bib } from '../domain/ids.js';
import { toEvidence, type FaceEvidence, type FaceKey, type FaceMatch } from './face-evidence.js';
import { TEMPLATE_BYTES, templateCosine } from './face-template.js';

/** A face to be compared. */
export interface FaceTemplate extends FaceKey {
  readonly template: Int8Array;
}

/** A face with a bib on its own body. */
export interface BoundFace extends FaceTemplate {
  readonly bib: Bib;
}

/** Neighbours fetched at first: enough for the best and its rival unless one runner fills them all. */
const FIRST_NEIGHBOURS = 16;
const WIDENING = 8;
/** Bounds the answer of one search to some 50 MB, however wide. */
const NEIGHBOURS_AT_ONCE = 4_000_000;
/** The search rounds to single precision; neighbours closer than this may come in another order. */
const SEARCH_ERROR = 1e-4;

/**
 * Compares every query with every candidate, exactly, and gives each query's evidence, in
 * the order of the queries. Faces of one photo are never each other's match: nobody is in
 * a photo twice. About 0.07 ms per thousand comparisons; blocks while it works, so callers
 * give it batches (match-in-batches.ts).
 *
 * @param leastCosine matches below it are left out, which is also quicker
 */
export function findFaceMatches(
  queries: readonly FaceTemplate[],
  candidates: readonly BoundFace[],
  leastCosine = -1,
): FaceEvidence[] {
  if (candidates.length === 0) return queries.map(() => []);
  const dataset = packed(candidates);
  const evidence: FaceEvidence[] = [];
  let open = queries.map((_, index) => index);
  for (let count = FIRST_NEIGHBOURS; open.length > 0; count *= WIDENING) {
    const neighbours = Math.min(count, candidates.length);
    const unsettled: number[] = [];
    for (const some of inChunks(open, Math.ceil(NEIGHBOURS_AT_ONCE / neighbours))) {
      const rows = nearest(dataset, packed(some.map((index) => queries[index]!)), neighbours);
      some.forEach((index, row) => {
        const query = queries[index]!;
        const near = rows[row]!.filter(({ cosine }) => cosine >= leastCosine - SEARCH_ERROR);
        const matches = near.map(({ candidate }) => toMatch(query, candidates[candidate]!));
        const found = toEvidence(
          matches.filter(
            ({ photoId, cosine }) => photoId !== query.photoId && cosine >= leastCosine,
          ),
        );
        evidence[index] = found;
        const hasAll = near.length < neighbours || neighbours === candidates.length;
        if (!hasAll && !isSettled(found, matches)) unsettled.push(index);
      });
    }
    open = unsettled;
  }
  return evidence;
}

/** Whether nothing that was not fetched could take the place of what was found. */
function isSettled(evidence: FaceEvidence, fetched: readonly FaceMatch[]): boolean {
  const rival = evidence[1];
  const furthest = fetched.at(-1);
  return (
    rival !== undefined && furthest !== undefined && rival.cosine > furthest.cosine + SEARCH_ERROR
  );
}

/** A candidate's index and its cosine, in single precision. */
interface Neighbour {
  readonly candidate: number;
  readonly cosine: number;
}

/** For each of the queries packed, its nearest candidates, nearest first. */
function nearest(dataset: Int8Array, queries: Int8Array, count: number): Neighbour[][] {
  const found = exactSearch(dataset, queries, TEMPLATE_BYTES, count, MetricKind.Cos);
  return Array.from({ length: queries.length / TEMPLATE_BYTES }, (_, row) =>
    Array.from({ length: count }, (__, place) => ({
      candidate: Number(found.keys[row * count + place]),
      cosine: 1 - found.distances[row * count + place]!,
    })),
  );
}

function inChunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, chunk) =>
    items.slice(chunk * size, (chunk + 1) * size),
  );
}

function toMatch(query: FaceTemplate, { photoId, ordinal, bib, template }: BoundFace): FaceMatch {
  return { photoId, ordinal, bib, cosine: templateCosine(query.template, template) };
}

function packed(faces: readonly FaceTemplate[]): Int8Array {
  const templates = new Int8Array(faces.length * TEMPLATE_BYTES);
  faces.forEach(({ template }, index) => templates.set(template, index * TEMPLATE_BYTES));
  return templates;
}
