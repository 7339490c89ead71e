import { deleteEntries, insertEntries, type StoredEntry } from '../db/queries/entries.js';
import { getEvent } from '../db/queries/events.js';
import { lockEvent } from '../db/queries/locks.js';
import { bumpStartListVersion } from '../db/queries/start-list-bibs.js';
import { recordImport, rememberMapping } from '../db/queries/start-list-imports.js';
import type { Db } from '../db/query.js';
import type { Entry } from '../domain/entry.js';
import type { RaceEvent } from '../domain/event.js';
import type { EventId } from '../domain/ids.js';
import type { StartListDiff } from '../domain/start-list.js';
import { readListFile, rejectsPathOf, writeRejectsFile } from '../startlist/list-file.js';
import type { ImportPlan } from '../startlist/plan-import.js';
import { readTable } from '../startlist/read-table.js';
import { rejectsToCsv } from '../startlist/rejects-csv.js';
import { planStartList, type StartListRequest } from './plan-start-list.js';

export interface ImportRequest extends StartListRequest {
  /** Where the lines that are not imported go; beside the list by default. */
  readonly rejectsFile?: string | undefined;
}

/** Resolves the event's stored readings anew, within the import's transaction. */
export type StartListChanged = (transaction: Db, event: RaceEvent) => Promise<void>;

export interface ImportedStartList {
  readonly plan: ImportPlan;
  /** Undefined when every line was imported. */
  readonly rejectsFile: string | undefined;
}

/**
 * Imports a start list in one transaction: all of its good lines or, on any error, nothing.
 * Bad lines are in the rejects file before anything is committed, so that none is lost silently.
 *
 * @throws FocusError `not-found` for the event, `input` for the file or its columns,
 * `conflict` when it is another race's list, `unavailable` when the rejects file cannot be written.
 */
export async function importStartList(
  db: Db,
  request: ImportRequest,
  onStartListChanged: StartListChanged,
): Promise<ImportedStartList> {
  const event = await getEvent(db, request.event);
  const file = await readListFile(request.file);
  const table = await readTable(file.bytes, file.name, { sheet: request.sheet });
  return db.transaction(async (transaction) => {
    await lockEvent(transaction, event.id);
    const { plan, stored } = await planStartList(transaction, event, table, {
      ...request,
      fileName: file.name,
    });
    const rejectsFile = await saveRejects(plan, request);
    await recordImport(transaction, event.id, {
      ...plan.counts,
      changed: plan.counts.changed + plan.counts.bibSwaps,
      fileName: file.name,
      sha256: file.sha256,
      mapping: plan.remember,
    });
    await rememberMapping(transaction, event.id, plan.remember);
    if (plan.counts.unchanged < plan.entries.length || plan.counts.removed > 0) {
      await applyDiff(transaction, event.id, plan.diff, stored);
      await bumpStartListVersion(transaction, event.id);
      await onStartListChanged(transaction, event);
    }
    return { plan, rejectsFile };
  });
}

async function saveRejects(plan: ImportPlan, request: ImportRequest): Promise<string | undefined> {
  if (plan.rejects.length === 0) return undefined;
  const path = request.rejectsFile ?? rejectsPathOf(request.file);
  await writeRejectsFile(path, rejectsToCsv(plan.rejects, plan.mapping));
  return path;
}

/**
 * Old rows go first and come back changed under their ids: two people who exchange their bibs
 * would otherwise meet in the unique index.
 */
async function applyDiff(
  transaction: Db,
  eventId: EventId,
  diff: StartListDiff,
  stored: readonly StoredEntry[],
): Promise<void> {
  const idOf = new Map(stored.map(({ id, entry }) => [entry, id]));
  const changes = [...diff.changed, ...diff.bibSwaps];
  const gone = [...diff.removed, ...changes.map(({ before }) => before)];
  await deleteEntries(
    transaction,
    gone.flatMap((entry: Entry) => idOf.get(entry) ?? []),
  );
  await insertEntries(transaction, eventId, [
    ...diff.added.map((entry) => ({ entry })),
    ...changes.map(({ before, after }) => ({ id: idOf.get(before), entry: after })),
  ]);
}
