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

export async function finishRun(db: Db, id: RunId, summary: IngestSummary): Promise<void> {
  await query(db, 'update runs set finished_at = now(), summary = :summary where id = :id', {
    id,
    summary: JSON.stringify(summary),
  });
}
