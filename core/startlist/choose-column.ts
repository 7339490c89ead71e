import { examineBibColumn } from './bib-column.js';
import { columnLabel, type MappedColumn, type UnusedReason } from './column-mapping.js';
import type { Field } from './fields.js';
import { CLARITY } from './header-words.js';
import { ambiguousColumn } from './mapping-errors.js';
import type { Candidate } from './recognise-columns.js';
import type { TableRow } from './table.js';

/** Enough to judge a column by; the whole of most lists. */
const EXAMINED_ROWS = 5000;
/** A bib column may have blanks and words for runners not yet numbered, but not mostly. */
const MINIMUM_BIB_LIKE = 0.5;

/** Fields for which a wrong column would mix up people: two that fit stop the import. */
const MUST_BE_CERTAIN: readonly Field[] = ['bib', 'lastName', 'firstName', 'name', 'race'];

export interface ColumnQuestion {
  readonly fileName: string;
  readonly field: Field;
  readonly candidates: readonly Candidate[];
  readonly labels: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface ColumnChoice {
  readonly mapped?: MappedColumn;
  readonly unused: ReadonlyMap<number, UnusedReason>;
  /** Sentences on why columns that look right were not taken. */
  readonly doubts: readonly string[];
}

/**
 * Settles a field among the columns whose headers name it: the clearest header, and among
 * equals what the values say.
 *
 * @throws FocusError `input` `startlist.ambiguous-column` when two remain for a field that
 * tells people apart; other fields are then left empty.
 */
export function chooseColumn(question: ColumnQuestion): ColumnChoice {
  const { field, candidates, labels } = question;
  const unused = new Map<number, UnusedReason>();
  const doubts: string[] = [];
  const best = Math.max(...candidates.map((candidate) => candidate.clarity));
  const fitting = candidates.filter((candidate) => {
    const isClearest = candidate.clarity === best;
    const doubt = isClearest ? doubtOf(question, candidate) : undefined;
    if (doubt !== undefined) doubts.push(doubt);
    if (!isClearest || doubt !== undefined) {
      unused.set(candidate.column, isClearest ? 'content' : 'less-clear');
    }
    return isClearest && doubt === undefined;
  });
  const distinct = withoutCopies(question, fitting, unused);
  const [first, ...others] = distinct;
  if (first === undefined) return { unused, doubts };
  if (others.length > 0) {
    const names = distinct.map(({ column }) => nameUniquely(labels, column));
    if (MUST_BE_CERTAIN.includes(field)) {
      throw ambiguousColumn(question.fileName, field, names, labels);
    }
    for (const { column } of distinct) unused.set(column, 'ambiguous');
    return { unused, doubts };
  }
  const wasAlone = candidates.filter((candidate) => candidate.clarity === best).length === 1;
  const header = columnLabel(labels, first.column);
  return {
    mapped: { column: first.column, header, why: wasAlone ? 'header' : 'content' },
    unused,
    doubts,
  };
}

function doubtOf(question: ColumnQuestion, candidate: Candidate): string | undefined {
  const values = valuesOf(question.rows, candidate.column);
  const label = columnLabel(question.labels, candidate.column);
  // A column may be empty where it is the only one; beside another it is not the one meant.
  if (values.every((value) => value === '') && question.candidates.length > 1) {
    return `The column "${label}" is empty.`;
  }
  if (question.field !== 'bib') return undefined;
  const evidence = examineBibColumn(values);
  if (evidence.bibLike < MINIMUM_BIB_LIKE) return `The column "${label}" does not hold bibs.`;
  if (candidate.clarity === CLARITY.abbreviation && evidence.countsLines) {
    return `The column "${label}" only counts the lines.`;
  }
  return undefined;
}

function valuesOf(rows: readonly TableRow[], column: number): readonly string[] {
  return rows.slice(0, EXAMINED_ROWS).map((row) => row.cells[column]?.trim() ?? '');
}

function withoutCopies(
  { rows }: ColumnQuestion,
  candidates: readonly Candidate[],
  unused: Map<number, UnusedReason>,
): readonly Candidate[] {
  const [first] = candidates;
  if (first === undefined) return [];
  const values = JSON.stringify(valuesOf(rows, first.column));
  return candidates.filter((candidate) => {
    const isCopy =
      candidate !== first && JSON.stringify(valuesOf(rows, candidate.column)) === values;
    if (isCopy) unused.set(candidate.column, 'same-values');
    return !isCopy;
  });
}

/** The header, or the position where several columns have it. */
function nameUniquely(labels: readonly string[], column: number): string {
  const label = columnLabel(labels, column);
  return labels.filter((other) => other === label).length > 1 ? `#${column + 1}` : label;
}
