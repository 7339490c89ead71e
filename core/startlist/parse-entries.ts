import { entryIdentity, type Entry } from '../domain/entry.js';
import type { SharedBib } from '../domain/start-list.js';
import { cleanCell } from './clean-cell.js';
import { columnLabel, type ColumnMapping } from './column-mapping.js';
import type { MappedTable } from './map-columns.js';
import { detectNameOrder } from './name-order.js';
import { parseRow, type RowContext } from './parse-row.js';
import type { Reject, Warning } from './row-issues.js';
import { createSexReader } from './sex-codes.js';
import { withoutFooters } from './skip-rows.js';
import type { NameOrder } from './split-name.js';
import type { TableRow } from './table.js';

export interface ParsedEntries {
  readonly entries: readonly Entry[];
  readonly rejects: readonly Reject[];
  readonly warnings: readonly Warning[];
  readonly sharedBibs: readonly SharedBib[];
  /** Repeated headers and footers. */
  readonly skippedLines: readonly number[];
  readonly nameOrder: NameOrder | undefined;
}

export interface EntryOptions {
  readonly currentYear: number;
  /** The race of rows that name none; empty by default. */
  readonly race?: string | undefined;
}

/**
 * Turns the rows below the header into entries. The same participation twice is imported
 * once; several people with one bib are all imported, and listed in `sharedBibs`.
 */
export function parseEntries({ mapping, rows }: MappedTable, options: EntryOptions): ParsedEntries {
  const runners = withoutFooters(rows, mapping);
  const context = describeList(runners.rows, mapping, options);
  const strayColumns = findStrayColumns(runners.rows, mapping);
  const lineOf = new Map<string, number>();
  const entries: Entry[] = [];
  const rejects: Reject[] = [];
  const warnings: Warning[] = [];
  for (const row of runners.rows) {
    const stray = strayColumns.find((column) => (row.cells[column] ?? '').trim() !== '');
    const parsed = stray === undefined ? parseRow(row, context) : rejectStray(row, mapping, stray);
    if ('reject' in parsed) {
      rejects.push(parsed.reject);
      continue;
    }
    const identity = entryIdentity(parsed.entry);
    const sameAsLine = lineOf.get(identity);
    if (sameAsLine !== undefined) {
      rejects.push(rejectDuplicate(row, mapping, parsed.entry, sameAsLine));
      continue;
    }
    lineOf.set(identity, row.line);
    entries.push(parsed.entry);
    warnings.push(...parsed.warnings);
  }
  const { skippedLines } = runners;
  const sharedBibs = findSharedBibs(entries);
  return { entries, rejects, warnings, sharedBibs, skippedLines, nameOrder: context.nameOrder };
}

function describeList(
  rows: readonly TableRow[],
  mapping: ColumnMapping,
  options: EntryOptions,
): RowContext {
  const { name, sex } = mapping.fields;
  const valuesOf = (column: number): string[] => rows.map((row) => cleanCell(row.cells[column]));
  return {
    mapping,
    nameOrder: name && detectNameOrder(name.header, valuesOf(name.column)),
    readSex: createSexReader(sex === undefined ? [] : valuesOf(sex.column)),
    currentYear: options.currentYear,
    race: options.race ?? '',
  };
}

/** Above this share of rows, cells beyond the headers are a column without a header, not a mistake. */
const STRAY_SHARE = 0.2;

/** Columns without a header in which hardly any row has a cell: there, a cell has slipped. */
function findStrayColumns(rows: readonly TableRow[], mapping: ColumnMapping): readonly number[] {
  if (mapping.headerLine === undefined) return [];
  return mapping.unused.flatMap(({ column }) => {
    if (column < mapping.headers.length) return [];
    const filled = rows.filter((row) => (row.cells[column] ?? '').trim() !== '').length;
    return filled <= rows.length * STRAY_SHARE ? [column] : [];
  });
}

function rejectStray(row: TableRow, mapping: ColumnMapping, column: number): { reject: Reject } {
  const value = cleanCell(row.cells[column]);
  const label = columnLabel(mapping.headers, column);
  return {
    reject: { line: row.line, column: label, value, reason: 'too-many-cells', cells: row.cells },
  };
}

function rejectDuplicate(
  row: TableRow,
  mapping: ColumnMapping,
  entry: Entry,
  sameAsLine: number,
): Reject {
  return {
    line: row.line,
    column: mapping.fields.bib?.header ?? '',
    value: entry.bib,
    reason: 'duplicate',
    cells: row.cells,
    sameAsLine,
  };
}

function findSharedBibs(entries: readonly Entry[]): readonly SharedBib[] {
  const shared = new Map<string, SharedBib>();
  for (const { race, bib } of entries) {
    const key = JSON.stringify([race, bib]);
    shared.set(key, { race, bib, entries: (shared.get(key)?.entries ?? 0) + 1 });
  }
  return [...shared.values()].filter((bib) => bib.entries > 1);
}
