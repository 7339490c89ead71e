import { deleteTag, insertTags, liftVeto, vetoTag } from '../db/queries/tags.js';
import { getEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import { parseBib } from '../domain/bib.js';
import type { Bib } from '../domain/ids.js';
import { FocusError } from '../errors.js';
import { relinkPhotos } from '../pipeline/retag.js';
import { findPhoto } from './find-photo.js';

export interface TagChange {
  readonly event: string;
  readonly photo: string;
  readonly bib: Bib;
  /** False where it was so already. */
  readonly changed: boolean;
}

/** A person says: this bib is in this photo. */
export async function tagPhotoByHand(
  db: Db,
  target: { readonly event: string; readonly photo: string; readonly bib: string },
): Promise<TagChange> {
  const bib = bibOf(target.bib);
  const event = await getEvent(db, target.event);
  const photo = await findPhoto(db, event, target.photo);
  await db.transaction(async (transaction) => {
    await liftVeto(transaction, photo.id, bib);
    await insertTags(transaction, event.id, [
      {
        photoId: photo.id,
        bib,
        source: 'manual',
        confidence: 100,
        evidence: { kind: 'manual' },
        faceOrdinal: undefined,
      },
    ]);
    await relinkPhotos(transaction, event, [photo.id]);
  });
  return { event: event.slug, photo: photo.file, bib, changed: true };
}

/** A person says: this bib is not in this photo. No rule tags it again. */
export async function untagPhoto(
  db: Db,
  target: { readonly event: string; readonly photo: string; readonly bib: string },
): Promise<TagChange> {
  const bib = bibOf(target.bib);
  const event = await getEvent(db, target.event);
  const photo = await findPhoto(db, event, target.photo);
  const changed = await db.transaction(async (transaction) => {
    await vetoTag(transaction, photo.id, bib);
    const removed = await deleteTag(transaction, photo.id, bib);
    await relinkPhotos(transaction, event, [photo.id]);
    return removed;
  });
  return { event: event.slug, photo: photo.file, bib, changed };
}

function bibOf(text: string): Bib {
  const bib = parseBib(text);
  if (bib === undefined) {
    throw new FocusError('input', 'bib.unreadable', `"${text}" is not a bib`, {
      hint: 'A bib has letters and digits, such as 007, A123 or 1234-5.',
    });
  }
  return bib;
}
