import { findEvent } from '../db/queries/events.js';
import { eventOfFolder } from '../db/queries/folders.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import { resolveRoot } from '../pipeline/resolve-root.js';

/** Whether an ingest of that folder would make an event. FocusError as of `resolveRoot`. */
export async function makesNewEvent(
  db: Db,
  wanted: {
    readonly folder: string;
    readonly event: string | undefined;
    readonly name: string | undefined;
  },
): Promise<boolean> {
  return (await findIngestEvent(db, await resolveRoot(wanted.folder), wanted)) === undefined;
}

/**
 * The event that an ingest adds to; undefined where it makes a new one. A path says little about
 * what lies on it (every card comes up as /media/card), so another name means another event.
 */
export async function findIngestEvent(
  db: Db,
  root: string,
  wanted: { readonly event: string | undefined; readonly name: string | undefined },
): Promise<RaceEvent | undefined> {
  const slug = wanted.event ?? (await eventOfFolder(db, Buffer.from(root), wanted.name));
  return slug === undefined ? undefined : findEvent(db, slug);
}
