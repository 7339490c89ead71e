import stringWidth from 'string-width';
import { onOneLine } from './one-line.js';

export interface Column<Row> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May be cut to fit the terminal; at most one column of a table. */
  readonly flexible?: boolean;
  cell(row: Row): string;
}

const GAP = '  ';
const SHORTEST_FLEXIBLE = 8;

/**
 * Lines of a table with a header, columns lined up by what a terminal shows (wide and
 * combining characters counted). With `width`, the flexible column is cut to fit.
 */
export function renderTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  options: { readonly width?: number | undefined } = {},
): string[] {
  const cells = rows.map((row) => columns.map((column) => onOneLine(column.cell(row))));
  const titles = columns.map((column) => column.title);
  const widths = columns.map((_, index) =>
    [titles, ...cells].reduce(
      (widest, line) => Math.max(widest, stringWidth(line[index] ?? '')),
      0,
    ),
  );

  const flexible = columns.findIndex((column) => column.flexible === true);
  if (options.width !== undefined && flexible >= 0) {
    const total = widths.reduce((sum, width) => sum + width, GAP.length * (columns.length - 1));
    const excess = total - options.width;
    const current = widths[flexible] ?? 0;
    if (excess > 0)
      widths[flexible] = Math.max(Math.min(current, SHORTEST_FLEXIBLE), current - excess);
  }

  return [titles, ...cells].map((line) =>
    line
      .map((cell, index) => fit(cell, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join(GAP)
      .trimEnd(),
  );
}

/** A label and its value. */
export type Pair = readonly [label: string, value: string];

/** Lines of labels, with the values in a column beside them. */
export function renderPairs(pairs: readonly Pair[], align: 'left' | 'right'): string[] {
  const [, ...lines] = renderTable(pairs, [
    { title: '', cell: ([label]) => label },
    { title: '', align, cell: ([, value]) => value },
  ]);
  return lines;
}

function fit(text: string, width: number, align: 'left' | 'right'): string {
  const cut = stringWidth(text) > width ? cutTo(text, width) : text;
  const padding = ' '.repeat(width - stringWidth(cut));
  return align === 'right' ? padding + cut : cut + padding;
}

function cutTo(text: string, width: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
