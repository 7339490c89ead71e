import type { Entry } from '../domain/entry.js';
import { parseBirthYear } from './birth-year.js';
import { cleanCell } from './clean-cell.js';
import type { ColumnMapping } from './column-mapping.js';
import { FIELDS, type Field } from './fields.js';
import { parseBibCell } from './parse-bib-cell.js';
import type { Reject, Warning, WarningReason } from './row-issues.js';
import type { SexReader } from './sex-codes.js';
import { splitName, type NameOrder, type PersonName } from './split-name.js';
import type { TableRow } from './table.js';

/** The database's index on names has a limit, and no name comes near it. */
const MAX_TEXT_LENGTH = 200;

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

type Cells = Readonly<Record<Field, string>>;

/** Turns a row into an entry, or says which cell stands in the way. */
export function parseRow(row: TableRow, context: RowContext): ParsedRow {
  const cells = readCells(row, context.mapping);
  const issue = <Reason>(field: Field, reason: Reason) => ({
    line: row.line,
    column: context.mapping.fields[field]?.header ?? '',
    value: cells[field].slice(0, MAX_TEXT_LENGTH),
    reason,
  });
  const bib = parseBibCell(cells.bib);
  if ('problem' in bib) return { reject: { ...issue('bib', bib.problem), cells: row.cells } };
  const long = FIELDS.find((field) => cells[field].length > MAX_TEXT_LENGTH);
  if (long !== undefined) return { reject: { ...issue(long, 'text-too-long'), cells: row.cells } };

  const sex = context.readSex(cells.sex);
  const birthYear = parseBirthYear(cells.birth, context.currentYear);
  const entry: Entry = {
    race: cells.race || context.race,
    bib: bib.bib,
    ...readName(cells, context),
    ...(sex !== undefined && { sex }),
    ...(birthYear !== undefined && { birthYear }),
    ...(cells.category !== '' && { category: cells.category }),
    ...(cells.club !== '' && { club: cells.club }),
    ...(cells.team !== '' && { team: cells.team }),
    ...(cells.nationality !== '' && { nationality: cells.nationality }),
  };
  const warnings: Warning[] = [];
  const warn = (field: Field, reason: WarningReason) => warnings.push(issue(field, reason));
  if (sex === undefined && cells.sex !== '') warn('sex', 'sex-unknown');
  if (birthYear === undefined && cells.birth !== '') warn('birth', 'birth-unknown');
  for (const field of FIELDS) if (cells[field].includes('\ufffd')) warn(field, 'letter-lost');
  return { entry, warnings };
}

function readCells(row: TableRow, { fields }: ColumnMapping): Cells {
  const read = (field: Field): string => {
    const mapped = fields[field];
    return mapped === undefined ? '' : cleanCell(row.cells[mapped.column]);
  };
  return {
    bib: read('bib'),
    lastName: read('lastName'),
    firstName: read('firstName'),
    name: read('name'),
    sex: read('sex'),
    birth: read('birth'),
    category: read('category'),
    club: read('club'),
    team: read('team'),
    race: read('race'),
    nationality: read('nationality'),
  };
}

function readName(cells: Cells, context: RowContext): PersonName {
  if (context.mapping.fields.name !== undefined) return splitName(cells.name, context.nameOrder);
  return { firstName: cells.firstName, lastName: cells.lastName };
}
