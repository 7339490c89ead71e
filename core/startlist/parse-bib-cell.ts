import { parseBib } from '../domain/bib.js';
import type { Bib } from '../domain/ids.js';
import { cleanCell } from './clean-cell.js';

export type BibProblem =
  | 'bib-missing'
  | 'bib-without-digit'
  | 'bib-zero'
  | 'bib-is-a-date'
  | 'bib-is-a-decimal'
  | 'bib-several'
  | 'bib-too-long'
  | 'bib-bad-character';

export type BibCell = { readonly bib: Bib } | { readonly problem: BibProblem };

/** No printed bib is longer: what is, is a chip code, a telephone or an account number. */
const MAX_BIB_LENGTH = 10;

const NUMBER_SIGNS = /№|n\s*[°º]\.?/gi;
const PREFIX =
  /^(?:#|n[or]?\.|n[or]\s+(?=\d)|(?:dossard|bib|startnummer|dorsal|pettorale)(?![a-z])[\s:.]*|\s+)+/i;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/;

/**
 * Reads a bib as registration tools and Excel write it: "12.0" and "12,00" are 12,
 * "n° 007" and "#007" are 007, "１２" is 12, "a 123" is A123, '="007"' is 007.
 * Leading zeros, letters and suffixes stay: they are printed on the bib.
 */
export function parseBibCell(cell: string): BibCell {
  // The signs first: their compatibility form is "No", which may begin a bib.
  const text = cleanCell(cell).replace(NUMBER_SIGNS, '#').normalize('NFKC');
  const value = joinGroups(text.replace(/^'/, '').replace(PREFIX, '').trim().toUpperCase());
  if (value === '') return { problem: 'bib-missing' };
  if (DATE.test(value)) return { problem: 'bib-is-a-date' };
  // Three zeros are thousands: 1.000 is a thousand in much of Europe, and one elsewhere.
  const whole = /^(\d+)[.,]0{1,2}$/.exec(value)?.[1] ?? value;
  if (/^-?\d+[.,]\d+$|^\d+(?:\.\d+)?E\+\d+$/.test(whole)) return { problem: 'bib-is-a-decimal' };
  if (!/\d/.test(whole)) return { problem: 'bib-without-digit' };
  return shapeOf(whole);
}

/** "1 234" and "A 123" are one bib; "12 13" are two. */
function joinGroups(value: string): string {
  if (/^\d{1,3}(?:\s\d{3})+$/.test(value)) return value.replace(/\s/g, '');
  return value
    .replace(/\s*([-/_])\s*/g, '$1')
    .replace(/(?<=[A-Z])\s+(?=\d)|(?<=\d)\s+(?=[A-Z])/g, '');
}

function shapeOf(value: string): BibCell {
  if (value.startsWith('=')) return { problem: 'bib-bad-character' };
  if (/\d[\s,;&+]+\d/.test(value)) return { problem: 'bib-several' };
  // Taken out, a space could make a date or a decimal of the pieces.
  if (/\s/.test(value)) return { problem: 'bib-bad-character' };
  if (/^0+$/.test(value)) return { problem: 'bib-zero' };
  if (value.length > MAX_BIB_LENGTH) return { problem: 'bib-too-long' };
  const bib = parseBib(value);
  return bib === undefined ? { problem: 'bib-bad-character' } : { bib };
}
