import type { Bib } from './ids.js';

/** Letters and digits, with inner hyphens, dots, slashes or underscores: "007", "A123", "1234-5". */
const BIB = /^[\p{L}\p{N}]+(?:[-./_][\p{L}\p{N}]+)*$/u;
const MAXIMUM_LENGTH = 20;

/**
 * A bib as it is compared everywhere: upper case, without spaces, full-width and other
 * compatibility forms as plain ones, every kind of dash a hyphen. Leading zeros stay.
 * Undefined where that is no bib.
 */
export function parseBib(raw: string): Bib | undefined {
  const text = normaliseBibText(raw);
  // The one place that may brand: everything else receives bibs from here.
  return text.length <= MAXIMUM_LENGTH && BIB.test(text) ? (text as Bib) : undefined;
}

export function normaliseBibText(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, '')
    .toUpperCase();
}

/**
 * The bib without its leading category letters ("M10380" and "10380" are one runner's):
 * start lists and prints disagree about them. A bib without digits is left as it is.
 */
export function withoutCategoryLetters(bib: string): string {
  return bib.replace(/^\p{L}+-?(?=\d)/u, '');
}

/** Letters that readers and people take for digits. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};

/** The same key for texts that differ only in lookalikes: "B20266" and "820266". */
export function foldLookalikes(text: string): string {
  return text.replace(/[OQDILZSGB]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/**
 * Start blocks go by the first letters of the alphabet, and of these B and D are read as
 * digits: the same text with that letter in front. Undefined where it begins with no such digit.
 */
export function withStartBlockLetter(text: string): string | undefined {
  const letter = { '8': 'B', '0': 'D' }[text.slice(0, 1)];
  return letter === undefined ? undefined : letter + text.slice(1);
}
