import { createEvent as insertEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { EventDetails, RaceEvent } from '../domain/event.js';
import { checkEventDetails } from '../domain/event-details.js';
import { systemTimeZone } from '../platform/system-time-zone.js';

/** A new event in state `draft`, under the first free slug like the one given, else made of its name. */
export async function createEvent(
  db: Db,
  details: EventDetails & { readonly name: string; readonly slug?: string },
): Promise<RaceEvent> {
  checkEventDetails(details);
  return insertEvent(db, {
    ...details,
    timeZone: details.timeZone ?? systemTimeZone(),
    timeZoneSource: details.timeZone === undefined ? 'machine' : 'said',
  });
}
