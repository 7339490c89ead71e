import { cameraName } from '../../domain/camera-name.js';
import type { EventId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** Who took photos of an event, as far as cameras tell. */
export interface Photographer {
  readonly cameraKey: string;
  /** Undefined where the seller gave none. */
  readonly name: string | undefined;
  /** "Canon EOS R6"; undefined where the photos do not say. */
  readonly camera: string | undefined;
}

/** What is counted over a whole event: too dear for every page, and allowed to be half a minute old. */
export interface EventFigures {
  readonly photos: number;
  readonly bibs: number;
  readonly entries: number;
  /** True where every bib of the start list, or else of the photos, is digits alone. */
  readonly hasDigitBibs: boolean;
  /** Photos that wait for linking: an ingest is running or was stopped. */
  readonly waiting: number;
  readonly firstTaken: Date | undefined;
  readonly lastTaken: Date | undefined;
  readonly lastArrival: Date | undefined;
  readonly photographers: readonly Photographer[];
  readonly spots: readonly CountedSpot[];
}

/** Where on the course photos were taken. */
export interface CountedSpot {
  readonly spot: string;
  readonly photos: number;
}

interface FiguresRow {
  photos: number;
  bibs: number;
  entries: number;
  digit_bibs: boolean;
  waiting: number;
  first_taken: Date | null;
  last_taken: Date | null;
  last_arrival: Date | null;
}

/** Cameras and spots that a form offers; more than any event was seen to have. */
export const MOST_LISTED = 50;

const IS_PUBLIC = "p.status = 'kept' and p.taken_down_at is null";

export async function countGallery(db: Db, eventId: EventId): Promise<EventFigures> {
  const [row] = await query<FiguresRow>(
    db,
    `select
       (select count(*)::int from photos p where p.event_id = :eventId and ${IS_PUBLIC}) as photos,
       (select count(distinct bib)::int from tags where event_id = :eventId) as bibs,
       (select count(*)::int from entries where event_id = :eventId) as entries,
       coalesce(
         (select bool_and(bib ~ '^[0-9]+$') from entries where event_id = :eventId),
         (select bool_and(bib ~ '^[0-9]+$') from tags where event_id = :eventId),
         false) as digit_bibs,
       (select count(*)::int from photos p where p.event_id = :eventId and p.pending) as waiting,
       (select p.captured_at from photos p where p.event_id = :eventId and ${IS_PUBLIC}
        order by coalesce(p.captured_at, 'infinity'), p.id limit 1) as first_taken,
       (select p.captured_at from photos p where p.event_id = :eventId and ${IS_PUBLIC}
          and coalesce(p.captured_at, 'infinity') < 'infinity'
        order by coalesce(p.captured_at, 'infinity') desc, p.id desc limit 1) as last_taken,
       (select max(p.created_at) from photos p where p.event_id = :eventId) as last_arrival`,
    { eventId },
  );
  if (row === undefined) throw new Error('an aggregate returned no row');
  return {
    photos: row.photos,
    bibs: row.bibs,
    entries: row.entries,
    hasDigitBibs: row.digit_bibs,
    waiting: row.waiting,
    firstTaken: row.first_taken ?? undefined,
    lastTaken: row.last_taken ?? undefined,
    lastArrival: row.last_arrival ?? undefined,
    photographers: await listPhotographers(db, eventId),
    spots: await countSpots(db, eventId),
  };
}

async function countSpots(db: Db, eventId: EventId): Promise<CountedSpot[]> {
  return query<CountedSpot>(
    db,
    `select p.spot, count(*)::int as photos from photos p
     where p.event_id = :eventId and ${IS_PUBLIC} and p.spot is not null
     group by p.spot order by p.spot limit :most`,
    { eventId, most: MOST_LISTED },
  );
}

/**
 * Jumps from one camera to the next in the index instead of reading every photo
 * (https://wiki.postgresql.org/wiki/Loose_indexscan).
 */
async function listPhotographers(db: Db, eventId: EventId): Promise<Photographer[]> {
  const rows = await query<{
    camera_key: string;
    name: string | null;
    make: string | null;
    model: string | null;
  }>(
    db,
    `with recursive cameras as (
       (select camera_key from photos p where event_id = :eventId and ${IS_PUBLIC} and camera_key is not null
        order by camera_key limit 1)
       union all
       select (select p.camera_key from photos p where p.event_id = :eventId and ${IS_PUBLIC}
         and p.camera_key > c.camera_key order by p.camera_key limit 1)
       from cameras c where c.camera_key is not null)
     select c.camera_key, g.name, body.make, body.model
     from cameras c left join photographers g on g.event_id = :eventId and g.camera_key = c.camera_key
     left join lateral (
       select p.camera_make as make, p.camera_model as model from photos p
       where p.event_id = :eventId and ${IS_PUBLIC} and p.camera_key = c.camera_key limit 1) body on true
     where c.camera_key is not null
     order by g.name nulls last, concat_ws(' ', body.make, body.model), c.camera_key limit :most`,
    { eventId, most: MOST_LISTED },
  );
  return rows.map((row) => ({
    cameraKey: row.camera_key,
    name: row.name ?? undefined,
    camera: cameraName(row.make ?? undefined, row.model ?? undefined),
  }));
}

/** How far the event's public gallery got beyond its photos: for the person who publishes it. */
export interface Coverage {
  readonly untagged: number;
  /** Entries whose bib is in no public photo. */
  readonly entriesWithoutPhotos: number;
}

export async function measureCoverage(db: Db, eventId: EventId): Promise<Coverage> {
  const [row] = await query<{ untagged: number; missing: number }>(
    db,
    `select
       (select count(*)::int from photos p where p.event_id = :eventId and ${IS_PUBLIC}
          and not exists (select from tags t where t.photo_id = p.id)) as untagged,
       (select count(*)::int from entries e where e.event_id = :eventId and not exists (
          select from tags t join photos p on p.id = t.photo_id
          where t.event_id = :eventId and t.bib = e.bib and ${IS_PUBLIC})) as missing`,
    { eventId },
  );
  if (row === undefined) throw new Error('an aggregate returned no row');
  return {
    untagged: row.untagged,
    entriesWithoutPhotos: row.missing,
  };
}
