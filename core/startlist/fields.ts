import { FocusError } from '../errors.js';

/** What a column may be mapped to. `name` holds both names, `birth` a date or a year. */
export const FIELDS = [
  'bib',
  'lastName',
  'firstName',
  'name',
  'sex',
  'birth',
  'category',
  'club',
  'team',
  'race',
  'nationality',
] as const;

export type Field = (typeof FIELDS)[number];

/**
 * A person's word on columns: the header's text, `#3` for the third column, or `''` for
 * a field that no column holds.
 */
export type FieldChoices = Readonly<Partial<Record<Field, string>>>;

/**
 * Reads the values of `--map`: "bib=Dossard", "name=#3", "club=" (no column).
 *
 * @throws FocusError `input` `startlist.bad-map` for anything else.
 */
export function parseFieldChoices(values: readonly string[]): FieldChoices {
  const choices: Partial<Record<Field, string>> = {};
  for (const value of values) {
    const [name, header] = splitOnce(value);
    const field = FIELDS.find((known) => known.toLowerCase() === name.trim().toLowerCase());
    if (field === undefined || header === undefined) {
      throw new FocusError('input', 'startlist.bad-map', `--map ${value} is not understood`, {
        hint: `Write field=Header or field=#3. Fields: ${FIELDS.join(', ')}`,
      });
    }
    choices[field] = header.trim();
  }
  return choices;
}

function splitOnce(value: string): [string, string?] {
  const at = value.indexOf('=');
  return at < 0 ? [value] : [value.slice(0, at), value.slice(at + 1)];
}
