import { parseBib } from './bib.js';
import type { Bib } from './ids.js';

/** What people write before a bib: "n° 12", "№12", "#12", "no. 12", "bib 12", "Dossard n°12", "numéro 12". */
const LABELS =
  /^(?:(?:n[°º˚]|№|[#＃]|(?:bibs?|dossards?|num[eé]ro|number|no)(?=[\s.:#№]|n[°º˚]))[\s.:]*)+/iu;
/** A dot ends what a phone makes of two spaces; within a bib it may be a part of it. */
const SEPARATORS = /(?:[\s,;+&()!?"“”«»]|\.(?=\s|$))+/u;
const HAS_DIGIT = /\p{N}/u;
/** "A 123" and "1234 B" are one bib; a longer word beside a bib is none of it. */
const LONGEST_CATEGORY = 2;

/**
 * The bib that somebody typed into a search, with all that people put around it: "n°1204", "#1204",
 * "dossard 1204", "A 123". Of several the first. Undefined where there is no digit: that is a name.
 */
export function readTypedBib(text: string): Bib | undefined {
  const parts = text
    .trim()
    .replace(LABELS, '')
    .split(SEPARATORS)
    .filter((part) => part !== '');
  const numbers = parts.filter((part) => HAS_DIGIT.test(part));
  const isOne =
    numbers.length === 1 &&
    parts.every((part) => HAS_DIGIT.test(part) || part.length <= LONGEST_CATEGORY);
  const candidates = isOne ? [parts.join('')] : numbers;
  return candidates.map(parseBib).find((bib) => bib !== undefined);
}
