import { findEvent } from '../db/queries/events.js';
import { photosOfAllOfMine } from '../db/queries/packs.js';
import type { Db } from '../db/query.js';
import { parseBib } from '../domain/bib.js';
import type { PhotoId } from '../domain/ids.js';

/** The public photos of a published event with a bib as it was typed; none where there is nothing. */
export async function publicPhotosOfBib(
  db: Db,
  eventSlug: string,
  typed: string,
): Promise<readonly PhotoId[]> {
  const bib = parseBib(typed);
  const event = await findEvent(db, eventSlug);
  return bib === undefined || event?.slug !== eventSlug || event.state !== 'published'
    ? []
    : photosOfAllOfMine(db, event.id, bib);
}
