import { columnLabel, type MappedColumn } from './column-mapping.js';
import { FIELDS, type Field, type FieldChoices } from './fields.js';
import { ambiguousColumn, columnTakenTwice, noSuchColumn } from './mapping-errors.js';
import { foldHeader } from './match-header.js';

export interface ResolvedChoices {
  readonly fields: ReadonlyMap<Field, MappedColumn>;
  /** Fields that are to stay empty. */
  readonly switchedOff: ReadonlySet<Field>;
  /** Remembered choices whose header is not in this file. */
  readonly forgotten: readonly Field[];
}

/**
 * Finds the columns that a person named, now or at an earlier import of the event. What is
 * named now must exist; what is remembered may have gone.
 *
 * @param labels every column's header, or "#3" where it has none.
 * @throws FocusError `input`: `startlist.no-such-column`, `startlist.ambiguous-column`,
 * `startlist.column-taken-twice`.
 */
export function resolveChoices(
  fileName: string,
  labels: readonly string[],
  choices: FieldChoices,
  remembered: FieldChoices,
): ResolvedChoices {
  const fields = new Map<Field, MappedColumn>();
  const forgotten: Field[] = [];
  for (const [field, choice] of named(choices)) {
    const column = chosenColumn(fileName, labels, field, choice);
    const other = takenBy(fields, column);
    if (other !== undefined) {
      throw columnTakenTwice(fileName, columnLabel(labels, column), [other, field]);
    }
    fields.set(field, { column, header: columnLabel(labels, column), why: 'chosen' });
  }
  for (const [field, choice] of named(remembered)) {
    if (choices[field] !== undefined || isReplaced(field, choices)) continue;
    const [column, ...others] = columnsRemembered(choice, labels);
    if (column === undefined || others.length > 0 || takenBy(fields, column) !== undefined) {
      forgotten.push(field);
    } else {
      fields.set(field, { column, header: columnLabel(labels, column), why: 'remembered' });
    }
  }
  const switchedOff = FIELDS.filter((field) => (choices[field] ?? remembered[field]) === '');
  return { fields, switchedOff: new Set(switchedOff), forgotten };
}

function named(choices: FieldChoices): [Field, string][] {
  return FIELDS.flatMap((field) => {
    const choice = choices[field];
    return choice === undefined || choice === '' ? [] : [[field, choice]];
  });
}

/** One column with both names, named now, replaces two that are remembered; and the reverse. */
function isReplaced(field: Field, choices: FieldChoices): boolean {
  if (field === 'name') return Boolean(choices.lastName ?? choices.firstName);
  return (field === 'lastName' || field === 'firstName') && Boolean(choices.name);
}

function takenBy(fields: ReadonlyMap<Field, MappedColumn>, column: number): Field | undefined {
  return [...fields].find(([, mapped]) => mapped.column === column)?.[0];
}

function chosenColumn(
  fileName: string,
  labels: readonly string[],
  field: Field,
  choice: string,
): number {
  const [column, ...others] = columnsNamed(choice, labels);
  if (column === undefined) throw noSuchColumn(fileName, field, choice, labels);
  if (others.length > 0) {
    const positions = [column, ...others].map((at) => `#${at + 1}`);
    throw ambiguousColumn(fileName, field, positions, labels);
  }
  return column;
}

/**
 * A position says nothing of a file whose columns stand in another order: "#3" counts only
 * where there is again no header, "#3 Nom" only where the third column is again called so.
 */
function columnsRemembered(choice: string, labels: readonly string[]): readonly number[] {
  const [, position, header] = /^#(\d+)(?: (.+))?$/.exec(choice) ?? [];
  if (position === undefined) return columnsNamed(choice, labels);
  const column = Number(position) - 1;
  const label = labels[column];
  if (label === undefined) return [];
  const isSame = label === (header ?? `#${position}`);
  return isSame ? [column] : [];
}

/** By position ("#3"), by the exact header, else by the header whatever its accents and capitals. */
function columnsNamed(choice: string, labels: readonly string[]): readonly number[] {
  const position = /^#(\d+)$/.exec(choice)?.[1];
  if (position !== undefined) {
    const column = Number(position) - 1;
    return column >= 0 && column < labels.length ? [column] : [];
  }
  const exact = columnsWhere(labels, (label) => label === choice);
  if (exact.length > 0) return exact;
  const folded = foldHeader(choice);
  return folded === '' ? [] : columnsWhere(labels, (label) => foldHeader(label) === folded);
}

function columnsWhere(labels: readonly string[], test: (label: string) => boolean): number[] {
  return labels.flatMap((label, column) => (test(label) ? [column] : []));
}
