import { chooseColumn } from './choose-column.js';
import {
  columnLabel,
  type ColumnMapping,
  type MappedColumn,
  type UnusedColumn,
  type UnusedReason,
} from './column-mapping.js';
import type { Field, FieldChoices } from './fields.js';
import { findHeaderRow } from './find-header.js';
import { noBibColumn } from './mapping-errors.js';
import { createHeaderMatcher } from './match-header.js';
import { parseBibCell } from './parse-bib-cell.js';
import { recogniseColumns } from './recognise-columns.js';
import { resolveChoices } from './resolve-choices.js';
import type { TableRow } from './table.js';

export interface MappedTable {
  readonly mapping: ColumnMapping;
  /** The rows below the header. */
  readonly rows: readonly TableRow[];
  /** Rows above the header that look like runners rather than titles. */
  readonly strays: readonly TableRow[];
}

export interface MappingOptions {
  readonly fileName: string;
  /** What a person says for this import. */
  readonly choices?: FieldChoices;
  /** What the event's last import used. */
  readonly remembered?: FieldChoices;
}

/**
 * Finds the header line and gives every column its field, or the reason why it has none.
 * A column is never guessed: what a person named comes first, then what is remembered for
 * the event, then headers that are known; where that leaves two bibs or none, it refuses.
 *
 * @throws FocusError `input`: `startlist.no-bib-column`, `startlist.ambiguous-column`,
 * `startlist.no-such-column`, `startlist.column-taken-twice`.
 */
export function mapColumns(table: readonly TableRow[], options: MappingOptions): MappedTable {
  const { fileName, choices = {}, remembered = {} } = options;
  const match = createHeaderMatcher();
  const headerRow =
    findHeaderRow(table, match, { ...remembered, ...choices }) ?? unknownHeader(table, choices);
  const start = headerRow === undefined ? 0 : table.indexOf(headerRow) + 1;
  const rows = table.slice(start);
  const headers = headerRow === undefined ? [] : withoutTail(headerRow.cells);
  const labels = labelColumns(headers, rows);
  const settled = resolveChoices(fileName, labels, choices, remembered);
  const fields = new Map(settled.fields);
  const taken = new Set([...fields.values()].map((mapped) => mapped.column));
  const known = new Set([...fields.keys(), ...settled.switchedOff]);
  const { byField, aside } = recogniseColumns(labels, match, taken, known);
  const reasons = new Map<number, UnusedReason>(aside);
  const doubts: string[] = [];
  for (const [field, candidates] of byField) {
    const choice = chooseColumn({ fileName, field, candidates, labels, rows });
    for (const [column, why] of choice.unused) reasons.set(column, why);
    doubts.push(...choice.doubts);
    if (choice.mapped !== undefined) fields.set(field, choice.mapped);
  }
  const bib = fields.get('bib');
  if (bib === undefined) throw noBibColumn(fileName, labels, headerRow !== undefined, doubts);
  const mapping = {
    headerLine: headerRow?.line,
    headers: headers.map((header) => header.trim()),
    fields: Object.fromEntries(fields),
    unused: listUnused(labels, fields, reasons),
    forgotten: settled.forgotten,
  };
  const above = table.slice(0, Math.max(0, start - 1));
  return { mapping, rows, strays: above.filter((row) => isLikeRunner(row, bib.column)) };
}

/** A title may begin with a number ("10 km"), but has then no second cell. */
function isLikeRunner({ cells }: TableRow, bibColumn: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const bib = cells[bibColumn] ?? '';
  if ('bib' in parseBibCell(bib)) return filled.length > 1 || /^\s*\d+\s*$/.test(bib);
  return filled.length > 2 && filled.some((cell) => /^\s*\d{1,6}\s*$/.test(cell));
}

/** With columns named by position, a first line without a bib is a header in unknown words. */
function unknownHeader(table: readonly TableRow[], choices: FieldChoices): TableRow | undefined {
  const position = /^#(\d+)$/.exec(choices.bib ?? '')?.[1];
  const first = table[0];
  if (position === undefined || first === undefined) return undefined;
  const cell = first.cells[Number(position) - 1] ?? '';
  return 'bib' in parseBibCell(cell) ? undefined : first;
}

function labelColumns(headers: readonly string[], rows: readonly TableRow[]): readonly string[] {
  const width = rows.reduce(
    (most, row) => Math.max(most, withoutTail(row.cells).length),
    headers.length,
  );
  return Array.from({ length: width }, (_, column) => columnLabel(headers, column));
}

/** Without the blank cells that spreadsheets add at the end. */
function withoutTail(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function listUnused(
  labels: readonly string[],
  fields: ReadonlyMap<Field, MappedColumn>,
  reasons: ReadonlyMap<number, UnusedReason>,
): readonly UnusedColumn[] {
  const taken = new Set([...fields.values()].map((mapped) => mapped.column));
  return labels.flatMap((header, column) =>
    taken.has(column) ? [] : [{ column, header, why: reasons.get(column) ?? 'unknown' }],
  );
}
