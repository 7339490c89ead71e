import { foldHeader } from './match-header.js';
import { splitByForm, wordsOf, type NameOrder } from './split-name.js';

const GIVEN = /\b(?:prenoms?|first|given|vorname|vornamen|vor|nombres?|nome|forename)\b/;
const FAMILY = /\b(?:noms?|last|surname|family|nachname|familienname|zuname|apellidos?|cognome)\b/;
const PLAIN_NAME = /\bname\b/;

/**
 * The order of the names in a column: as its header says ("Nom Prénom", "Vorname Name"), else
 * as the capitals of most family names say, else by the words: given names repeat more often
 * than family names. Undefined when nothing tells.
 */
export function detectNameOrder(header: string, names: readonly string[]): NameOrder | undefined {
  return orderOfHeader(header) ?? orderByCapitals(names) ?? orderByRepetition(names);
}

function orderOfHeader(header: string): NameOrder | undefined {
  const folded = foldHeader(header);
  const given = folded.search(GIVEN);
  // "Name Surname" and "Name Vorname": the plain word is whichever the other is not.
  const family = folded.search(FAMILY);
  const plain = folded.search(PLAIN_NAME);
  const first = given < 0 && family >= 0 ? plain : given;
  const last = family < 0 && given >= 0 ? plain : family;
  if (first < 0 || last < 0) return undefined;
  return first < last ? 'first-last' : 'last-first';
}

function orderByCapitals(names: readonly string[]): NameOrder | undefined {
  let lastFirst = 0;
  let firstLast = 0;
  for (const name of names) {
    const order = splitByForm(name)?.order;
    if (order === 'last-first') lastFirst += 1;
    if (order === 'first-last') firstLast += 1;
  }
  if (lastFirst > firstLast * 4) return 'last-first';
  return firstLast > lastFirst * 4 ? 'first-last' : undefined;
}

/** Below this the repetition of names says nothing. */
const MINIMUM_NAMES = 20;
/** In lists of races, given names have at most about two thirds as many different forms. */
const CLEARLY_FEWER = 0.8;

function orderByRepetition(names: readonly string[]): NameOrder | undefined {
  const pairs = names.map(wordsOf).filter((words) => words.length === 2);
  if (pairs.length < MINIMUM_NAMES) return undefined;
  const left = new Set(pairs.map(([word]) => word)).size;
  const right = new Set(pairs.map(([, word]) => word)).size;
  if (left < right * CLEARLY_FEWER) return 'first-last';
  return right < left * CLEARLY_FEWER ? 'last-first' : undefined;
}
