import type { EventId, PhotoId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** Photos that wait for the event-wide steps, the first `limit` by id. */
export async function pendingPhotos(db: Db, eventId: EventId, limit: number): Promise<PhotoId[]> {
  const rows = await query<{ id: PhotoId }>(
    db,
    'select id from photos where event_id = :eventId and pending order by id limit :limit',
    { eventId, limit },
  );
  return rows.map((row) => row.id);
}

export async function clearPending(db: Db, ids: readonly PhotoId[]): Promise<void> {
  await query(db, 'update photos set pending = false where id = any(:ids::uuid[])', { ids });
}

/** Sends photos through the event-wide steps again. */
export async function markPending(db: Db, ids: readonly PhotoId[]): Promise<void> {
  await query(db, 'update photos set pending = true where id = any(:ids::uuid[])', { ids });
}
