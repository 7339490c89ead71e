import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createEvent } from '../../core/db/queries/events.js';
import { recordFile, type FileRecord } from '../../core/db/queries/files.js';
import { claimFolder } from '../../core/db/queries/folders.js';
import { startRun } from '../../core/db/queries/runs.js';
import { insertTags } from '../../core/db/queries/tags.js';
import type { Db } from '../../core/db/query.js';
import type { RaceEvent } from '../../core/domain/event.js';
import {
  derivePhotoId,
  type Bib,
  type FolderId,
  type PhotoId,
  type RunId,
  type Sha256,
} from '../../core/domain/ids.js';
import type { TagSource } from '../../core/domain/tag.js';
import { toDisplayPath } from '../../core/pipeline/scan-display-path.js';

export interface GivenPhoto {
  readonly bytes?: Uint8Array;
  readonly bibs?: readonly string[];
  readonly source?: TagSource;
  readonly status?: 'kept' | 'near-duplicate' | 'blurry';
  readonly duplicateOf?: PhotoId;
  readonly format?: string;
}

/** An event with a folder of files, in the database and on the disk, as an ingest leaves them. */
export interface ExportFixture {
  readonly event: RaceEvent;
  readonly folder: string;
  photo(path: string | Buffer, given?: GivenPhoto): Promise<PhotoId>;
  file(
    path: string,
    outcome: FileRecord['outcome'],
    given: { reason?: string; photoId?: PhotoId },
  ): Promise<void>;
  tag(photoId: PhotoId, bibs: readonly string[], source?: TagSource): Promise<void>;
  enter(bib: string, firstName: string, lastName: string, race?: string): Promise<void>;
}

export async function temporaryFolder(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'focusracer-export-')));
}

export async function exportFixture(
  db: Db,
  options: { event?: RaceEvent } = {},
): Promise<ExportFixture> {
  const event =
    options.event ?? (await createEvent(db, { name: 'Trail', timeZone: 'Europe/Paris' }));
  const folder = join(await temporaryFolder(), 'card');
  await mkdir(folder);
  const folderId = await claimFolder(db, event.id, Buffer.from(folder));
  const runId = await startRun(db, event.id, folderId);
  const tag: ExportFixture['tag'] = async (photoId, bibs, source = 'reading') => {
    await insertTags(
      db,
      event.id,
      bibs.map((bib) => ({
        photoId,
        bib: bib as Bib,
        source,
        confidence: 97.3,
        evidence: { kind: 'manual' },
        faceOrdinal: undefined,
      })),
    );
  };
  return {
    event,
    folder,
    tag,
    photo: async (path, given = {}) => {
      const bytes = given.bytes ?? Buffer.from(`photo ${path.toString('latin1')}`);
      const onDisk = Buffer.concat([Buffer.from(folder + '/'), Buffer.from(path)]);
      await mkdir(dirname(onDisk.toString()), { recursive: true });
      await writeFile(onDisk, bytes);
      const photoId = await insertPhotoRow(db, event, bytes, onDisk, given);
      await recordFile(db, fileRow(folderId, runId, path, { outcome: 'photo', photoId }));
      await tag(photoId, given.bibs ?? [], given.source);
      return photoId;
    },
    file: (path, outcome, { reason, photoId }) =>
      recordFile(db, fileRow(folderId, runId, path, { outcome, reason, photoId })),
    enter: async (bib, firstName, lastName, race = '') => {
      await db('entries').insert({
        event_id: event.id,
        race,
        bib,
        first_name: firstName,
        last_name: lastName,
      });
    },
  };
}

async function insertPhotoRow(
  db: Db,
  event: RaceEvent,
  bytes: Uint8Array,
  originalPath: Buffer,
  given: GivenPhoto,
): Promise<PhotoId> {
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
  const id = derivePhotoId(event.slug, sha256);
  await db('photos').insert({
    id,
    event_id: event.id,
    sha256: Buffer.from(sha256, 'hex'),
    bytes: bytes.length,
    format: given.format ?? 'jpeg',
    width: 60,
    height: 40,
    captured_at: '2026-05-17T08:04:05.25Z',
    perceptual_hash: Buffer.alloc(8),
    frame_signature: Buffer.alloc(0),
    sharpness: 1,
    quality: 1,
    status: given.status ?? 'kept',
    duplicate_of: given.duplicateOf ?? null,
    original_path: originalPath,
  });
  return id;
}

function fileRow(
  folderId: FolderId,
  runId: RunId,
  path: string | Buffer,
  what: {
    outcome: FileRecord['outcome'];
    reason?: string | undefined;
    photoId?: PhotoId | undefined;
  },
): FileRecord {
  const bytes = Buffer.from(path);
  return {
    folderId,
    runId,
    path: bytes,
    displayPath: toDisplayPath(bytes),
    bytes: 1,
    modifiedNs: 1n,
    outcome: what.outcome,
    reason: what.reason,
    photoId: what.photoId,
  };
}
