/** One row as the file has it, not yet interpreted. */
export interface TableRow {
  /** 1-based line of the file (or row of the sheet) on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line that is not a row: a quote that is never closed, a line of megabytes. */
export interface BrokenLine {
  readonly line: number;
  /** The beginning of the line, at most 200 characters. */
  readonly text: string;
  readonly reason: 'unclosed-quote' | 'line-too-long';
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = ',' | ';' | '\t' | '|';

/** Where the rows come from, told to the user so that a wrong reading is noticed. */
export type TableOrigin =
  | { readonly kind: 'text'; readonly encoding: TextEncoding; readonly separator: Separator }
  | { readonly kind: 'workbook'; readonly sheet: string };

export interface Table {
  readonly origin: TableOrigin;
  /** Rows with at least one letter or digit. */
  readonly rows: readonly TableRow[];
  readonly broken: readonly BrokenLine[];
}
