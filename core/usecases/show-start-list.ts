import { countRaces, findEntries, type RaceCount } from '../db/queries/entries.js';
import { getEvent } from '../db/queries/events.js';
import { lastImport, type PastImport } from '../db/queries/start-list-imports.js';
import type { Db } from '../db/query.js';
import { parseBib } from '../domain/bib.js';
import { foldText } from '../domain/entry-text.js';
import type { Entry } from '../domain/entry.js';
import { FocusError } from '../errors.js';

export interface ShowStartListRequest {
  /** Slug or name. */
  readonly event: string;
  readonly bib?: string | undefined;
  /** Beginnings of first or last names, whatever accents and capitals. */
  readonly name?: string | undefined;
  readonly race?: string | undefined;
  readonly limit: number;
}

export interface ShownStartList {
  readonly event: string;
  /** Of the whole list, whatever the filters. */
  readonly races: readonly RaceCount[];
  readonly lastImport: PastImport | undefined;
  /** At most `limit`, ordered by race and bib. */
  readonly entries: readonly Entry[];
  /** How many entries fit the filters. */
  readonly total: number;
}

/** @throws FocusError `not-found` for the event, `input` `bib.unreadable` for a bib that is none. */
export async function showStartList(
  db: Db,
  request: ShowStartListRequest,
): Promise<ShownStartList> {
  const event = await getEvent(db, request.event);
  const bib = request.bib === undefined ? undefined : parseBib(request.bib);
  if (request.bib !== undefined && bib === undefined) {
    throw new FocusError('input', 'bib.unreadable', `"${request.bib}" is not a bib`, {
      hint: 'A bib has letters and digits, such as 007, A123 or 1234-5.',
    });
  }
  const nameWords = foldText(request.name ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const found = await findEntries(
    db,
    event.id,
    { bib, race: request.race, nameWords },
    request.limit,
  );
  return {
    event: event.slug,
    races: await countRaces(db, event.id),
    lastImport: await lastImport(db, event.id),
    ...found,
  };
}
