import type { EventId, PhotoId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** False where the photo is hidden already. */
export async function hidePhoto(db: Db, photoId: PhotoId): Promise<boolean> {
  const rows = await query(
    db,
    'update photos set taken_down_at = now() where id = :photoId and taken_down_at is null returning 1',
    { photoId },
  );
  return rows.length === 1;
}

export interface NewTakeDown {
  readonly eventId: EventId;
  readonly photoId: PhotoId;
  readonly email: string | undefined;
  readonly language: 'en' | 'fr';
  readonly reason: string | undefined;
}

export async function insertTakeDown(
  db: Db,
  request: NewTakeDown,
): Promise<{ readonly id: string; readonly requestedAt: Date }> {
  const [row] = await query<{ id: string; requestedAt: Date }>(
    db,
    `insert into take_downs (event_id, photo_id, email, language, reason)
     values (:eventId, :photoId, :email, :language, :reason)
     returning id, requested_at as "requestedAt"`,
    { ...request, email: request.email ?? null, reason: request.reason ?? null },
  );
  if (row === undefined) throw new Error('an insert returned no row');
  return row;
}

/** A photo that a visitor took down. */
export interface TakeDown {
  readonly id: string;
  readonly eventSlug: string;
  readonly photoId: PhotoId;
  /** The path it was ingested from; undefined where no folder names it any more. */
  readonly file: string | undefined;
  readonly requestedAt: Date;
  readonly email: string | undefined;
  readonly reason: string | undefined;
  /** When the seller showed the photo again. */
  readonly undoneAt: Date | undefined;
}

interface TakeDownRow {
  id: string;
  slug: string;
  photo_id: PhotoId;
  display_path: string | null;
  requested_at: Date;
  email: string | null;
  reason: string | null;
  undone_at: Date | null;
}

const MOST_LISTED = 1000;

/** The latest first: of one event where it is given, with those that were undone where they are wanted. */
export async function listTakeDowns(
  db: Db,
  {
    eventId,
    idStart = '',
    withUndone,
  }: {
    readonly eventId?: EventId | undefined;
    /** The beginning of an id, in hexadecimal digits. */
    readonly idStart?: string;
    readonly withUndone: boolean;
  },
): Promise<TakeDown[]> {
  const rows = await query<TakeDownRow>(
    db,
    `select t.id, e.slug, t.photo_id, f.display_path, t.requested_at, t.email, t.reason, t.undone_at
     from take_downs t
       join events e on e.id = t.event_id
       left join lateral (select display_path from files
         where photo_id = t.photo_id and outcome = 'photo' order by path limit 1) f on true
     where (:eventId::uuid is null or t.event_id = :eventId)
       and t.id::text like :idStart || '%'
       and (:withUndone or t.undone_at is null)
     order by t.requested_at desc, t.id limit ${MOST_LISTED}`,
    { eventId: eventId ?? null, idStart, withUndone },
  );
  return rows.map((row) => ({
    id: row.id,
    eventSlug: row.slug,
    photoId: row.photo_id,
    file: row.display_path ?? undefined,
    requestedAt: row.requested_at,
    email: row.email ?? undefined,
    reason: row.reason ?? undefined,
    undoneAt: row.undone_at ?? undefined,
  }));
}

/** Shows the photo again, whoever took it down; false where nobody had. */
export async function showTakenDown(db: Db, photoId: PhotoId): Promise<boolean> {
  await query(
    db,
    'update take_downs set undone_at = now() where photo_id = :photoId and undone_at is null',
    { photoId },
  );
  const rows = await query(
    db,
    `update photos set taken_down_at = null
     where id = :photoId and taken_down_at is not null returning 1`,
    { photoId },
  );
  return rows.length === 1;
}

/** Requests that wait for nobody: photos hidden now, and reports nobody settled. */
export async function countRequests(
  db: Db,
  eventId: EventId,
): Promise<{ readonly takenDown: number; readonly reports: number }> {
  const [row] = await query<{ takenDown: number; reports: number }>(
    db,
    `select
       (select count(*)::int from photos where event_id = :eventId and taken_down_at is not null) as "takenDown",
       (select count(*)::int from wrong_match_reports r
          join tags t on t.photo_id = r.photo_id and t.bib = r.bib
        where r.event_id = :eventId and r.settled_at is null) as reports`,
    { eventId },
  );
  return row ?? { takenDown: 0, reports: 0 };
}
