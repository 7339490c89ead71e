import type { EventId, Sha256 } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** What the event remembers of a start list's columns; a JSON value that the caller checks. */
export async function rememberedMapping(db: Db, eventId: EventId): Promise<unknown> {
  const rows = await query<{ mapping: unknown }>(
    db,
    'select start_list_mapping as mapping from events where id = :eventId',
    { eventId },
  );
  return rows[0]?.mapping ?? undefined;
}

export async function rememberMapping(
  db: Db,
  eventId: EventId,
  mapping: Readonly<Record<string, string>>,
): Promise<void> {
  await query(db, 'update events set start_list_mapping = :mapping::jsonb where id = :eventId', {
    eventId,
    mapping: JSON.stringify(mapping),
  });
}

export interface ImportRecord {
  readonly fileName: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly added: number;
  /** Bib swaps included. */
  readonly changed: number;
  readonly removed: number;
}

export async function recordImport(
  db: Db,
  eventId: EventId,
  record: ImportRecord & {
    readonly sha256: Sha256;
    readonly mapping: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await query(
    db,
    `insert into start_list_imports
       (event_id, file_name, sha256, mapping, accepted, rejected, added, changed, removed)
     values (:eventId, :fileName, :sha256, :mapping::jsonb, :accepted, :rejected, :added, :changed, :removed)`,
    {
      eventId,
      fileName: record.fileName,
      sha256: Buffer.from(record.sha256, 'hex'),
      mapping: JSON.stringify(record.mapping),
      accepted: record.accepted,
      rejected: record.rejected,
      added: record.added,
      changed: record.changed,
      removed: record.removed,
    },
  );
}

export interface PastImport extends ImportRecord {
  readonly importedAt: Date;
}

export async function lastImport(db: Db, eventId: EventId): Promise<PastImport | undefined> {
  const rows = await query<PastImport>(
    db,
    `select file_name as "fileName", accepted, rejected, added, changed, removed,
       imported_at as "importedAt"
     from start_list_imports where event_id = :eventId
     order by imported_at desc, id limit 1`,
    { eventId },
  );
  return rows[0];
}
