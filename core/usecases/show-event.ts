import { countEvent, type EventCounts } from '../db/queries/event-counts.js';
import { getEvent, listEvents } from '../db/queries/events.js';
import { loadPublication } from '../db/queries/publication.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { TakeDownMode } from '../domain/take-down.js';

export interface CountedEvent {
  readonly event: RaceEvent;
  readonly counts: EventCounts;
}

export interface ShownEvent extends CountedEvent {
  /** How photos of it are taken down: by a mailed link, or without one. */
  readonly takeDowns: TakeDownMode;
}

export async function showEvent(db: Db, slugOrName: string): Promise<ShownEvent> {
  const event = await getEvent(db, slugOrName);
  const { takeDowns } = await loadPublication(db, event.id);
  return { event, counts: await countEvent(db, event.id), takeDowns };
}

/** Every event, the latest first. */
export async function showEvents(db: Db): Promise<CountedEvent[]> {
  const counted: CountedEvent[] = [];
  for (const event of await listEvents(db))
    counted.push({ event, counts: await countEvent(db, event.id) });
  return counted;
}
