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

/** Requests that wait for nobody: photos hidden now, and reports nobody settled. */
export async function countRequests(
  db: Db,
  eventId: EventId,
): Promise<{ readonly takenDown: number; readonly reports: number }> {
  const [row] = await query<{ takenDown: number; reports: number }>(
    db,
    `select
       (select count(*)::int from photos where event_id = :eventId and taken_down_at is not null) as "takenDown",
       (select count(*)::int from wrong_match_reports
        where event_id = :eventId and settled_at is null) as reports`,
    { eventId },
  );
  return row ?? { takenDown: 0, reports: 0 };
}
