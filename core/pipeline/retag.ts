import { loadRules } from './photo-tagger.js';
import { analysedPhotos } from '../db/queries/photos.js';
import { forgetEvidence } from '../db/queries/face-links.js';
import { bindFaces, facesOfPhotos } from '../db/queries/faces.js';
import { markPending } from '../db/queries/pending.js';
import { readingsOfPhotos, updateResolutions } from '../db/queries/readings.js';
import { deleteTags, insertTags, manualDecisions } from '../db/queries/tags.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { PhotoId } from '../domain/ids.js';
import type { ResolveOptions } from '../domain/resolve-readings.js';
import type { Tag } from '../domain/tag.js';
import { tagPhoto } from '../domain/tag-photo.js';
import type { FaceKey } from '../linking/face-evidence.js';

/**
 * Resolves the stored readings of those photos anew, by the start list and the decisions
 * of today: tags by reading and the bibs bound to faces follow. Photos whose links may change are
 * left pending, for `finishEvent`.
 */
export async function retagPhotos(
  transaction: Db,
  event: RaceEvent,
  photoIds: readonly PhotoId[],
  rules: ResolveOptions,
): Promise<void> {
  await forgetEvidence(
    transaction,
    event.id,
    await resolveAnew(transaction, event, photoIds, rules),
  );
}

/** Gives the faces whose bib changed; what rests on them is left to be forgotten. */
async function resolveAnew(
  transaction: Db,
  event: RaceEvent,
  photoIds: readonly PhotoId[],
  rules: ResolveOptions,
): Promise<FaceKey[]> {
  const readings = await readingsOfPhotos(transaction, photoIds);
  const faces = await facesOfPhotos(transaction, photoIds);
  const decisions = await manualDecisions(transaction, photoIds);
  const before = await deleteTags(transaction, photoIds, ['reading', 'corrected']);
  const tagged = new Map(
    photoIds.map((photoId) => {
      const photo = { readings: readings.get(photoId) ?? [], faces: faces.get(photoId) ?? [] };
      return [photoId, tagPhoto(photoId, photo, rules, decisions.get(photoId))];
    }),
  );
  await updateResolutions(
    transaction,
    mapValues(tagged, ({ resolutions }) => resolutions),
  );
  const rebound = await bindFaces(
    transaction,
    mapValues(tagged, ({ faceBibs }) => faceBibs),
  );
  const tags = [...tagged.values()].flatMap((photo) => photo.tags);
  await insertTags(transaction, event.id, tags);
  // A bib that is read no more may now come by a face, and the other way round.
  await markPending(transaction, photosThatDiffer(before, tags));
  return rebound;
}

type PhotoBib = Pick<Tag, 'photoId' | 'bib'>;

function photosThatDiffer(before: readonly PhotoBib[], after: readonly PhotoBib[]): PhotoId[] {
  const keyOf = ({ photoId, bib }: PhotoBib): string => `${photoId} ${bib}`;
  const [had, has] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const different = [
    ...before.filter((tag) => !has.has(keyOf(tag))),
    ...after.filter((tag) => !had.has(keyOf(tag))),
  ];
  return [...new Set(different.map(({ photoId }) => photoId))];
}

const PHOTOS_AT_ONCE = 1_000;

/** The same for every photo of the event: its start list changed. */
export async function retagEvent(transaction: Db, event: RaceEvent): Promise<void> {
  const rules = await loadRules(transaction, event);
  const rebound: FaceKey[] = [];
  for await (const photoIds of analysedPhotos(transaction, event.id, PHOTOS_AT_ONCE)) {
    rebound.push(...(await resolveAnew(transaction, event, photoIds, rules)));
  }
  // Once for all: it goes through the evidence of the whole event.
  await forgetEvidence(transaction, event.id, rebound);
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): Map<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
