import {
  boundFaces,
  closedBibs,
  countBoundBibs,
  evidenceOfFaces,
  facesWithMatch,
  keyOf,
  saveEvidence,
  storedLinks,
  unboundFaces,
  type PhotoScope,
} from '../db/queries/face-links.js';
import { deleteTag, insertTags } from '../db/queries/tags.js';
import type { Db } from '../db/query.js';
import type { EventId, PhotoId } from '../domain/ids.js';
import type { Tag } from '../domain/tag.js';
import { compareMatches, mergeEvidence, type FaceEvidence } from '../linking/face-evidence.js';
import { cosineOf } from '../linking/face-similarity.js';
import { linkOrphans, type FaceLink } from '../linking/link-orphans.js';
import { matchInBatches } from '../linking/match-in-batches.js';

/**
 * Weaker matches are not remembered: the lowest threshold there is, 50 %, is a cosine of 0.35, and
 * a rival counts from 0.1 below the match. Nearly all pairs of strangers are below 0.2.
 */
const LEAST_COSINE = 0.2;

const FACES_AT_ONCE = 2_000;
const BOUND_AT_ONCE = 20_000;

/**
 * Compares what is new with what the event has (new faces with all bound ones, all other faces
 * with the new bound ones), remembers the evidence, and makes the event's tags by face what
 * the evidence says today. The sum of such runs equals one run over everything.
 */
export async function linkPhotos(
  transaction: Db,
  eventId: EventId,
  changed: readonly PhotoId[],
  threshold: number,
): Promise<void> {
  const everywhere: PhotoScope = { outside: [] };
  await gatherEvidence(transaction, eventId, { faces: { within: changed }, bound: everywhere });
  await gatherEvidence(transaction, eventId, {
    faces: { outside: changed },
    bound: { within: changed },
  });
  await settleLinks(transaction, eventId, threshold);
}

async function gatherEvidence(
  db: Db,
  eventId: EventId,
  scopes: { readonly faces: PhotoScope; readonly bound: PhotoScope },
): Promise<void> {
  const faces = unboundFaces(db, eventId, scopes.faces, FACES_AT_ONCE);
  const bound = () => boundFaces(db, eventId, scopes.bound, BOUND_AT_ONCE);
  for await (const batch of matchInBatches(faces, bound, LEAST_COSINE)) {
    const found = batch.filter(({ evidence }) => evidence.length > 0);
    const known = await evidenceOfFaces(
      db,
      found.map(({ face }) => face),
    );
    await saveEvidence(
      db,
      found.flatMap(({ face: { photoId, ordinal }, evidence }) => {
        const before = known.get(keyOf({ photoId, ordinal })) ?? [];
        const merged = mergeEvidence(before, evidence);
        return isEqual(merged, before) ? [] : [{ photoId, ordinal, evidence: merged }];
      }),
    );
  }
}

/** Evidence from the database has its numbers and names in the order of JSON, so it is compared by value. */
function isEqual(a: FaceEvidence, b: FaceEvidence): boolean {
  return (
    a.length === b.length &&
    a.every((match, at) => b[at] !== undefined && compareMatches(match, b[at]) === 0)
  );
}

async function settleLinks(db: Db, eventId: EventId, threshold: number): Promise<void> {
  const faces = await facesWithMatch(db, eventId, cosineOf(threshold));
  const closed = await closedBibs(db, [...new Set(faces.map(({ photoId }) => photoId))]);
  const rule = { threshold, boundBibs: await countBoundBibs(db, eventId) };
  const links = linkOrphans(faces, rule, (photoId, bib) => closed.get(photoId)?.has(bib) === true);

  const stored = new Map(
    (await storedLinks(db, eventId)).map((link) => [`${link.photoId} ${link.bib}`, link]),
  );
  const fresh: Tag[] = [];
  for (const link of links) {
    const key = `${link.face.photoId} ${link.bib}`;
    const before = stored.get(key);
    stored.delete(key);
    const isSame =
      before?.faceOrdinal === link.face.ordinal &&
      before.sourcePhoto === link.source.photoId &&
      before.sourceOrdinal === link.source.ordinal;
    if (!isSame) fresh.push(toTag(link));
  }
  for (const gone of stored.values()) await deleteTag(db, gone.photoId, gone.bib);
  await insertTags(db, eventId, fresh);
}

function toTag({ face, bib, source, similarity }: FaceLink): Tag {
  return {
    photoId: face.photoId,
    bib,
    source: 'face',
    confidence: similarity,
    evidence: { kind: 'face', photoId: source.photoId, faceOrdinal: source.ordinal, similarity },
    faceOrdinal: face.ordinal,
  };
}
