import { FocusError } from '../../errors.js';
import type { EventId, FolderId, RunId } from '../../domain/ids.js';
import type { IngestSummary } from '../../pipeline/ingest-events.js';
import { query, type Db } from '../query.js';

export async function startRun(db: Db, eventId: EventId, folderId: FolderId): Promise<RunId> {
  const rows = await query<{ id: RunId }>(
    db,
    'insert into runs (event_id, folder_id) values (:eventId, :folderId) returning id',
    { eventId, folderId },
  );
  const [run] = rows;
  if (run === undefined) throw new Error('insert into runs returned no row');
  return run.id;
}

/** FocusError `conflict` where the run is gone, and with it the event: it was deleted meanwhile. */
export async function finishRun(db: Db, id: RunId, summary: IngestSummary): Promise<void> {
  const rows = await query<{ id: RunId }>(
    db,
    'update runs set finished_at = now(), summary = :summary where id = :id returning id',
    { id, summary: JSON.stringify(summary) },
  );
  if (rows.length === 1) return;
  throw new FocusError('conflict', 'ingest.event-deleted', 'The event was deleted meanwhile', {
    hint: 'Its photos are where they were, in your folder. Running again brings them into a new event.',
  });
}
