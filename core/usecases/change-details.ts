import { updateEvent } from '../db/queries/events.js';
import { rezoneOffers, rezonePhotos } from '../db/queries/photo-times.js';
import type { Db } from '../db/query.js';
import type { EventDetails, RaceEvent } from '../domain/event.js';
import { retagEvent } from '../pipeline/retag.js';

/**
 * Sets what is given, and what follows from it: of another time zone the instants of photos whose
 * camera recorded none, and the days of packs and codes; of another bib pattern the tags. For a
 * transaction that holds the event's lock.
 */
export async function changeDetails(
  transaction: Db,
  event: RaceEvent,
  details: EventDetails,
): Promise<RaceEvent> {
  const changed = await updateEvent(transaction, event.id, details);
  if (changed.timeZone !== event.timeZone) {
    await rezonePhotos(transaction, event.id, changed.timeZone);
    await rezoneOffers(transaction, event.id, { from: event.timeZone, to: changed.timeZone });
  }
  // What was read is judged by the pattern; the event-wide steps of the next ingest do the rest.
  if (changed.bibPattern !== event.bibPattern) await retagEvent(transaction, changed);
  return changed;
}
