import { chooseCover, isPublicPhoto, loadCover } from '../db/queries/covers.js';
import { getEvent } from '../db/queries/events.js';
import { lockEvent } from '../db/queries/locks.js';
import { countZonedPhotos } from '../db/queries/photo-times.js';
import type { Db } from '../db/query.js';
import type { EventDetails, RaceEvent } from '../domain/event.js';
import { checkEventDetails } from '../domain/event-details.js';
import type { PhotoId } from '../domain/ids.js';
import { FocusError } from '../errors.js';
import { changeDetails } from './change-details.js';
import { findCover } from './find-cover.js';
import { findPhoto } from './find-photo.js';

export type EditedField = 'name' | 'date' | 'place' | 'sport' | 'timeZone';
const FIELDS: readonly EditedField[] = ['name', 'date', 'place', 'sport', 'timeZone'];

export interface EventEditRequest {
  readonly event: string;
  readonly details: Pick<EventDetails, EditedField>;
  /** A photo as a person names it, or `auto` for the one that is found. */
  readonly cover?: string | undefined;
}

export interface EventEdit {
  readonly event: RaceEvent;
  readonly details: Pick<EventDetails, EditedField>;
  /** `photoId` is undefined for the one that is found. */
  readonly cover: { readonly photoId: PhotoId | undefined } | undefined;
  readonly changes: readonly FieldChange[];
  /** Photos whose times are read anew, their cameras having recorded no time zone. */
  readonly photosRetimed: number;
}

export interface FieldChange {
  readonly field: EditedField | 'cover';
  readonly from: string | undefined;
  readonly to: string;
}

/** What an edit would change; writes nothing. FocusError `input` for what no event can have. */
export async function planEventEdit(db: Db, request: EventEditRequest): Promise<EventEdit> {
  const details: Pick<EventDetails, EditedField> = Object.fromEntries(
    FIELDS.map((field) => [field, request.details[field]?.trim()]),
  );
  checkEventDetails(details);
  const event = await getEvent(db, request.event);
  const changes = FIELDS.flatMap((field) => {
    const to = details[field];
    return to === undefined || to === event[field] ? [] : [{ field, from: event[field], to }];
  });
  const cover = request.cover === undefined ? undefined : await planCover(db, event, request.cover);
  const isRezoned = changes.some(({ field }) => field === 'timeZone');
  return {
    event,
    details,
    cover: cover && { photoId: cover.photoId },
    changes: [...changes, ...(cover?.changes ?? [])],
    photosRetimed: isRezoned ? await countZonedPhotos(db, event.id) : 0,
  };
}

async function planCover(
  db: Db,
  event: RaceEvent,
  named: string,
): Promise<{ photoId: PhotoId | undefined; changes: FieldChange[] }> {
  const { chosen } = await loadCover(db, event.id);
  const photo = named === AUTOMATIC ? undefined : await findPhoto(db, event, named);
  if (photo !== undefined && !(await isPublicPhoto(db, photo.id))) {
    throw new FocusError(
      'input',
      'event.cover-hidden',
      `${photo.file} is not shown to the public, so it cannot be the cover`,
      { hint: `focusracer event edit ${event.slug} --cover offers the five best.` },
    );
  }
  if (photo?.id === chosen) return { photoId: chosen, changes: [] };
  const from = chosen === undefined ? AUTOMATIC : (await findPhoto(db, event, chosen)).file;
  return {
    photoId: photo?.id,
    changes: [{ field: 'cover', from, to: photo?.file ?? AUTOMATIC }],
  };
}

const AUTOMATIC = 'auto';

/** Its slug stays, for links, posters and QR codes lead to it. Gives the event as it is then. */
export async function editEvent(db: Db, { event, details, cover }: EventEdit): Promise<RaceEvent> {
  return db.transaction(async (transaction) => {
    await lockEvent(transaction, event.id);
    const current = await getEvent(transaction, event.slug);
    if (current.id !== event.id)
      throw new FocusError('conflict', 'event.deleted', 'The event was deleted meanwhile');
    if (cover !== undefined) {
      await chooseCover(transaction, event.id, cover.photoId);
      if (cover.photoId === undefined) await findCover(transaction, event.id);
    }
    return changeDetails(transaction, current, details);
  });
}
