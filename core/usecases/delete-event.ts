import { countEvent, type EventCounts } from '../db/queries/event-counts.js';
import { deleteEventRows, getEvent, updateEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { EventId } from '../domain/ids.js';
import { eventPrefix } from '../domain/object-keys.js';
import type { ObjectStore } from '../ports/object-store.js';

/** What goes when an event is deleted: everything below is Focus Racer's own copy. */
export interface EventDeletion {
  readonly event: RaceEvent;
  readonly counts: EventCounts;
  readonly objects: number;
  readonly objectBytes: number;
}

export async function planEventDeletion(
  deps: { readonly db: Db; readonly store: ObjectStore },
  slugOrName: string,
): Promise<EventDeletion> {
  const event = await getEvent(deps.db, slugOrName);
  let objects = 0;
  let objectBytes = 0;
  for await (const object of deps.store.list(eventPrefix(event.id))) {
    objects += 1;
    objectBytes += object.bytes;
  }
  return { event, counts: await countEvent(deps.db, event.id), objects, objectBytes };
}

/**
 * Deletes the objects, then the rows. Stopped half-way it leaves an archived event that the
 * same command deletes to the end. The photographer's own folder is never touched.
 */
export async function deleteEvent(
  deps: { readonly db: Db; readonly store: ObjectStore },
  plan: EventDeletion,
): Promise<void> {
  await updateEvent(deps.db, plan.event.id, { state: 'archived' });
  await deleteObjects(deps.store, plan.event.id);
  await deleteEventRows(deps.db, plan.event.id);
  // An ingest may have stored photos meanwhile; without the rows it cannot any more.
  await deleteObjects(deps.store, plan.event.id);
}

export async function deleteObjects(store: ObjectStore, eventId: EventId): Promise<void> {
  for await (const object of store.list(eventPrefix(eventId))) await store.delete(object.key);
}
