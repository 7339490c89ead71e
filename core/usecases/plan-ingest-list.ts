import type { Db } from '../db/query.js';
import type { EventDetails, RaceEvent } from '../domain/event.js';
import { readListFile } from '../startlist/list-file.js';
import { planImport, type ImportPlan } from '../startlist/plan-import.js';
import { readTable } from '../startlist/read-table.js';
import { planStartList, yearOf, type StartListRequest } from './plan-start-list.js';

/**
 * What the import of a start list does at the beginning of an ingest, before its event may exist;
 * writes nothing.
 *
 * @throws FocusError as of `importStartList`: a list that is refused leaves no event behind
 */
export async function planIngestList(
  db: Db,
  event: RaceEvent | undefined,
  details: EventDetails,
  request: Omit<StartListRequest, 'event'>,
): Promise<ImportPlan> {
  const file = await readListFile(request.file);
  const table = await readTable(file.bytes, file.name, { sheet: request.sheet });
  const date = details.date ?? event?.date;
  if (event !== undefined) {
    const named = { ...request, fileName: file.name };
    return (await planStartList(db, { ...event, date }, table, named)).plan;
  }
  return planImport(table, [], {
    ...(request.choices !== undefined && { choices: request.choices }),
    fileName: file.name,
    race: request.race,
    currentYear: yearOf({ date }),
  });
}
