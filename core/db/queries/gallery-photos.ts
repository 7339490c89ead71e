import type { GalleryPhoto } from '../../domain/gallery.js';
import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

export interface GalleryFilter {
  /** Photos tagged with any of these. */
  readonly bibs?: readonly Bib[] | undefined;
  /** From included, until excluded, UTC. Photos without a time are in no span. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly cameraKey?: string | undefined;
  readonly spot?: string | undefined;
}

export interface GalleryPage {
  readonly photos: readonly GalleryPhoto[];
  /** True where more photos follow the last one. */
  readonly hasMore: boolean;
}

interface PhotoRow {
  id: PhotoId;
  captured_at: Date | null;
  width: number;
  height: number;
}

/** As the indexes photos_public, photos_public_by_camera and photos_public_by_spot have it. */
const TAKEN = "coalesce(p.captured_at, 'infinity')";
const IS_PUBLIC = "p.status = 'kept' and p.taken_down_at is null";

/**
 * One page of an event's public photos in the order in which they were taken, those without a
 * time last: the photos after the one named, or before it, whether that one is still public or
 * not. One range of an index: its cost does not grow with its depth.
 */
export async function galleryPage(
  db: Db,
  eventId: EventId,
  filter: GalleryFilter,
  page: { readonly limit: number; readonly beside?: PhotoId; readonly side?: 'after' | 'before' },
): Promise<GalleryPage> {
  const isBackward = page.side === 'before';
  const direction = isBackward ? 'desc' : 'asc';
  const conditions = ['p.event_id = :eventId', IS_PUBLIC];
  if (page.beside !== undefined) {
    conditions.push(`(${TAKEN}, p.id) ${isBackward ? '<' : '>'}
      ((select ${TAKEN} from photos p where p.id = :beside::uuid and p.event_id = :eventId), :beside::uuid)`);
  }
  if (filter.from !== undefined) conditions.push(`${TAKEN} >= :from`);
  if (filter.until !== undefined) conditions.push(`${TAKEN} < :until`);
  // An open end would let in those without a time, which sort as infinity.
  if (filter.from !== undefined && filter.until === undefined)
    conditions.push(`${TAKEN} < 'infinity'`);
  if (filter.cameraKey !== undefined) conditions.push('p.camera_key = :cameraKey');
  if (filter.spot !== undefined) conditions.push('p.spot = :spot');
  // Materialized, or a rare bib is looked for in every photo of the event, in the order of time.
  const tagged =
    filter.bibs === undefined
      ? ''
      : `with tagged as materialized (
           select distinct photo_id from tags where event_id = :eventId and bib = any(:bibs))`;
  const rows = await query<PhotoRow>(
    db,
    `${tagged}
     select p.id, p.captured_at, p.width, p.height
     from photos p ${filter.bibs === undefined ? '' : 'join tagged on tagged.photo_id = p.id'}
     where ${conditions.join(' and ')}
     order by ${TAKEN} ${direction}, p.id ${direction} limit :limit`,
    {
      eventId,
      limit: page.limit + 1,
      ...(page.beside !== undefined && { beside: page.beside }),
      ...(filter.from !== undefined && { from: filter.from }),
      ...(filter.until !== undefined && { until: filter.until }),
      ...(filter.cameraKey !== undefined && { cameraKey: filter.cameraKey }),
      ...(filter.spot !== undefined && { spot: filter.spot }),
      ...(filter.bibs !== undefined && { bibs: filter.bibs }),
    },
  );
  const photos = rows.slice(0, page.limit).map(toPhoto);
  return {
    photos: isBackward ? photos.reverse() : photos,
    hasMore: rows.length > page.limit,
  };
}

/** The public ones among those photos of the event, in the order given. */
export async function galleryPhotosById(
  db: Db,
  eventId: EventId,
  ids: readonly PhotoId[],
): Promise<GalleryPhoto[]> {
  const rows = await query<PhotoRow>(
    db,
    `select p.id, p.captured_at, p.width, p.height from photos p
     where p.event_id = :eventId and p.id = any(:ids::uuid[]) and ${IS_PUBLIC}`,
    { eventId, ids },
  );
  const photos = new Map(rows.map((row) => [row.id, toPhoto(row)]));
  return ids.flatMap((id) => photos.get(id) ?? []);
}

/** Whether it is shown or not. */
export async function isPhotoOfEvent(db: Db, eventId: EventId, id: PhotoId): Promise<boolean> {
  const rows = await query<{ id: PhotoId }>(
    db,
    'select id from photos where id = :id and event_id = :eventId',
    { id, eventId },
  );
  return rows.length === 1;
}

/** Bibs of one photo, those that people or readings vouch for first. */
export async function bibsOfPhoto(db: Db, photoId: PhotoId): Promise<Bib[]> {
  const rows = await query<{ bib: Bib }>(
    db,
    `select bib from tags where photo_id = :photoId
     order by (source = 'face'), confidence desc, bib limit 20`,
    { photoId },
  );
  return rows.map(({ bib }) => bib);
}

export interface CountedBib {
  readonly bib: Bib;
  readonly photos: number;
}

/** Those of the bibs that have public photos, the most likely first. */
export async function countPhotosOfBibs(
  db: Db,
  eventId: EventId,
  bibs: readonly Bib[],
  limit: number,
): Promise<CountedBib[]> {
  return query<CountedBib>(
    db,
    // Photo by photo ("offset 0"): for hundreds of bibs the planner would read the whole event instead.
    `with tagged as materialized (
       select bib, photo_id from tags where event_id = :eventId and bib = any(:bibs))
     select t.bib, count(*)::int as photos
     from tagged t cross join lateral (
       select from photos p where p.id = t.photo_id and ${IS_PUBLIC} offset 0) as shown
     group by t.bib order by photos desc, t.bib limit :limit`,
    { eventId, bibs, limit },
  );
}

function toPhoto(row: PhotoRow): GalleryPhoto {
  return {
    id: row.id,
    capturedAt: row.captured_at ?? undefined,
    width: row.width,
    height: row.height,
  };
}
