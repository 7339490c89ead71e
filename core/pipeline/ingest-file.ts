import type { Claim } from './claims.js';
import type { FileOutcome } from './ingest-events.js';
import type { PhotoPool, PhotoTask, StageTimes } from './photo-task.js';
import { readOriginal } from './read-original.js';
import { absolutePath } from './scan.js';
import type { FoundFile } from './scan-entry.js';
import { storePhoto, type PhotoDestination } from './store-photo.js';
import { recordFile, touchFile, type KnownFile } from '../db/queries/files.js';
import { findPhotoBySha } from '../db/queries/photos.js';
import type { Db } from '../db/query.js';
import type { FolderId, PhotoId, RunId, Sha256 } from '../domain/ids.js';
import { FocusError } from '../errors.js';

/** What every file of one run shares. */
export interface FileIngest {
  readonly db: Db;
  readonly pool: PhotoPool;
  readonly folder: { readonly id: FolderId; readonly root: string };
  readonly runId: RunId;
  readonly maximumBytes: number;
  readonly task: Omit<PhotoTask, 'bytes' | 'fileName' | 'sha256'>;
  readonly destination: PhotoDestination;
}

/** The photo that a claim led to; undefined where the bytes could not be read as a photo. */
export type ClaimedPhoto = { readonly id: PhotoId; readonly displayPath: string } | undefined;

export interface FileResult {
  readonly outcome: Exclude<FileOutcome, 'near-duplicate'>;
  readonly reason: string | undefined;
  readonly stageMs: StageTimes | undefined;
}

/**
 * Takes one new or changed file from the disk to its row in the database. What is wrong with
 * the file comes back as its outcome; what is wrong with the disk, the store or the database
 * is thrown.
 */
export async function ingestFile(
  ingest: FileIngest,
  file: FoundFile,
  known: KnownFile | undefined,
  claim: Claim<ClaimedPhoto>,
): Promise<FileResult> {
  const path = absolutePath(ingest.folder.root, file.path);
  const startedAt = performance.now();
  const original = await readOriginal(path, {
    displayPath: file.displayPath,
    maximumBytes: ingest.maximumBytes,
  }).catch((error: unknown) => {
    claim.pass();
    throw error;
  });
  const readMs = performance.now() - startedAt;
  if (original.kind !== 'read') {
    claim.pass();
    return recordProblem(ingest, file, original.kind, original.reason);
  }

  const claimed = await claim.take(original.sha256);
  if (!claimed.owned) {
    const photo = await claimed.outcome;
    // The owner's bytes are ours: what made it fail makes us fail, so we may as well try alone.
    if (photo === undefined)
      return analyse(ingest, file, original, path, readMs).then(({ result }) => result);
    return recordDuplicate(ingest, file, photo);
  }
  try {
    const stored = await findPhotoBySha(ingest.db, ingest.destination.event.id, original.sha256);
    if (stored !== undefined) {
      const photo = { id: stored.id, displayPath: stored.displayPath ?? stored.id };
      claim.settle(original.sha256, photo);
      if (known?.photoId === stored.id) return await recordTouched(ingest, file);
      if (stored.displayPath === undefined) return await recordReturned(ingest, file, stored.id);
      return await recordDuplicate(ingest, file, photo);
    }
    const { photo, result } = await analyse(ingest, file, original, path, readMs);
    claim.settle(original.sha256, photo);
    return result;
  } catch (error) {
    claim.abandon(original.sha256, error);
    throw error;
  }
}

const OF_ANOTHER_PROCESS = 'another process stored the same photo';

async function analyse(
  ingest: FileIngest,
  file: FoundFile,
  original: { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: Sha256 },
  path: Buffer,
  readMs: number,
): Promise<{ photo: ClaimedPhoto; result: FileResult }> {
  const task = {
    ...ingest.task,
    bytes: original.bytes,
    fileName: file.displayPath,
    sha256: original.sha256,
  };
  const analysed = await ingest.pool.process(task).catch(failAlone);
  if (analysed.kind !== 'analysed') {
    return {
      photo: undefined,
      result: await recordProblem(ingest, file, analysed.kind, analysed.reason),
    };
  }
  const startedAt = performance.now();
  const stored = await storePhoto(ingest.destination, {
    sha256: original.sha256,
    original: analysed.bytes,
    originalPath: path,
    photo: analysed.photo,
    record: (db, outcome, photoId) =>
      recordFile(
        db,
        fileRecord(ingest, file, {
          outcome,
          photoId,
          reason: outcome === 'duplicate' ? OF_ANOTHER_PROCESS : undefined,
        }),
      ),
  });
  if (stored.kind === 'refused') {
    return {
      photo: undefined,
      result: await recordProblem(ingest, file, 'failed', stored.reason),
    };
  }
  const stageMs = { read: readMs, ...analysed.stageMs, store: performance.now() - startedAt };
  const photo = { id: stored.id, displayPath: file.displayPath };
  if (!stored.isNew) {
    return {
      photo,
      result: { outcome: 'duplicate', reason: OF_ANOTHER_PROCESS, stageMs },
    };
  }
  const { blurry, sharpness } = analysed.photo;
  const reason = blurry
    ? `sharpness ${sharpness.toFixed(1)} is below ${ingest.task.blurThreshold}`
    : undefined;
  return { photo, result: { outcome: blurry ? 'blurry' : 'kept', reason, stageMs } };
}

/** A bug that one photo brings to light must not keep thousands of others from coming in. */
function failAlone(error: unknown): { readonly kind: 'failed'; readonly reason: string } {
  if (error instanceof FocusError) throw error;
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', reason: `a bug in Focus Racer was met (${message})` };
}

async function recordDuplicate(
  ingest: FileIngest,
  file: FoundFile,
  photo: NonNullable<ClaimedPhoto>,
): Promise<FileResult> {
  const reason = `same bytes as ${photo.displayPath}`;
  await recordFile(
    ingest.db,
    fileRecord(ingest, file, { outcome: 'duplicate', photoId: photo.id, reason }),
  );
  return { outcome: 'duplicate', reason, stageMs: undefined };
}

/**
 * The event has the photo, but no file stands for it any more: this one's content had changed
 * or could not be read in an earlier run.
 */
async function recordReturned(
  ingest: FileIngest,
  file: FoundFile,
  photoId: PhotoId,
): Promise<FileResult> {
  await recordFile(
    ingest.db,
    fileRecord(ingest, file, { outcome: 'photo', photoId, reason: undefined }),
  );
  return { outcome: 'kept', reason: undefined, stageMs: undefined };
}

async function recordTouched(ingest: FileIngest, file: FoundFile): Promise<FileResult> {
  await touchFile(ingest.db, ingest.folder.id, file.path, file);
  return { outcome: 'known', reason: undefined, stageMs: undefined };
}

async function recordProblem(
  ingest: Pick<FileIngest, 'db' | 'folder' | 'runId'>,
  file: FoundFile,
  outcome: 'unsupported' | 'failed',
  reason: string,
): Promise<FileResult> {
  await recordFile(ingest.db, fileRecord(ingest, file, { outcome, photoId: undefined, reason }));
  return { outcome, reason, stageMs: undefined };
}

function fileRecord(
  ingest: Pick<FileIngest, 'folder' | 'runId'>,
  file: FoundFile,
  result: {
    outcome: KnownFile['outcome'];
    photoId: PhotoId | undefined;
    reason: string | undefined;
  },
): Parameters<typeof recordFile>[1] {
  return {
    folderId: ingest.folder.id,
    runId: ingest.runId,
    path: file.path,
    displayPath: file.displayPath,
    bytes: file.bytes,
    modifiedNs: file.modifiedNs,
    ...result,
  };
}
