import { enqueueMail } from '../../db/queries/mails.js';
import { galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { saleAddressOf } from '../../db/queries/orders.js';
import { hidePhoto, insertTakeDown } from '../../db/queries/take-downs.js';
import type { Db } from '../../db/query.js';
import { takeDownReference } from '../../domain/take-down.js';
import type { Operator } from '../operator.js';
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
 * Hides the photo from the public at once; whether rightly is decided afterwards, by the seller, who
 * is told by mail. Gives what to quote when writing about it.
 */
export async function takeDownPhoto(
  { db, operator }: { readonly db: Db; readonly operator: Operator },
  request: TakeDownRequest,
): Promise<{ readonly reference: string }> {
  const event = await requirePublicEvent(db, request.slug);
  const email = readEmail(request.email);
  const id = parsePhotoId(request.photoId);
  return db.transaction(async (transaction) => {
    const [photo] = id === undefined ? [] : await galleryPhotosById(transaction, event.id, [id]);
    if (photo === undefined || !(await hidePhoto(transaction, photo.id))) throw noSuchPhoto();
    const reason = readNote(request.reason);
    const { id: takeDownId, requestedAt } = await insertTakeDown(transaction, {
      eventId: event.id,
      photoId: photo.id,
      email,
      language: request.language,
      reason,
    });
    const reference = takeDownReference(takeDownId);
    const facts = {
      eventName: event.name,
      reference,
      receivedAt: requestedAt.toISOString(),
      timeZone: event.timeZone,
    };
    const seller = (await saleAddressOf(transaction, event.id)) ?? operator.email;
    if (seller !== undefined) {
      await enqueueMail(transaction, {
        kind: 'photo-taken-down',
        key: `photo-taken-down:${takeDownId}`,
        to: seller,
        language: operator.language,
        data: { ...facts, ...(reason !== undefined && { reason }) },
      });
    }
    if (email !== undefined) {
      await enqueueMail(transaction, {
        kind: 'take-down-received',
        key: `take-down-received:${takeDownId}`,
        to: email,
        language: request.language,
        data: facts,
      });
    }
    return { reference };
  });
}
