import { versionKey } from '../../domain/object-keys.js';
import type { EventId, PhotoId, Sha256 } from '../../domain/ids.js';
import type { AnalysedPhoto, PhotoStatus } from '../../domain/photo.js';
import { query, type Db } from '../query.js';

/** Before every id. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000' as PhotoId;

export interface NewPhoto {
  readonly id: PhotoId;
  readonly eventId: EventId;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly photo: AnalysedPhoto;
  /** Where the original lies when it is not copied into the object store. */
  readonly originalPath: Uint8Array | undefined;
  /** True where it is to be compared with the event's photos for near duplicates. */
  readonly nearDuplicates: boolean;
}

/** False, and nothing written, where the event already has the photo: another process was faster. */
export async function insertPhoto(db: Db, photo: NewPhoto): Promise<boolean> {
  const { capture } = photo.photo;
  const rows = await query<{ id: PhotoId }>(
    db,
    `insert into photos (id, event_id, sha256, bytes, format, width, height,
       captured_local, captured_offset_minutes, captured_at,
       camera_make, camera_model, camera_serial, latitude, longitude,
       perceptual_hash, frame_signature, sharpness, quality, status, analysed_by, original_path, pending,
       awaits_near_duplicates)
     values (:id, :eventId, :sha256, :bytes, :format, :width, :height,
       :local::timestamp, :offset::int,
       case when :offset::int is null then :local::timestamp at time zone
              -- Shared: where the zone is being changed, it waits and reads the new one.
              (select time_zone from events where id = :eventId for share)
            else (:local::timestamp - make_interval(mins => :offset::int)) at time zone 'UTC' end,
       :make, :model, :serial, :latitude, :longitude,
       :hash, :signature, :sharpness, :quality, :status, :analysedBy, :originalPath, :pending,
       :awaitsNearDuplicates)
     on conflict (event_id, sha256) do nothing returning id`,
    {
      id: photo.id,
      eventId: photo.eventId,
      sha256: Buffer.from(photo.sha256, 'hex'),
      bytes: photo.bytes,
      format: photo.photo.format,
      width: photo.photo.width,
      height: photo.photo.height,
      local: capture.local ?? null,
      offset: capture.offsetMinutes ?? null,
      make: capture.cameraMake ?? null,
      model: capture.cameraModel ?? null,
      serial: capture.cameraSerial ?? null,
      latitude: capture.latitude ?? null,
      longitude: capture.longitude ?? null,
      hash: photo.photo.perceptualHash,
      signature: photo.photo.frameSignature,
      sharpness: photo.photo.sharpness,
      quality: photo.photo.quality,
      status: photo.photo.blurry ? 'blurry' : 'kept',
      analysedBy: photo.photo.analysedBy ?? null,
      originalPath: photo.originalPath ?? null,
      pending: !photo.photo.blurry,
      awaitsNearDuplicates: photo.nearDuplicates && !photo.photo.blurry,
    },
  );
  return rows.length === 1;
}

export async function insertVersions(
  db: Db,
  photo: Pick<NewPhoto, 'id' | 'eventId' | 'sha256' | 'photo'>,
): Promise<void> {
  const rows = photo.photo.versions.map((version) => ({
    photo_id: photo.id,
    kind: version.kind,
    ordinal: version.ordinal,
    object_key: versionKey(photo.eventId, photo.sha256, version),
    width: version.width,
    height: version.height,
    bytes: version.body.length,
  }));
  if (rows.length > 0) await db('versions').insert(rows);
}

export async function findPhotoBySha(
  db: Db,
  eventId: EventId,
  sha256: Sha256,
): Promise<{ id: PhotoId; displayPath: string | undefined } | undefined> {
  const rows = await query<{ id: PhotoId; display_path: string | null }>(
    db,
    `select p.id, (select f.display_path from files f where f.photo_id = p.id and f.outcome = 'photo'
       order by f.display_path limit 1) as display_path
     from photos p where p.event_id = :eventId and p.sha256 = :sha256`,
    { eventId, sha256: Buffer.from(sha256, 'hex') },
  );
  const [row] = rows;
  return row && { id: row.id, displayPath: row.display_path ?? undefined };
}

/** What is needed to tell the same frame from another one. */
export interface FrameRow {
  readonly id: PhotoId;
  readonly hash: Uint8Array;
  readonly signature: Uint8Array;
  readonly capturedLocal: string | undefined;
  readonly camera: string | undefined;
  readonly pixels: number;
  readonly bytes: number;
  readonly sha256: Sha256;
  readonly status: PhotoStatus;
  readonly duplicateOf: PhotoId | undefined;
}

export interface HashRow {
  readonly id: PhotoId;
  readonly hash: Buffer;
  readonly capturedLocal: string | undefined;
}

/**
 * Hashes and times of the photos that may be near duplicates of one another: analysed and not
 * restored by a person. All of the event, or those among `photoIds`.
 */
export async function* frameHashes(
  db: Db,
  eventId: EventId,
  photoIds?: readonly PhotoId[],
): AsyncGenerator<HashRow> {
  let after = FIRST_ID;
  for (;;) {
    const rows = await query<{ id: PhotoId; hash: Buffer; captured_local: string | null }>(
      db,
      `select id, perceptual_hash as hash, ${CAPTURED_LOCAL} from photos
       where event_id = :eventId and status <> 'blurry' and restored_at is null and id > :after
         ${photoIds === undefined ? '' : 'and id = any(:photoIds::uuid[])'}
       order by id limit 10000`,
      { eventId, after, photoIds: photoIds ?? [] },
    );
    for (const { id, hash, captured_local } of rows)
      yield { id, hash, capturedLocal: captured_local ?? undefined };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** As `Frame` has it. */
const CAPTURED_LOCAL = `to_char(captured_local, 'YYYY-MM-DD"T"HH24:MI:SS.US') as captured_local`;

export async function loadFrames(db: Db, ids: readonly PhotoId[]): Promise<FrameRow[]> {
  const rows = await query<{
    id: PhotoId;
    hash: Buffer;
    signature: Buffer;
    captured_local: string | null;
    camera: string | null;
    pixels: number;
    bytes: number;
    sha256: Sha256;
    status: PhotoStatus;
    duplicate_of: PhotoId | null;
  }>(
    db,
    `select id, perceptual_hash as hash, frame_signature as signature,
       ${CAPTURED_LOCAL},
       nullif(concat_ws(' ', camera_make, camera_model, camera_serial), '') as camera,
       (width::float8 * height) as pixels, bytes::float8 as bytes,
       encode(sha256, 'hex') as sha256, status, duplicate_of
     from photos where id = any(:ids::uuid[])`,
    { ids },
  );
  return rows.map((row) => ({
    id: row.id,
    hash: row.hash,
    signature: row.signature,
    capturedLocal: row.captured_local ?? undefined,
    camera: row.camera ?? undefined,
    pixels: row.pixels,
    bytes: row.bytes,
    sha256: row.sha256,
    status: row.status,
    duplicateOf: row.duplicate_of ?? undefined,
  }));
}

/** The near duplicates of those keepers. */
export async function nearDuplicatesOf(db: Db, keepers: readonly PhotoId[]): Promise<PhotoId[]> {
  const rows = await query<{ id: PhotoId }>(
    db,
    'select id from photos where duplicate_of = any(:keepers::uuid[]) and restored_at is null',
    { keepers },
  );
  return rows.map((row) => row.id);
}

/** Not where a person restored the photo. */
export async function markNearDuplicate(db: Db, id: PhotoId, keeper: PhotoId): Promise<void> {
  await query(
    db,
    `update photos set status = 'near-duplicate', duplicate_of = :keeper
     where id = :id and restored_at is null`,
    { id, keeper },
  );
}

export async function markKept(db: Db, id: PhotoId): Promise<void> {
  await query(db, "update photos set status = 'kept', duplicate_of = null where id = :id", { id });
}

/** Every photo of the event that has been searched for bibs, `pageSize` at a time. */
export async function* analysedPhotos(
  db: Db,
  eventId: EventId,
  pageSize: number,
): AsyncGenerator<PhotoId[]> {
  let after = FIRST_ID;
  for (;;) {
    const rows = await query<{ id: PhotoId }>(
      db,
      `select id from photos where event_id = :eventId and analysed_by is not null and id > :after
       order by id limit :pageSize`,
      { eventId, after, pageSize },
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}
