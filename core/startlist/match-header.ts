import { foldText } from '../domain/entry-text.js';
import {
  ABOUT_A_BIB,
  BIB_WORDS,
  CLARITY,
  HEADER_WORDS,
  type Clarity,
  type HeaderMeaning,
} from './header-words.js';

export interface HeaderMatch {
  readonly means: HeaderMeaning;
  readonly clarity: Clarity;
}

const NAMES: ReadonlySet<HeaderMeaning> = new Set([
  'anyName',
  'familyOrBoth',
  'lastName',
  'firstName',
]);

/**
 * What a column's header says it holds, or undefined. "N° de dossard", "BibNumber",
 * "Nom / Name" and "Club (facultatif)" are all understood.
 */
export type HeaderMatcher = (header: string) => HeaderMatch | undefined;

export function createHeaderMatcher(): HeaderMatcher {
  const byWords = new Map<string, HeaderMatch>();
  for (const { means, clarity, words } of HEADER_WORDS) {
    for (const word of words.split('|')) byWords.set(word, { means, clarity });
  }
  return (header) =>
    byWords.get(foldHeader(header)) ?? matchParts(header, byWords) ?? matchBibWord(header);
}

/** As foldText, with the signs for "number" and camelCase written out. */
export function foldHeader(header: string): string {
  const spelledOut = header
    .replace(/[nN]\s*\.?\s*[°º]|№|#/g, ' no ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return foldText(spelledOut);
}

/** Bilingual headers ("Nom / Name") and remarks in brackets, where all parts that are known agree. */
function matchParts(
  header: string,
  byWords: ReadonlyMap<string, HeaderMatch>,
): HeaderMatch | undefined {
  const parts = header
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .split(/[/|\n]| - /)
    .map((part) => byWords.get(foldHeader(part)))
    .filter((match) => match !== undefined);
  const means = commonMeaning(parts.map((match) => match.means));
  if (means === undefined) return undefined;
  const clarity = parts.reduce<Clarity>(
    (best, match) => (match.clarity > best ? match.clarity : best),
    CLARITY.abbreviation,
  );
  return { means, clarity: clarity === CLARITY.exact ? CLARITY.partial : clarity };
}

/** In "Nom / Last name" the clearer word says what the other one is. */
function commonMeaning(meanings: readonly HeaderMeaning[]): HeaderMeaning | undefined {
  const distinct = new Set(meanings);
  for (const plain of ['anyName', 'familyOrBoth'] as const) {
    if (distinct.size > 1 && [...distinct].every((meaning) => NAMES.has(meaning))) {
      distinct.delete(plain);
    }
  }
  const [means, ...others] = distinct;
  return others.length === 0 ? means : undefined;
}

function matchBibWord(header: string): HeaderMatch | undefined {
  const folded = foldHeader(header);
  if (ABOUT_A_BIB.test(folded)) return undefined;
  const isAboutBibs = folded.split(' ').some((word) => BIB_WORDS.includes(word));
  return isAboutBibs ? { means: 'bib', clarity: CLARITY.partial } : undefined;
}
