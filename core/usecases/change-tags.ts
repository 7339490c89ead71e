import { getEvent } from '../db/queries/events.js';
import { lockEvent } from '../db/queries/locks.js';
import { markPending } from '../db/queries/pending.js';
import { deleteTag, insertTags, liftVeto, vetoTag } from '../db/queries/tags.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { Bib, PhotoId } from '../domain/ids.js';
import { finishEvent, type FinishOptions } from '../pipeline/finish-event.js';
import { loadRules } from '../pipeline/photo-tagger.js';
import { retagPhotos } from '../pipeline/retag.js';
import { findPhoto } from './find-photo.js';
import { requiredBib } from './required-bib.js';

export interface TagTarget {
  readonly event: string;
  /** A path, a file name, an id or the start of a SHA-256. */
  readonly photo: string;
  readonly bib: string;
}

export interface TagChange {
  readonly event: string;
  readonly photo: string;
  readonly bib: Bib;
  /** False where it was so already. */
  readonly changed: boolean;
}

/** A person says: this bib is in this photo. Links that follow from it are made at once. */
export async function tagPhoto(
  db: Db,
  target: TagTarget,
  options: FinishOptions,
): Promise<TagChange> {
  return decide(db, target, options, async (transaction, event, photoId, bib) => {
    await liftVeto(transaction, photoId, bib);
    return insertTags(transaction, event.id, [
      {
        photoId,
        bib,
        source: 'manual',
        confidence: 100,
        evidence: { kind: 'manual' },
        faceOrdinal: undefined,
      },
    ]);
  });
}

/** A person says: this bib is not in this photo. No rule tags it again. */
export async function untagPhoto(
  db: Db,
  target: TagTarget,
  options: FinishOptions,
): Promise<TagChange> {
  return decide(db, target, options, async (transaction, _event, photoId, bib) => {
    await vetoTag(transaction, photoId, bib);
    return deleteTag(transaction, photoId, bib);
  });
}

async function decide(
  db: Db,
  target: TagTarget,
  options: FinishOptions,
  change: (transaction: Db, event: RaceEvent, photoId: PhotoId, bib: Bib) => Promise<boolean>,
): Promise<TagChange> {
  const bib = requiredBib(target.bib);
  const event = await getEvent(db, target.event);
  const photo = await findPhoto(db, event, target.photo);
  const changed = await db.transaction(async (transaction) => {
    await lockEvent(transaction, event.id);
    const isChanged = await change(transaction, event, photo.id, bib);
    await retagPhotos(transaction, event, [photo.id], await loadRules(transaction, event));
    await markPending(transaction, [photo.id]);
    return isChanged;
  });
  await finishEvent(db, event, options, () => undefined);
  return { event: event.slug, photo: photo.file, bib, changed };
}
