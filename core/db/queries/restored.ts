import type { EventId, PhotoId, Sha256 } from '../../domain/ids.js';
import type { AnalysedPhoto, PhotoStatus } from '../../domain/photo.js';
import type { TaggedPhoto } from '../../domain/tag-photo.js';
import { insertAnalysis } from './analysis.js';
import { query, type Db } from '../query.js';

export async function storedOriginal(
  db: Db,
  id: PhotoId,
): Promise<{ sha256: Sha256; status: PhotoStatus; originalPath: Buffer | undefined }> {
  const rows = await query<{ sha256: Sha256; status: PhotoStatus; original_path: Buffer | null }>(
    db,
    "select encode(sha256, 'hex') as sha256, status, original_path from photos where id = :id",
    { id },
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`Expected the photo ${id}, which was found a moment ago`);
  return { sha256: row.sha256, status: row.status, originalPath: row.original_path ?? undefined };
}

export async function restorePhotoRow(db: Db, id: PhotoId): Promise<void> {
  await query(
    db,
    "update photos set status = 'kept', duplicate_of = null, restored_at = now() where id = :id",
    { id },
  );
}

/** Puts the full analysis of a photo, kept for good, in the place of the partial one. */
export async function replaceAnalysis(
  db: Db,
  eventId: EventId,
  photo: {
    readonly id: PhotoId;
    readonly sha256: Sha256;
    readonly photo: AnalysedPhoto;
    readonly tagged: TaggedPhoto;
    readonly templateDays: number;
  },
): Promise<void> {
  await query(
    db,
    `update photos set status = 'kept', restored_at = now(), pending = true,
       quality = :quality, analysed_by = :analysedBy where id = :id`,
    { id: photo.id, quality: photo.photo.quality, analysedBy: photo.photo.analysedBy ?? null },
  );
  for (const table of ['versions', 'readings', 'faces'])
    await db(table).where({ photo_id: photo.id }).delete();
  await insertAnalysis(db, eventId, photo);
}
