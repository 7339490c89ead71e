import { enqueueMail } from '../../db/queries/mails.js';
import { galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { hidePhoto, insertTakeDown } from '../../db/queries/take-downs.js';
import type { Db } from '../../db/query.js';
import { noSuchPhoto, parsePhotoId, requirePublicEvent } from './gallery-deps.js';
import { readEmail } from './read-email.js';
import { readNote } from './read-note.js';

export interface TakeDownRequest {
  readonly slug: string;
  readonly photoId: string;
  /** Where to confirm it; empty or undefined for no mail. */
  readonly email: string | undefined;
  readonly language: 'en' | 'fr';
  readonly reason: string | undefined;
}

/**
 * Hides the photo from the public at once; whether rightly is decided afterwards, by the seller.
 * Gives what to quote when writing about it.
 */
export async function takeDownPhoto(
  db: Db,
  request: TakeDownRequest,
): Promise<{ readonly reference: string }> {
  const event = await requirePublicEvent(db, request.slug);
  const email = readEmail(request.email);
  const id = parsePhotoId(request.photoId);
  return db.transaction(async (transaction) => {
    const [photo] = id === undefined ? [] : await galleryPhotosById(transaction, event.id, [id]);
    if (photo === undefined || !(await hidePhoto(transaction, photo.id))) throw noSuchPhoto();
    const { id: takeDownId, requestedAt } = await insertTakeDown(transaction, {
      eventId: event.id,
      photoId: photo.id,
      email,
      language: request.language,
      reason: readNote(request.reason),
    });
    const reference = takeDownId.slice(0, 8).toUpperCase();
    if (email !== undefined) {
      await enqueueMail(transaction, {
        kind: 'take-down-received',
        key: `take-down-received:${takeDownId}`,
        to: email,
        language: request.language,
        data: {
          eventName: event.name,
          reference,
          receivedAt: requestedAt.toISOString(),
          timeZone: event.timeZone,
        },
      });
    }
    return { reference };
  });
}
