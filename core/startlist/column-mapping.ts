import type { Field } from './fields.js';

/** Why a column was taken for a field. */
export type MappingReason =
  | 'chosen' // by a person, for this import
  | 'remembered' // from the event's last import
  | 'header' // its header names the field
  | 'content'; // of several such headers, its values alone fit, or all hold the same

/** Why a column was left aside. */
export type UnusedReason =
  | 'not-kept' // not needed to find photos: contact data, chip, licence
  | 'unknown' // its header names nothing known
  | 'less-clear' // another column names the field more clearly
  | 'ambiguous' // several columns fit equally; the field stays empty
  | 'same-values' // a copy of the column that was taken
  | 'content'; // its values are not what its header says

export interface MappedColumn {
  /** 0-based. */
  readonly column: number;
  /** As written in the file, or "#3" where there is no header. */
  readonly header: string;
  readonly why: MappingReason;
}

export interface UnusedColumn {
  readonly column: number;
  readonly header: string;
  readonly why: UnusedReason;
}

/** Which column holds what, complete: every column is either mapped or listed as unused. */
export interface ColumnMapping {
  /** Undefined where the list has no header line. */
  readonly headerLine: number | undefined;
  readonly headers: readonly string[];
  readonly fields: Readonly<Partial<Record<Field, MappedColumn>>>;
  readonly unused: readonly UnusedColumn[];
  /** Remembered choices whose header is not in this file. */
  readonly forgotten: readonly Field[];
}

/** "#3" for the third column, which has no header. */
export function columnLabel(headers: readonly string[], column: number): string {
  const header = headers[column]?.replace(/\s+/g, ' ').trim() ?? '';
  return header === '' ? `#${column + 1}` : header;
}
