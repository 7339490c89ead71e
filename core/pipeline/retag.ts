import { loadRules } from './photo-tagger.js';
import { analysedPhotos } from '../db/queries/photos.js';
import { forgetEvidence } from '../db/queries/face-links.js';
import { bindFaces, facesOfPhotos } from '../db/queries/faces.js';
import { readingsOfPhotos, updateResolutions } from '../db/queries/readings.js';
import { deleteTags, insertTags, manualDecisions } from '../db/queries/tags.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { PhotoId } from '../domain/ids.js';
import type { ResolveOptions } from '../domain/resolve-readings.js';
import { tagPhoto } from '../domain/tag-photo.js';

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
  const readings = await readingsOfPhotos(transaction, photoIds);
  const faces = await facesOfPhotos(transaction, photoIds);
  const decisions = await manualDecisions(transaction, photoIds);
  await deleteTags(transaction, photoIds, ['reading', 'corrected']);
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
  await forgetEvidence(transaction, event.id, rebound);
  await insertTags(
    transaction,
    event.id,
    [...tagged.values()].flatMap(({ tags }) => tags),
  );
}

const PHOTOS_AT_ONCE = 1_000;

/** The same for every photo of the event: its start list changed. */
export async function retagEvent(transaction: Db, event: RaceEvent): Promise<void> {
  const rules = await loadRules(transaction, event);
  for await (const photoIds of analysedPhotos(transaction, event.id, PHOTOS_AT_ONCE)) {
    await retagPhotos(transaction, event, photoIds, rules);
  }
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): Map<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
