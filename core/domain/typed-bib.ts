import { parseBib } from './bib.js';
import type { Bib } from './ids.js';

/** What people write before a bib: "n° 12", "№12", "#12", "no. 12", "bib 12", "Dossard n°12", "numéro 12". */
const LABELS =
  /^(?:(?:n[°º˚]|№|[#＃]|(?:bibs?|dossards?|num[eé]ro|number|no)(?=[\s.:#№]|n[°º˚]))[\s.:]*)+/iu;
/** Before one bib of several: "1204 and n°317". */
const INNER_LABEL = /^(?:n[°º˚]|№|[#＃])[.:]?/iu;
const SEPARATORS = /[\s,;+&]+/u;
/** A picture on a keyboard and what belongs to it: it says nothing. */
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/gu;
/** Joins and frames pictures: "1️⃣2️⃣" is 12. */
const PICTURE_JOINTS = /\u200d|\ufe0f|\u20e3/gu;
/** What phones, quotes and lively people leave around a word; between letters they are no part of a bib. */
const BEFORE = /^["“”„«»‹›'‘’([*\p{Pd}]+/u;
const AFTER = /["“”„«»‹›'‘’)\].:!?*\p{Pd}]+$/u;
const HAS_DIGIT = /\p{N}/u;
/** "O'Brien", "Jean-Luc", "J.P". */
const WORD = /^[\p{L}\p{M}]+(?:['’.\p{Pd}][\p{L}\p{M}]+)*$/u;
/** "example.com/1204" has the form of a bib, and is none. */
const ADDRESS = /\p{L}\.\p{L}/u;
/** Nobody's name ends so. */
const SHOUTED = /[!?]{2}/u;
/** "A 123" and "1234 B" are one bib; a longer word beside a bib is none of it. */
const LONGEST_CATEGORY = 2;

/**
 * The bib that somebody typed into a search, with all that people put around it: "n°1204", "#1204",
 * "dossard 1204", "A 123". Of several the first. Undefined where there is no digit: that is a name;
 * and where a part is neither a bib nor a word: digits in the middle of signs are nobody's bib.
 */
export function readTypedBib(text: string): Bib | undefined {
  const parts = partsOf(text);
  if (!parts.every((part) => WORD.test(part) || isBibLike(part))) return undefined;
  const numbers = parts.filter((part) => HAS_DIGIT.test(part));
  const isOne =
    numbers.length === 1 &&
    parts.every((part) => HAS_DIGIT.test(part) || part.length <= LONGEST_CATEGORY);
  const candidates = isOne ? [parts.join('')] : numbers;
  return candidates.map(parseBib).find((bib) => bib !== undefined);
}

/** True of words alone: what is not so is a name only where somebody on the start list has it. */
export function isTypedName(text: string): boolean {
  const parts = partsOf(text);
  return parts.length > 0 && !SHOUTED.test(text) && parts.every((part) => WORD.test(part));
}

function isBibLike(part: string): boolean {
  return HAS_DIGIT.test(part) && !ADDRESS.test(part) && parseBib(part) !== undefined;
}

function partsOf(text: string): string[] {
  return text
    .replace(PICTURE_JOINTS, '')
    .replace(PICTURES, ' ')
    .trim()
    .replace(LABELS, '')
    .split(SEPARATORS)
    .map((part) => part.replace(BEFORE, '').replace(INNER_LABEL, '').replace(AFTER, ''))
    .filter((part) => part !== '' && part !== '/');
}
