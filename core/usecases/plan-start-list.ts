import { z } from 'zod';
import { allEntries, type StoredEntry } from '../db/queries/entries.js';
import { rememberedMapping } from '../db/queries/start-list-imports.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import { FIELDS, type FieldChoices } from '../startlist/fields.js';
import { planImport, type ImportPlan } from '../startlist/plan-import.js';
import type { Table } from '../startlist/table.js';

export interface StartListRequest {
  /** Slug or name. */
  readonly event: string;
  /** Path of a CSV or .xlsx file. */
  readonly file: string;
  /** What a person says of the columns; remembered for the event. */
  readonly choices?: FieldChoices;
  /** The sheet of a workbook that has several. */
  readonly sheet?: string | undefined;
  /** The race that the file is the list of, when it is not the whole event's. */
  readonly race?: string | undefined;
  /** Import even if (almost) everybody in a race goes, as when the file is another race's. */
  readonly replace?: boolean | undefined;
}

export interface PlannedStartList {
  readonly plan: ImportPlan;
  readonly stored: readonly StoredEntry[];
}

const rememberedSchema = z.partialRecord(z.enum(FIELDS), z.string()).optional();

/** Works out what the import of a table alters in the event's stored entries; writes nothing. */
export async function planStartList(
  db: Db,
  event: RaceEvent,
  table: Table,
  request: Pick<StartListRequest, 'choices' | 'race' | 'replace'> & { readonly fileName: string },
): Promise<PlannedStartList> {
  const remembered = rememberedSchema.parse(await rememberedMapping(db, event.id));
  const stored = await allEntries(db, event.id);
  const plan = planImport(
    table,
    stored.map(({ entry }) => entry),
    {
      fileName: request.fileName,
      race: request.race,
      replace: request.replace,
      currentYear: yearOf(event),
      ...(request.choices !== undefined && { choices: request.choices }),
      ...(remembered !== undefined && { remembered }),
    },
  );
  return { plan, stored };
}

/** Of an event without a date, this year. */
export function yearOf(event: Pick<RaceEvent, 'date'>): number {
  return event.date === undefined ? new Date().getFullYear() : Number(event.date.slice(0, 4));
}
