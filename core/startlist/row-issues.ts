import type { BibProblem } from './parse-bib-cell.js';
import type { BrokenLine } from './table.js';

export type RejectReason =
  | BibProblem
  | BrokenLine['reason']
  | 'duplicate'
  | 'too-many-cells'
  | 'text-too-long'
  | 'above-header';

export type WarningReason = 'sex-unknown' | 'birth-unknown' | 'letter-lost';

interface RowIssue<Reason> {
  readonly line: number;
  /** The header of the column; empty where the whole line is meant. */
  readonly column: string;
  readonly value: string;
  readonly reason: Reason;
}

/** A line that is not imported. */
export interface Reject extends RowIssue<RejectReason> {
  /** The whole line, so that it can be mended. */
  readonly cells: readonly string[];
  /** For a duplicate: the line that was imported. */
  readonly sameAsLine?: number;
}

/** A value that is not imported, though its line is. */
export type Warning = RowIssue<WarningReason>;

/** What the reasons mean, as the rejects file says it. */
export const REJECT_TEXTS: Readonly<Record<RejectReason, string>> = {
  'bib-missing': 'no bib',
  'bib-without-digit': 'a bib has at least one digit',
  'bib-zero': 'zero usually stands for "no bib yet"',
  'bib-is-a-date': 'a date: Excel may have changed a bib such as 1-5; format the column as text',
  'bib-is-a-decimal': 'a decimal, shortened or grouped number (1.000): format the column as text',
  'bib-several': 'several bibs in one cell',
  'bib-too-long': 'longer than 10 characters',
  'bib-bad-character': 'a character that no bib has',
  'unclosed-quote': 'a quotation mark that is not closed',
  'line-too-long': 'longer than 64 KB',
  duplicate: 'the same person, bib and race as another line',
  'too-many-cells': 'more cells than headers: a separator inside a cell that is not quoted?',
  'text-too-long': 'longer than 200 characters',
  'above-header': 'above the line with the headers: move it below',
};
