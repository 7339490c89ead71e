import { bibsOfPhoto, galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { saveWrongMatchReport } from '../../db/queries/wrong-match-reports.js';
import type { Db } from '../../db/query.js';
import { noSuchPhoto, parsePhotoId, requirePublicEvent } from './gallery-deps.js';
import { readNote } from './read-note.js';

/** Notes for the seller that a bib is said not to be in a photo that is tagged with it. */
export async function reportWrongMatch(
  db: Db,
  report: {
    readonly slug: string;
    readonly photoId: string;
    readonly bib: string;
    readonly note: string | undefined;
  },
): Promise<void> {
  const event = await requirePublicEvent(db, report.slug);
  const id = parsePhotoId(report.photoId);
  const [photo] = id === undefined ? [] : await galleryPhotosById(db, event.id, [id]);
  if (photo === undefined) throw noSuchPhoto();
  const bib = (await bibsOfPhoto(db, photo.id)).find((one) => one === report.bib);
  // Somebody corrected the tag meanwhile: the report is settled already.
  if (bib === undefined) return;
  await saveWrongMatchReport(db, {
    eventId: event.id,
    photoId: photo.id,
    bib,
    note: readNote(report.note),
  });
}
