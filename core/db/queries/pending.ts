import type { EventId, PhotoId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** The steps over a whole event, each with the mark of the photos that wait for it. */
export type EventWideStep = 'near-duplicates' | 'linking';

const MARKS = {
  'near-duplicates': 'awaits_near_duplicates',
  linking: 'pending',
} as const satisfies Record<EventWideStep, string>;

/** Photos that wait for the step, the first `limit` by id. */
export async function pendingPhotos(
  db: Db,
  eventId: EventId,
  step: EventWideStep,
  limit: number,
): Promise<PhotoId[]> {
  const rows = await query<{ id: PhotoId }>(
    db,
    `select id from photos where event_id = :eventId and ${MARKS[step]} order by id limit :limit`,
    { eventId, limit },
  );
  return rows.map((row) => row.id);
}

export async function clearPending(
  db: Db,
  ids: readonly PhotoId[],
  step: EventWideStep,
): Promise<void> {
  await query(db, `update photos set ${MARKS[step]} = false where id = any(:ids::uuid[])`, { ids });
}

/** Sends photos through linking again. */
export async function markPending(db: Db, ids: readonly PhotoId[]): Promise<void> {
  await query(db, 'update photos set pending = true where id = any(:ids::uuid[])', { ids });
}
