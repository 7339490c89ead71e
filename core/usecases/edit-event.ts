import { getEvent } from '../db/queries/events.js';
import { lockEvent } from '../db/queries/locks.js';
import { countZonedPhotos } from '../db/queries/photo-times.js';
import type { Db } from '../db/query.js';
import type { EventDetails, RaceEvent } from '../domain/event.js';
import { checkEventDetails } from '../domain/event-details.js';
import { FocusError } from '../errors.js';
import { changeDetails } from './change-details.js';

export type EditedField = 'name' | 'date' | 'place' | 'sport' | 'timeZone';
const FIELDS: readonly EditedField[] = ['name', 'date', 'place', 'sport', 'timeZone'];

export interface EventEditRequest {
  readonly event: string;
  readonly details: Pick<EventDetails, EditedField>;
}

export interface EventEdit {
  readonly event: RaceEvent;
  readonly details: Pick<EventDetails, EditedField>;
  readonly changes: readonly {
    readonly field: EditedField;
    readonly from: string | undefined;
    readonly to: string;
  }[];
  /** Photos whose times are read anew, their cameras having recorded no time zone. */
  readonly photosRetimed: number;
}

/** What an edit would change; writes nothing. FocusError `input` for what no event can have. */
export async function planEventEdit(db: Db, request: EventEditRequest): Promise<EventEdit> {
  const details = Object.fromEntries(
    FIELDS.map((field) => [field, request.details[field]?.trim()]),
  ) as Pick<EventDetails, EditedField>;
  checkEventDetails(details);
  const event = await getEvent(db, request.event);
  const changes = FIELDS.flatMap((field) => {
    const to = details[field];
    return to === undefined || to === event[field] ? [] : [{ field, from: event[field], to }];
  });
  const isRezoned = changes.some(({ field }) => field === 'timeZone');
  return {
    event,
    details,
    changes,
    photosRetimed: isRezoned ? await countZonedPhotos(db, event.id) : 0,
  };
}

/** Its slug stays, for links, posters and QR codes lead to it. Gives the event as it is then. */
export async function editEvent(db: Db, { event, details }: EventEdit): Promise<RaceEvent> {
  return db.transaction(async (transaction) => {
    await lockEvent(transaction, event.id);
    const current = await getEvent(transaction, event.slug);
    if (current.id !== event.id)
      throw new FocusError('conflict', 'event.deleted', 'The event was deleted meanwhile');
    return changeDetails(transaction, current, details);
  });
}
