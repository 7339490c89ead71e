import { FocusError } from '../errors.js';
import type { Field } from './fields.js';

/** The refusals of a mapping. Each lists the headers found and the option that settles it. */

export function noBibColumn(
  fileName: string,
  labels: readonly string[],
  hasHeader: boolean,
  doubts: readonly string[],
): FocusError {
  const found = hasHeader
    ? `Headers found: ${labels.join(', ')}.`
    : 'It has no header line that is known.';
  return new FocusError(
    'input',
    'startlist.no-bib-column',
    `${fileName} has no bib column. ${[found, ...doubts].join(' ')}`,
    {
      hint: `Name it: --map bib=Dossard, or by its position: --map bib=#1`,
    },
  );
}

export function ambiguousColumn(
  fileName: string,
  field: Field,
  candidates: readonly string[],
  labels: readonly string[],
): FocusError {
  const options = candidates.map((label) => `--map ${field}=${quoted(label)}`).join(' or ');
  return new FocusError(
    'input',
    'startlist.ambiguous-column',
    `${fileName} has ${candidates.length} columns that could be "${field}": ${candidates.join(', ')}. ` +
      `Headers found: ${labels.join(', ')}.`,
    { hint: `Name one: ${options}` },
  );
}

export function noSuchColumn(
  fileName: string,
  field: Field,
  choice: string,
  labels: readonly string[],
): FocusError {
  return new FocusError(
    'input',
    'startlist.no-such-column',
    `${fileName} has no column ${quoted(choice)} for "${field}". Headers found: ${labels.join(', ')}.`,
    { hint: `Use one of these headers, or a position such as --map ${field}=#1` },
  );
}

export function columnTakenTwice(
  fileName: string,
  label: string,
  fields: readonly Field[],
): FocusError {
  return new FocusError(
    'input',
    'startlist.column-taken-twice',
    `${fileName}: the column ${quoted(label)} was named for ${fields.join(' and ')}`,
    { hint: 'Name one column for each field; a column with both names is --map name=...' },
  );
}

function quoted(label: string): string {
  return /[^\p{L}\p{N}#_-]/u.test(label) ? `"${label}"` : label;
}
