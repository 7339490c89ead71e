import { getEvent } from '../db/queries/events.js';
import {
  closeBibs,
  entriesByName,
  photosOfBibs,
  type FoundEntry,
  type TaggedPhoto,
} from '../db/queries/search.js';
import type { Db } from '../db/query.js';
import { foldText } from '../domain/entry-text.js';
import type { Bib } from '../domain/ids.js';
import { FocusError } from '../errors.js';
import { requiredBib } from './required-bib.js';

export interface SearchResult {
  readonly photos: readonly TaggedPhoto[];
  /** Who was looked for: the entries of the bib or the name. */
  readonly entries: readonly FoundEntry[];
  /** Where nothing was found: bibs that were read and differ in one character. */
  readonly closeBibs: readonly Bib[];
}

const MOST_ENTRIES = 100;

export async function searchByBib(
  db: Db,
  search: { readonly event: string; readonly bib: string; readonly limit: number },
): Promise<SearchResult> {
  const event = await getEvent(db, search.event);
  const bib = requiredBib(search.bib);
  const photos = await photosOfBibs(db, event.id, [bib], search.limit);
  return {
    photos,
    entries: [],
    closeBibs: photos.length === 0 ? await closeBibs(db, event.id, bib) : [],
  };
}

/** Finds people by the beginnings of their names, whatever accents and capitals, and their photos. */
export async function searchByName(
  db: Db,
  search: { readonly event: string; readonly name: string; readonly limit: number },
): Promise<SearchResult> {
  const event = await getEvent(db, search.event);
  const words = foldText(search.name)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) {
    throw new FocusError('input', 'search.no-name', 'The name to search for is empty', {
      hint: 'Give the beginning of a first or last name: --name dup',
    });
  }
  const entries = await entriesByName(db, event.id, words, MOST_ENTRIES);
  const bibs = [...new Set(entries.map((entry) => entry.bib))];
  return { photos: await photosOfBibs(db, event.id, bibs, search.limit), entries, closeBibs: [] };
}
