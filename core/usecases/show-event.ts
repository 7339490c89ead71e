import { countEvent, type EventCounts } from '../db/queries/event-counts.js';
import { getEvent, listEvents } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';

export interface CountedEvent {
  readonly event: RaceEvent;
  readonly counts: EventCounts;
}

export async function showEvent(db: Db, slugOrName: string): Promise<CountedEvent> {
  const event = await getEvent(db, slugOrName);
  return { event, counts: await countEvent(db, event.id) };
}

/** Every event, the latest first. */
export async function showEvents(db: Db): Promise<CountedEvent[]> {
  const counted: CountedEvent[] = [];
  for (const event of await listEvents(db))
    counted.push({ event, counts: await countEvent(db, event.id) });
  return counted;
}
