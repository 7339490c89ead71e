import { findPublicEntries } from '../../db/queries/gallery-entries.js';
import type { Db } from '../../db/query.js';
import { foldText } from '../../domain/entry-text.js';
import type { Bib } from '../../domain/ids.js';
import { requirePublicEvent } from './gallery-deps.js';

/** As the gallery shows it of whoever is found. */
export interface SuggestedName {
  readonly bib: Bib;
  readonly name: string;
  readonly race: string;
}

/** Of the longest word: with fewer, letter by letter a whole start list could be read. */
const LEAST_LETTERS = 3;
const LONGEST_TEXT = 80;
const MOST_WORDS = 6;
const MOST_NAMES = 8;

/** The first of a start list whose names go on as what was typed so far; nobody for what is no name. */
export async function suggestNames(
  db: Db,
  slug: string,
  typed: string,
): Promise<readonly SuggestedName[]> {
  const event = await requirePublicEvent(db, slug);
  const words = foldText(typed.slice(0, LONGEST_TEXT))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  const longest = Math.max(0, ...words.map((word) => word.match(/\p{L}/gu)?.length ?? 0));
  if (longest < LEAST_LETTERS || words.some((word) => /\p{N}/u.test(word))) return [];
  const entries = await findPublicEntries(db, event.id, words, MOST_NAMES);
  return entries.map(({ bib, firstName, lastName, race }) => ({
    bib,
    name: `${firstName} ${lastName}`.trim(),
    race,
  }));
}
