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
  const isRunner = (row: TableRow): boolean =>
    !isTotal(row) && 'bib' in parseBibCell(row.cells[bibColumn] ?? '');
  const end = rows.findLastIndex(isRunner) + 1;
  const kept: TableRow[] = [];
  const skippedLines: number[] = [];
  rows.forEach((row, index) => {
    const isFooter = index >= end && filled(row) <= 2;
    const isHeader = header !== '' && foldHeader(row.cells[bibColumn] ?? '') === header;
    if (isFooter || (isHeader && filled(row) > 1)) skippedLines.push(row.line);
    else kept.push(row);
  });
  return { rows: kept, skippedLines };
}

function filled(row: TableRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length;
}

/** "Total;512" would otherwise be the runner with bib 512. */
function isTotal(row: TableRow): boolean {
  return filled(row) <= 2 && row.cells.some((cell) => TOTAL.test(foldText(cell)));
}
