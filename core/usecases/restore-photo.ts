import { getEvent } from '../db/queries/events.js';
import { lockEvent } from '../db/queries/locks.js';
import { replaceAnalysis, restorePhotoRow, storedOriginal } from '../db/queries/restored.js';
import type { Db } from '../db/query.js';
import type { Sha256 } from '../domain/ids.js';
import { originalKey } from '../domain/object-keys.js';
import type { PhotoStatus } from '../domain/photo.js';
import { FocusError } from '../errors.js';
import { finishEvent, type FinishOptions } from '../pipeline/finish-event.js';
import type { PhotoPool, PhotoTask } from '../pipeline/photo-task.js';
import { createPhotoTagger } from '../pipeline/photo-tagger.js';
import { readOriginal } from '../pipeline/read-original.js';
import { storeVersions } from '../pipeline/store-photo.js';
import type { ObjectStore } from '../ports/object-store.js';
import { findPhoto } from './find-photo.js';

export interface RestoreDeps {
  readonly db: Db;
  readonly store: ObjectStore;
  /** Opened only for a blurry photo, which was not analysed when it came in. */
  openPool(): Promise<PhotoPool>;
}

export interface RestoreOptions extends FinishOptions {
  readonly task: Pick<PhotoTask, 'retouch' | 'watermarkText'>;
  readonly maximumBytes: number;
  readonly templateDays: number;
}

export interface RestoredPhoto {
  readonly event: string;
  readonly photo: string;
  /** What it was before. */
  readonly was: PhotoStatus;
}

/** Brings a photo that a filter set aside back for good: no filter takes it away again. */
export async function restorePhoto(
  deps: RestoreDeps,
  target: { readonly event: string; readonly photo: string },
  options: RestoreOptions,
): Promise<RestoredPhoto> {
  const event = await getEvent(deps.db, target.event);
  const found = await findPhoto(deps.db, event, target.photo);
  const photo = await storedOriginal(deps.db, found.id);
  const result = { event: event.slug, photo: found.file, was: photo.status };
  if (photo.status !== 'blurry') {
    if (photo.status !== 'kept') {
      await deps.db.transaction(async (transaction) => {
        await lockEvent(transaction, event.id);
        await restorePhotoRow(transaction, found.id);
      });
    }
    return result;
  }
  const bytes = await readStored(
    deps,
    { ...photo, key: originalKey(event.id, photo.sha256) },
    found.file,
    options,
  );
  const pool = await deps.openPool();
  try {
    const analysed = await pool.process({
      ...options.task,
      bytes,
      fileName: found.file,
      sha256: photo.sha256,
      faces: event.faces,
      blurThreshold: 0,
    });
    if (analysed.kind !== 'analysed') {
      throw new FocusError(
        'unavailable',
        'photo.unreadable',
        `${found.file} cannot be analysed: ${analysed.reason}`,
      );
    }
    await storeVersions(deps.store, event.id, { sha256: photo.sha256, photo: analysed.photo });
    await deps.db.transaction(async (transaction) => {
      await lockEvent(transaction, event.id);
      const tagged = await createPhotoTagger(event).tag(transaction, found.id, analysed.photo);
      await replaceAnalysis(transaction, event.id, {
        id: found.id,
        sha256: photo.sha256,
        photo: analysed.photo,
        tagged,
        templateDays: options.templateDays,
      });
    });
  } finally {
    await pool.close();
  }
  await finishEvent(deps.db, event, options, () => undefined);
  return result;
}

async function readStored(
  deps: RestoreDeps,
  photo: {
    readonly key: string;
    readonly sha256: Sha256;
    readonly originalPath: Buffer | undefined;
  },
  displayPath: string,
  options: { readonly maximumBytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  if (photo.originalPath === undefined) return Uint8Array.from(await deps.store.get(photo.key));
  const original = await readOriginal(photo.originalPath, {
    displayPath,
    maximumBytes: options.maximumBytes,
  });
  if (original.kind === 'read' && original.sha256 === photo.sha256) return original.bytes;
  const reason = original.kind === 'read' ? 'has been changed since' : original.reason;
  throw new FocusError(
    'unavailable',
    'photo.original-gone',
    `The original of ${displayPath} ${reason}`,
    {
      hint: 'It was ingested by reference: connect the disk or card that it lies on.',
    },
  );
}
