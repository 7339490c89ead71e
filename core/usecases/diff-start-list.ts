import { getEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import { readListFile } from '../startlist/list-file.js';
import type { ImportPlan } from '../startlist/plan-import.js';
import { readTable } from '../startlist/read-table.js';
import { planStartList, type StartListRequest } from './plan-start-list.js';

/**
 * What importing the file would do, without doing it: `startlist diff` and `import --dry-run`.
 *
 * @throws FocusError `not-found` for the event, `input` for the file or its columns,
 * `conflict` when it is another race's list and `replace` is not said.
 */
export async function diffStartListFile(db: Db, request: StartListRequest): Promise<ImportPlan> {
  const event = await getEvent(db, request.event);
  const file = await readListFile(request.file);
  const table = await readTable(file.bytes, file.name, { sheet: request.sheet });
  const { plan } = await planStartList(db, event, table, { ...request, fileName: file.name });
  return plan;
}
