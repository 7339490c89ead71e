import { stringify } from 'csv-stringify/sync';
import { columnLabel, type ColumnMapping } from './column-mapping.js';
import { REJECT_TEXTS, type Reject } from './row-issues.js';

/**
 * The lines that were not imported as CSV (UTF-8 with a byte order mark, which Excel needs):
 * line, column, value and reason, then the line's own cells under their headers. Cells that
 * a spreadsheet would run as a formula are preceded by an apostrophe.
 */
export function rejectsToCsv(rejects: readonly Reject[], mapping: ColumnMapping): string {
  const width = rejects.reduce(
    (most, reject) => Math.max(most, reject.cells.length),
    mapping.headers.length,
  );
  const labels = Array.from({ length: width }, (_, column) => columnLabel(mapping.headers, column));
  const rows = rejects.map((reject) =>
    [String(reject.line), reject.column, reject.value, reasonOf(reject), ...reject.cells].map(
      guardFormula,
    ),
  );
  return stringify([['line', 'column', 'value', 'reason', ...labels.map(guardFormula)], ...rows], {
    bom: true,
    record_delimiter: '\r\n',
  });
}

function reasonOf(reject: Reject): string {
  const text = REJECT_TEXTS[reject.reason];
  return reject.sameAsLine === undefined ? text : `${text} (line ${reject.sameAsLine})`;
}

/** Excel and LibreOffice run what begins with these as a formula; a tab or line end may hide it. */
function guardFormula(cell: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
