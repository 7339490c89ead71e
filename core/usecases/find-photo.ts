import { findPhotosByReference } from '../db/queries/photo-list.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { PhotoId } from '../domain/ids.js';
import { FocusError } from '../errors.js';

/** The one photo that a person means by a path, a file name, an id or the start of its SHA-256. */
export async function findPhoto(
  db: Db,
  event: RaceEvent,
  reference: string,
): Promise<{ id: PhotoId; file: string }> {
  const [photo, other] = await findPhotosByReference(db, event.id, reference);
  if (photo === undefined) {
    throw new FocusError(
      'not-found',
      'photo.unknown',
      `"${event.slug}" has no photo "${reference}"`,
      {
        hint: `\`focusracer photos --event ${event.slug}\` lists the photos there are.`,
      },
    );
  }
  if (other !== undefined) {
    throw new FocusError(
      'input',
      'photo.ambiguous',
      `"${reference}" names several photos of "${event.slug}"`,
      {
        hint: `Give the path (${photo.file}, ${other.file} ...) or the id.`,
      },
    );
  }
  return photo;
}
