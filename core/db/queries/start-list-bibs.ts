import type { Bib, EventId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/**
 * Counts the event's start list imports. Read within a transaction, it also keeps an import
 * from finishing before that transaction does.
 */
export async function startListVersion(db: Db, eventId: EventId): Promise<number> {
  const rows = await query<{ version: number }>(
    db,
    'select start_list_version as version from events where id = :eventId for share',
    { eventId },
  );
  return rows[0]?.version ?? 0;
}

/** To be called by whatever changes the entries, in the same transaction. */
export async function bumpStartListVersion(db: Db, eventId: EventId): Promise<void> {
  await query(
    db,
    'update events set start_list_version = start_list_version + 1 where id = :eventId',
    { eventId },
  );
}

export async function startListBibs(db: Db, eventId: EventId): Promise<Bib[]> {
  const rows = await query<{ bib: Bib }>(
    db,
    'select distinct bib from entries where event_id = :eventId order by bib',
    { eventId },
  );
  return rows.map((row) => row.bib);
}
