import type { Entry } from '../../core/domain/entry.js';
import type { Bib } from '../../core/domain/ids.js';
import {
  planImport,
  type ImportOptions,
  type ImportPlan,
} from '../../core/startlist/plan-import.js';
import { readTable } from '../../core/startlist/read-table.js';

export const bib = (text: string): Bib => text as Bib;

export const entry = (fields: Partial<Omit<Entry, 'bib'>> & { bib: string }): Entry => ({
  race: '',
  firstName: '',
  lastName: '',
  ...fields,
  bib: bib(fields.bib),
});

/** Plans the import of a list written in the test, as UTF-8. */
export async function planOf(
  content: string | Uint8Array,
  options: Partial<ImportOptions> & { current?: readonly Entry[] } = {},
): Promise<ImportPlan> {
  const { current = [], ...rest } = options;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const table = await readTable(bytes, 'race.csv');
  return planImport(table, current, { fileName: 'race.csv', currentYear: 2026, ...rest });
}
