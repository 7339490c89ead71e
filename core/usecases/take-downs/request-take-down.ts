import { galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { enqueueMail } from '../../db/queries/mails.js';
import { countHit } from '../../db/queries/rate-limits.js';
import { insertTakeDown } from '../../db/queries/take-downs.js';
import { makeLinkToken } from '../../domain/link-token.js';
import {
  TAKE_DOWN_LINK_HOURS,
  takeDownReference,
  type TakeDownState,
} from '../../domain/take-down.js';
import { FocusError } from '../../errors.js';
import { noSuchPhoto, parsePhotoId, requirePublicEvent } from '../gallery/gallery-deps.js';
import { readEmail } from '../gallery/read-email.js';
import { readNote } from '../gallery/read-note.js';
import { applyTakeDown } from './apply-take-down.js';
import type { TakeDownDeps } from './take-down-deps.js';

export interface TakeDownRequest {
  readonly slug: string;
  readonly photoId: string;
  /** As typed. */
  readonly email: string;
  readonly language: 'en' | 'fr';
  readonly reason: string | undefined;
  /** Where it came from; only a keyed hash of it is kept. */
  readonly network: string;
  /** Which the visitor has proven to read, by a mailed link. */
  readonly provenEmail: string | undefined;
  readonly at: Date;
}

export type TakeDownAnswer =
  /** Nothing has changed yet: a mail is on its way. */
  | { readonly kind: 'asked'; readonly reference: string }
  | { readonly kind: 'done'; readonly reference: string; readonly state: TakeDownState }
  /** Enough mails went to the address today. */
  | { readonly kind: 'too-often' };

/** A day, to one address: who has followed one link needs no other, too few to fill a stranger's mailbox. */
const MOST_MAILS = 10;
const DAY_SECONDS = 24 * 3600;

/**
 * Notes the wish that a photo be hidden, and mails a link that confirms it. It needs no link where the
 * visitor has followed one with this address before, or the seller says "at once".
 * FocusError `not-found`, `input` `email.missing`, `email.unreadable`.
 */
export async function requestTakeDown(
  deps: TakeDownDeps,
  request: TakeDownRequest,
): Promise<TakeDownAnswer> {
  const { db, hash } = deps;
  const event = await requirePublicEvent(db, request.slug);
  const photoId = parsePhotoId(request.photoId);
  const [photo] = photoId === undefined ? [] : await galleryPhotosById(db, event.id, [photoId]);
  if (photo === undefined) throw noSuchPhoto();
  const email = readEmail(request.email);
  if (email === undefined)
    throw new FocusError('input', 'email.missing', 'An e-mail address is needed');

  const addressHash = hash.ofAddress(email);
  const columns = {
    eventId: event.id,
    photoId: photo.id,
    email,
    language: request.language,
    reason: readNote(request.reason),
    addressHash,
    networkHash: hash.ofNetwork(request.network),
  };
  const isProven =
    request.provenEmail !== undefined && hash.ofAddress(request.provenEmail) === addressHash;
  return db.transaction(async (transaction): Promise<TakeDownAnswer> => {
    if (isProven || event.takeDowns === 'at-once') {
      const { id } = await insertTakeDown(transaction, { ...columns, link: undefined });
      const state = await applyTakeDown(transaction, deps, id);
      return { kind: 'done', reference: takeDownReference(id), state };
    }
    const { hits } = await countHit(transaction, {
      key: `take-down-mail:${addressHash}`,
      windowSeconds: DAY_SECONDS,
    });
    if (hits > MOST_MAILS) return { kind: 'too-often' };
    const { token, hash: tokenSha256 } = makeLinkToken();
    const expiresAt = new Date(request.at.getTime() + TAKE_DOWN_LINK_HOURS * 3_600_000);
    const link = { tokenSha256, expiresAt };
    const { id } = await insertTakeDown(transaction, { ...columns, link });
    const reference = takeDownReference(id);
    await enqueueMail(transaction, {
      kind: 'take-down-confirmation',
      key: `take-down-confirmation:${id}`,
      to: email,
      language: request.language,
      data: {
        eventName: event.name,
        reference,
        confirmPath: `/take-down/${token}`,
        confirmUntil: expiresAt.toISOString(),
        timeZone: event.timeZone,
      },
    });
    return { kind: 'asked', reference };
  });
}
