import type { Entry } from '../domain/entry.js';
import { parseBirthYear } from './birth-year.js';
import { cleanCell } from './clean-cell.js';
import type { ColumnMapping } from './column-mapping.js';
import type { Field } from './fields.js';
import { parseBibCell } from './parse-bib-cell.js';
import type { Reject, Warning, WarningReason } from './row-issues.js';
import type { SexReader } from './sex-codes.js';
import { splitName, type NameOrder, type PersonName } from './split-name.js';
import type { TableRow } from './table.js';

/** The database's index on names has a limit, and no name comes near it. */
const MAX_TEXT_LENGTH = 200;
const TEXT_FIELDS = ['category', 'club', 'team', 'nationality'] as const;

/** What is known of the whole list when a row is read. */
export interface RowContext {
  readonly mapping: ColumnMapping;
  readonly nameOrder: NameOrder | undefined;
  readonly readSex: SexReader;
  /** The year of the event: nobody was born later. */
  readonly currentYear: number;
  /** The race of rows that name none. */
  readonly race: string;
}

export type ParsedRow =
  { readonly entry: Entry; readonly warnings: readonly Warning[] } | { readonly reject: Reject };

/** Turns a row into an entry, or says which cell stands in the way. */
export function parseRow(row: TableRow, context: RowContext): ParsedRow {
  const { fields } = context.mapping;
  const read = (field: Field): string => cleanCell(row.cells[fields[field]?.column ?? -1]);
  const issue = <Reason>(field: Field, reason: Reason) => ({
    line: row.line,
    column: fields[field]?.header ?? '',
    value: cleanCell(row.cells[fields[field]?.column ?? -1]).slice(0, MAX_TEXT_LENGTH),
    reason,
  });
  const bib = parseBibCell(read('bib'));
  if ('problem' in bib) return { reject: { ...issue('bib', bib.problem), cells: row.cells } };
  const long = mappedFields(context.mapping).find((field) => read(field).length > MAX_TEXT_LENGTH);
  if (long !== undefined) return { reject: { ...issue(long, 'text-too-long'), cells: row.cells } };

  const sex = context.readSex(read('sex'));
  const birthYear = parseBirthYear(read('birth'), context.currentYear);
  const texts = TEXT_FIELDS.map((field) => [field, read(field)] as const);
  const entry: Entry = {
    race: read('race') || context.race,
    bib: bib.bib,
    ...readName(read, context),
    ...(sex !== undefined && { sex }),
    ...(birthYear !== undefined && { birthYear }),
    ...Object.fromEntries(texts.filter(([, text]) => text !== '')),
  };
  const warnings: Warning[] = [];
  const warn = (field: Field, reason: WarningReason) => warnings.push(issue(field, reason));
  if (sex === undefined && read('sex') !== '') warn('sex', 'sex-unknown');
  if (birthYear === undefined && read('birth') !== '') warn('birth', 'birth-unknown');
  for (const field of mappedFields(context.mapping)) {
    if (read(field).includes('\ufffd')) warn(field, 'letter-lost');
  }
  return { entry, warnings };
}

function readName(read: (field: Field) => string, context: RowContext): PersonName {
  if (context.mapping.fields.name !== undefined) return splitName(read('name'), context.nameOrder);
  return { firstName: read('firstName'), lastName: read('lastName') };
}

function mappedFields(mapping: ColumnMapping): readonly Field[] {
  return Object.keys(mapping.fields) as Field[];
}
