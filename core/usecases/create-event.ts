import { createEvent as insertEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { EventDetails, RaceEvent } from '../domain/event.js';
import { checkEventDetails } from '../domain/event-details.js';

/** A new event in state `draft`, under the first free slug made of its name. */
export async function createEvent(
  db: Db,
  details: EventDetails & { readonly name: string },
): Promise<RaceEvent> {
  checkEventDetails(details);
  return insertEvent(db, { ...details, timeZone: details.timeZone ?? systemTimeZone() });
}

export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
