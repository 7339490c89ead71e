import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import type { PhotoStatus } from '../../domain/photo.js';
import { query, type Db } from '../query.js';

export interface PhotoFilter {
  readonly status?: PhotoStatus | undefined;
  readonly bib?: Bib | undefined;
  /** `orphan`: kept, with people but no tag. */
  readonly tagged?: 'yes' | 'no' | 'orphan' | undefined;
}

export interface ListedPhoto {
  readonly id: PhotoId;
  readonly file: string;
  readonly status: PhotoStatus;
  /** UTC. */
  readonly capturedAt: Date | undefined;
  readonly width: number;
  readonly height: number;
  readonly sharpness: number;
  readonly quality: number;
  readonly faces: number;
  readonly bibs: readonly Bib[];
  /** The file kept in the stead of a near duplicate. */
  readonly duplicateOf: string | undefined;
  readonly restored: boolean;
}

interface PhotoRow {
  id: PhotoId;
  file: string | null;
  status: PhotoStatus;
  captured_at: Date | null;
  width: number;
  height: number;
  sharpness: number;
  quality: number;
  faces: number;
  bibs: Bib[];
  duplicate_of: string | null;
  restored: boolean;
  taken: string;
}

/** The first name, in the order of paths, under which a photo was found. */
function fileOf(photoId: string): string {
  return `(select f.display_path from files f where f.photo_id = ${photoId}
    order by (f.outcome = 'photo') desc, f.path limit 1)`;
}

/** As the index photos_by_time has it. */
const TAKEN = "coalesce(p.captured_at, 'infinity')";

const IS_ORPHAN = `p.status = 'kept' and exists (select from faces x where x.photo_id = p.id)
  and not exists (select from tags x where x.photo_id = p.id)`;

/** The last photo of a page: the next one begins after it. */
export interface PhotoCursor {
  readonly id: PhotoId;
  /** Its place in time as PostgreSQL writes it: a Date would lose the microseconds. */
  readonly taken: string;
}

export interface PhotoPage {
  readonly photos: readonly ListedPhoto[];
  /** Undefined after the last page. */
  readonly next: PhotoCursor | undefined;
}

/**
 * One page in the order in which the photos were taken, those without a time last. Begun
 * from the page before, so that its cost does not grow with its depth.
 */
export async function listPhotos(
  db: Db,
  eventId: EventId,
  filter: PhotoFilter,
  page: { readonly limit: number; readonly after: PhotoCursor | undefined },
): Promise<PhotoPage> {
  const conditions = ['p.event_id = :eventId'];
  if (page.after !== undefined)
    conditions.push(`(${TAKEN}, p.id) > (:taken::timestamptz, :id::uuid)`);
  if (filter.status !== undefined) conditions.push('p.status = :status');
  if (filter.bib !== undefined) {
    conditions.push('exists (select from tags x where x.photo_id = p.id and x.bib = :bib)');
  }
  if (filter.tagged === 'yes')
    conditions.push('exists (select from tags x where x.photo_id = p.id)');
  if (filter.tagged === 'no')
    conditions.push('not exists (select from tags x where x.photo_id = p.id)');
  if (filter.tagged === 'orphan') conditions.push(IS_ORPHAN);
  const rows = await query<PhotoRow>(
    db,
    `select p.id, ${fileOf('p.id')} as file, p.status, p.captured_at, p.width, p.height, p.sharpness, p.quality,
       (select count(*)::int from faces x where x.photo_id = p.id) as faces,
       array(select t.bib from tags t where t.photo_id = p.id order by t.bib) as bibs,
       case when p.duplicate_of is not null then ${fileOf('p.duplicate_of')} end as duplicate_of,
       p.restored_at is not null as restored, (${TAKEN})::text as taken
     from photos p where ${conditions.join(' and ')} order by ${TAKEN}, p.id limit :limit`,
    {
      eventId,
      limit: page.limit,
      ...(page.after === undefined ? {} : { taken: page.after.taken, id: page.after.id }),
      ...(filter.status === undefined ? {} : { status: filter.status }),
      ...(filter.bib === undefined ? {} : { bib: filter.bib }),
    },
  );
  const last = rows.length < page.limit ? undefined : rows.at(-1);
  return {
    photos: rows.map(toPhoto),
    next: last && { id: last.id, taken: last.taken },
  };
}

function toPhoto(row: PhotoRow): ListedPhoto {
  return {
    id: row.id,
    file: row.file ?? row.id,
    status: row.status,
    capturedAt: row.captured_at ?? undefined,
    width: row.width,
    height: row.height,
    sharpness: row.sharpness,
    quality: row.quality,
    faces: row.faces,
    bibs: row.bibs,
    duplicateOf: row.duplicate_of ?? undefined,
    restored: row.restored,
  };
}

/**
 * Photos that a person may mean: by id or whole path; where there is none, by the start of the
 * SHA-256 or by the end of a path. At most three.
 */
export async function findPhotosByReference(
  db: Db,
  eventId: EventId,
  reference: string,
): Promise<{ id: PhotoId; file: string }[]> {
  const isHash = /^[0-9a-f]{8,64}$/.test(reference);
  return query(
    db,
    `with named as (
       select p.id, p.id::text = :reference as exact from photos p
       where p.event_id = :eventId and (p.id::text = :reference
         or (:isHash and encode(p.sha256, 'hex') like :reference || '%'))
       union all
       select f.photo_id, f.display_path = :reference from files f join folders d on d.id = f.folder_id
       where d.event_id = :eventId and f.photo_id is not null and (f.display_path = :reference
         or right(f.display_path, length(:reference) + 1) = '/' || :reference)),
     nearest as (select id, rank() over (order by exact desc) as place from named)
     select id, coalesce(${fileOf('nearest.id')}, id::text) as file
     from nearest where place = 1 group by id order by id limit 3`,
    { eventId, reference, isHash },
  );
}
