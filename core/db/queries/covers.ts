import type { CoverCandidate } from '../../domain/cover.js';
import type { Box } from '../../domain/geometry.js';
import type { EventId, PhotoId, Sha256 } from '../../domain/ids.js';
import { query, type Db } from '../query.js';
import { boxFromRow } from './readings.js';

const publicPhoto = (id: string) =>
  `(select c.id from photos c where c.id = ${id} and c.status = 'kept' and c.taken_down_at is null)`;

/**
 * The cover of event `e`: the chosen photo, else the found one, else the best that is left. One that
 * was taken down, set aside or deleted is none.
 */
export const COVER = `coalesce(${publicPhoto('e.cover_photo_id')}, ${publicPhoto('e.found_cover_photo_id')},
  (select c.id from photos c where c.event_id = e.id and c.status = 'kept' and c.taken_down_at is null
   order by (c.width > c.height) desc, c.quality desc, c.id limit 1))`;

/** So many of the best are looked at more closely; faces cost a look-up each. */
const MOST_CANDIDATES = 200;

interface CandidateRow {
  id: PhotoId;
  file: string | null;
  width: number;
  height: number;
  quality: number;
  /** Boxes one after the other. */
  faces: number[] | null;
}

/** Public photos of the event, the best by shape and quality. */
export async function coverCandidates(db: Db, eventId: EventId): Promise<CoverCandidate[]> {
  const rows = await query<CandidateRow>(
    db,
    `select c.id, c.width, c.height, c.quality, ${FACES} as faces,
       (select f.display_path from files f where f.photo_id = c.id and f.outcome = 'photo'
        order by f.display_path limit 1) as file
     from (
       select id, width, height, quality from photos
       where event_id = :eventId and status = 'kept' and taken_down_at is null
       order by (width > height) desc, quality desc, id limit ${MOST_CANDIDATES}) c`,
    { eventId },
  );
  return rows.map((row) => ({ ...row, file: row.file ?? row.id, faces: boxesOf(row.faces) }));
}

/** An array of arrays would be flat after all: all boxes of photo `c` in one. */
const FACES = `(select array_agg(edge order by f.ordinal, place) from faces f,
  unnest(f.box) with ordinality as edges (edge, place) where f.photo_id = c.id)`;

function boxesOf(edges: readonly number[] | null): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < (edges?.length ?? 0); at += 4)
    boxes.push(boxFromRow(edges?.slice(at, at + 4) ?? []));
  return boxes;
}

export interface EventCover {
  /** By the seller, whether or not it can be shown. */
  readonly chosen: PhotoId | undefined;
  /** What is shown. */
  readonly current: PhotoId | undefined;
}

export async function loadCover(db: Db, eventId: EventId): Promise<EventCover> {
  const [row] = await query<{ chosen: PhotoId | null; current: PhotoId | null }>(
    db,
    `select e.cover_photo_id as chosen, ${COVER} as current from events e where e.id = :eventId`,
    { eventId },
  );
  return { chosen: row?.chosen ?? undefined, current: row?.current ?? undefined };
}

/** `undefined` for the one that is found. */
export async function chooseCover(
  db: Db,
  eventId: EventId,
  photoId: PhotoId | undefined,
): Promise<void> {
  await query(db, 'update events set cover_photo_id = :photoId where id = :eventId', {
    eventId,
    photoId: photoId ?? null,
  });
}

export async function saveFoundCover(
  db: Db,
  eventId: EventId,
  photoId: PhotoId | undefined,
): Promise<void> {
  await query(
    db,
    `update events set found_cover_photo_id = :photoId
     where id = :eventId and found_cover_photo_id is distinct from :photoId::uuid`,
    { eventId, photoId: photoId ?? null },
  );
}

/** Where the photo is shown to the public: kept, and not taken down. */
export async function isPublicPhoto(db: Db, photoId: PhotoId): Promise<boolean> {
  const rows = await query<{ id: PhotoId }>(
    db,
    `select id from photos where id = :photoId and status = 'kept' and taken_down_at is null`,
    { photoId },
  );
  return rows.length === 1;
}

export interface CoverSource {
  readonly sha256: Sha256;
  /** Of what it is cut from, and its size. */
  readonly webKey: string;
  readonly webBytes: number;
  readonly width: number;
  readonly height: number;
  readonly faces: readonly Box[];
}

/** `undefined` unless the photo is the cover of its event, and that is published. */
export async function findCoverSource(db: Db, photoId: PhotoId): Promise<CoverSource | undefined> {
  const [row] = await query<Omit<CoverSource, 'faces'> & { faces: number[] | null }>(
    db,
    `select encode(c.sha256, 'hex') as sha256, web.object_key as "webKey", web.bytes as "webBytes",
       web.width, web.height, ${FACES} as faces
     from photos c join events e on e.id = c.event_id
       -- The preview serves where there is no clean version: it is marked twice then.
       join lateral (select * from versions v where v.photo_id = c.id and v.kind in ('web', 'preview')
         order by v.kind = 'web' desc limit 1) web on true
     where c.id = :photoId and e.state = 'published' and ${COVER} = c.id`,
    { photoId },
  );
  return row && { ...row, faces: boxesOf(row.faces) };
}
