import { getEvent } from '../db/queries/events.js';
import {
  listWrongMatchReports as readReports,
  settleWrongMatchReport,
  type WrongMatchReport,
} from '../db/queries/wrong-match-reports.js';
import type { Db } from '../db/query.js';
import type { TagChange, TagTarget } from './change-tags.js';
import { findPhoto } from './find-photo.js';
import { requiredBib } from './required-bib.js';

/** The latest thousand, of one event or of all; those that were settled only where they are wanted. */
export async function listWrongMatchReports(
  db: Db,
  { event, withSettled }: { readonly event: string | undefined; readonly withSettled: boolean },
): Promise<WrongMatchReport[]> {
  const eventId = event === undefined ? undefined : (await getEvent(db, event)).id;
  return readReports(db, { eventId, withSettled });
}

/** A person says: the bib is in the photo, whatever visitors say. Where it is not, `untagPhoto` settles it. */
export async function settleWrongMatch(db: Db, target: TagTarget): Promise<TagChange> {
  const bib = requiredBib(target.bib);
  const event = await getEvent(db, target.event);
  const photo = await findPhoto(db, event, target.photo);
  const changed = await settleWrongMatchReport(db, photo.id, bib);
  return { event: event.slug, photo: photo.file, bib, changed };
}
