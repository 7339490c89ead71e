import { getEvent, updateEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';

/** Takes an event out of sight. Its photos stay; archiving twice changes nothing. */
export async function archiveEvent(db: Db, slugOrName: string): Promise<RaceEvent> {
  const event = await getEvent(db, slugOrName);
  return updateEvent(db, event.id, { state: 'archived' });
}
