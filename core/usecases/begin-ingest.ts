import { basename } from 'node:path';
import { changeDetails } from './change-details.js';
import { createEvent } from './create-event.js';
import { findIngestEvent } from './find-ingest-event.js';
import { claimFolder } from '../db/queries/folders.js';
import { lockEvent } from '../db/queries/locks.js';
import type { Db } from '../db/query.js';
import { slugOf, type EventDetails, type RaceEvent } from '../domain/event.js';
import type { FolderId } from '../domain/ids.js';
import { FocusError } from '../errors.js';
import { resolveRoot } from '../pipeline/resolve-root.js';
import { scanFolder } from '../pipeline/scan.js';

export interface IngestTarget {
  readonly event: RaceEvent;
  readonly folder: { readonly id: FolderId; readonly root: string };
}

/**
 * The folder and the event it goes to, each made at its first ingest.
 * FocusError as of `scanFolder` where the folder cannot be read: then nothing is made.
 */
export async function beginIngest(
  db: Db,
  wanted: {
    readonly folder: string;
    readonly event: string | undefined;
    readonly details: EventDetails;
    readonly spot?: string | undefined;
  },
): Promise<IngestTarget> {
  const root = await resolveRoot(wanted.folder);
  await checkReadable(root);
  return db.transaction(async (transaction) => {
    // One process at a time: two that begin with the same folder, or the same name, come to one event.
    await lockEvent(transaction, 'choice of an event');
    const event = await eventFor(transaction, wanted, root);
    return {
      event,
      folder: {
        id: await claimFolder(transaction, event.id, Buffer.from(root), wanted.spot),
        root,
      },
    };
  });
}

/** The walk opens the root before its first step. */
async function checkReadable(root: string): Promise<void> {
  const walk = scanFolder(root);
  await walk.next();
  await walk.return(undefined);
}

async function eventFor(
  db: Db,
  wanted: { readonly event: string | undefined; readonly details: EventDetails },
  root: string,
): Promise<RaceEvent> {
  const { details } = wanted;
  const existing = await findIngestEvent(db, root, { event: wanted.event, name: details.name });
  // Its name stays: an ingest adds to an event, it does not make another one of it.
  if (existing !== undefined) {
    await lockEvent(db, existing.id);
    return changeDetails(db, existing, { ...details, name: undefined });
  }
  const { slug, name } = nameNewEvent(wanted.event, details.name, root);
  return createEvent(db, { ...details, slug, name });
}

/**
 * What a new event is called: as `--event` says, so that the same command again finds it.
 * FocusError `input` `event.bad-slug` where a name is given beside something that is no slug.
 */
export function nameNewEvent(
  event: string | undefined,
  name: string | undefined,
  root: string,
): { readonly slug: string; readonly name: string } {
  if (event !== undefined && name !== undefined && slugOf(event) !== event) {
    throw new FocusError('input', 'event.bad-slug', `There is no event "${event}"`, {
      hint: `To make one, give its slug beside its name: --event ${slugOf(event)}`,
    });
  }
  const called = name ?? event ?? (basename(root) || 'event');
  return { slug: slugOf(event ?? called), name: called };
}
