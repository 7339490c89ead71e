import { parseBib } from '../domain/bib.js';
import type { Bib } from '../domain/ids.js';
import { FocusError } from '../errors.js';

/** The bib a person typed; FocusError `input` `bib.unreadable` where it cannot be one. */
export function requiredBib(text: string): Bib {
  const bib = parseBib(text);
  if (bib === undefined) {
    throw new FocusError('input', 'bib.unreadable', `"${text}" is not a bib`, {
      hint: 'A bib has letters and digits, such as 007, A123 or 1234-5.',
    });
  }
  return bib;
}
