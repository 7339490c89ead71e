import { dataExceptionOf } from '../db/data-exception.js';
import { insertAnalysis } from '../db/queries/analysis.js';
import { insertPhoto } from '../db/queries/photos.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import { derivePhotoId, type EventId, type PhotoId, type Sha256 } from '../domain/ids.js';
import { originalKey, versionKey } from '../domain/object-keys.js';
import type { AnalysedPhoto } from '../domain/photo.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { PhotoTagger } from './photo-tagger.js';

/** Where photos of one event go. */
export interface PhotoDestination {
  readonly db: Db;
  readonly store: ObjectStore;
  readonly event: RaceEvent;
  readonly tagger: PhotoTagger;
  /** True: originals stay where they are and only their path is recorded. */
  readonly byReference: boolean;
  /** False: the photos are not compared for near duplicates. */
  readonly nearDuplicates: boolean;
  readonly templateDays: number;
}

export interface PhotoToStore {
  readonly sha256: Sha256;
  readonly original: Uint8Array;
  readonly originalPath: Buffer;
  readonly photo: AnalysedPhoto;
  /** Writes the file's own row, in the same transaction. */
  record(db: Db, outcome: 'photo' | 'duplicate', photoId: PhotoId): Promise<void>;
}

export type StoredPhoto =
  | { readonly kind: 'stored'; readonly id: PhotoId; readonly isNew: boolean }
  /** The photo says something that the database cannot hold: no other photo suffers from it. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Objects first, then every row in one transaction: a photo that the database knows has all
 * its objects. After a kill in between, the next run writes the same objects again.
 */
export async function storePhoto(
  destination: PhotoDestination,
  input: PhotoToStore,
): Promise<StoredPhoto> {
  const { event } = destination;
  const id = derivePhotoId(event.slug, input.sha256);
  if (!destination.byReference) {
    await destination.store.put(originalKey(event.id, input.sha256), input.original, {
      sha256: input.sha256,
    });
  }
  await storeVersions(destination.store, event.id, input);
  try {
    return { kind: 'stored', id, isNew: await storeRows(destination, id, input) };
  } catch (error) {
    const refusal = dataExceptionOf(error);
    if (refusal === undefined) throw error;
    return { kind: 'refused', reason: `the database cannot hold what it says (${refusal})` };
  }
}

/** False where the event has the photo already. */
async function storeRows(
  destination: PhotoDestination,
  id: PhotoId,
  input: PhotoToStore,
): Promise<boolean> {
  const { event } = destination;
  return destination.db.transaction(async (db) => {
    const tagged = await destination.tagger.tag(db, id, input.photo);
    const isNew = await insertPhoto(db, {
      id,
      eventId: event.id,
      sha256: input.sha256,
      bytes: input.original.length,
      photo: input.photo,
      originalPath: destination.byReference ? input.originalPath : undefined,
      nearDuplicates: destination.nearDuplicates,
    });
    if (isNew) {
      const { sha256, photo } = input;
      await insertAnalysis(db, event.id, {
        id,
        sha256,
        photo,
        tagged,
        templateDays: destination.templateDays,
      });
    }
    await input.record(db, isNew ? 'photo' : 'duplicate', id);
    return isNew;
  });
}

export async function storeVersions(
  store: ObjectStore,
  eventId: EventId,
  input: { readonly sha256: Sha256; readonly photo: AnalysedPhoto },
): Promise<void> {
  await Promise.all(
    input.photo.versions.map((version) =>
      store.put(versionKey(eventId, input.sha256, version), version.body),
    ),
  );
}
