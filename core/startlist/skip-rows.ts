import { foldText } from '../domain/entry-text.js';
import type { ColumnMapping } from './column-mapping.js';
import { foldHeader } from './match-header.js';
import { parseBibCell } from './parse-bib-cell.js';
import type { TableRow } from './table.js';

const TOTAL = /^(?:total|totaux|nombre|somme|summe|gesamt|anzahl|suma|somma|totale|count|sum)\b/;

/**
 * The rows that are runners: without headers repeated on every printed page, and without
 * what stands below the last runner (totals, "printed on ...").
 */
export function withoutFooters(
  rows: readonly TableRow[],
  mapping: ColumnMapping,
): { readonly rows: readonly TableRow[]; readonly skippedLines: readonly number[] } {
  const bibColumn = mapping.fields.bib?.column ?? 0;
  const header = foldHeader(mapping.fields.bib?.header ?? '');
  const nameColumns = [mapping.fields.lastName, mapping.fields.firstName, mapping.fields.name];
  const isRunner = (row: TableRow): boolean =>
    !isTotal(row) && 'bib' in parseBibCell(row.cells[bibColumn] ?? '');
  const hasName = (row: TableRow): boolean =>
    nameColumns.some((name) => name !== undefined && isFilled(row.cells[name.column]));
  const isHeader = (row: TableRow): boolean =>
    header !== '' && filled(row) > 1 && foldHeader(row.cells[bibColumn] ?? '') === header;
  const end = rows.findLastIndex(isRunner) + 1;
  const kept: TableRow[] = [];
  const skippedLines: number[] = [];
  rows.forEach((row, index) => {
    // A person below the last bib is a line without a bib, which is to be reported.
    const isFooter = index >= end && (isTotal(row) || (filled(row) <= 2 && !hasName(row)));
    if (isFooter || isHeader(row)) skippedLines.push(row.line);
    else kept.push(row);
  });
  return { rows: kept, skippedLines };
}

function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== '';
}

function filled(row: TableRow): number {
  return row.cells.filter(isFilled).length;
}

/**
 * "Total;512" would otherwise be the runner with bib 512; "12;Somma Maria" is a runner, though
 * her name means total.
 */
function isTotal(row: TableRow): boolean {
  return filled(row) <= 2 && TOTAL.test(foldText(row.cells.find(isFilled) ?? ''));
}
