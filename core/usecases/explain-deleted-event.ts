import { findEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import { FocusError } from '../errors.js';
import type { ObjectStore } from '../ports/object-store.js';
import { deleteObjects } from './delete-event.js';

/**
 * Whether an ingest failed because another process deleted its event: then what it stored
 * since belongs to nothing, and goes too. Any other error is given back as it is.
 */
export async function explainDeletedEvent(
  deps: { readonly db: Db; readonly store: ObjectStore },
  event: RaceEvent,
  error: unknown,
): Promise<unknown> {
  // Where the database itself is what failed, the error given is the better one.
  const found = await findEvent(deps.db, event.slug).catch(() => event);
  if (found?.id === event.id) return error;
  await deleteObjects(deps.store, event.id);
  return new FocusError(
    'conflict',
    'ingest.event-deleted',
    `The event ${event.slug} was deleted meanwhile`,
    {
      hint: 'Its photos are where they were, in your folder. Running again brings them into a new event.',
      cause: error,
    },
  );
}
