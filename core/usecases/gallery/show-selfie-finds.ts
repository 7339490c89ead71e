import { galleryPage, galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { bibsOfPhotos } from '../../db/queries/tags.js';
import type { Db } from '../../db/query.js';
import { agreedBib } from '../../domain/agreed-bib.js';
import type { GalleryPhoto, PublicEvent } from '../../domain/gallery.js';
import type { Bib } from '../../domain/ids.js';
import { FocusError } from '../../errors.js';
import { parsePhotoId, requirePublicEvent } from './gallery-deps.js';

export interface ShownSelfieFinds {
  readonly event: PublicEvent;
  readonly terms: NonNullable<PublicEvent['selfieSearch']>;
  /** Those found that are still public, the most alike first. */
  readonly photos: readonly GalleryPhoto[];
  /** Whose they are, as their tags agree. */
  readonly bib: Bib | undefined;
  /** Others with that bib, in the order in which they were taken. */
  readonly others: readonly GalleryPhoto[];
}

/** As many as a page shows beside what it is about; the search by bib has all of them. */
const MOST_OTHERS = 24;

/** What a selfie found, or nothing yet. FocusError `not-found` where the event is not searched by face. */
export async function showSelfieFinds(
  db: Db,
  slug: string,
  photoIds: readonly string[],
): Promise<ShownSelfieFinds> {
  const event = await requirePublicEvent(db, slug);
  const terms = event.selfieSearch;
  if (terms === undefined)
    throw new FocusError('not-found', 'selfie.off', 'This event cannot be searched by face');
  const ids = photoIds.flatMap((id) => parsePhotoId(id) ?? []);
  if (ids.length === 0) return { event, terms, photos: [], bib: undefined, others: [] };
  const photos = await galleryPhotosById(db, event.id, ids);
  const bibs = await bibsOfPhotos(
    db,
    photos.map(({ id }) => id),
  );
  const bib = agreedBib(photos.map(({ id }) => bibs.get(id) ?? []));
  if (bib === undefined) return { event, terms, photos, bib, others: [] };
  const found = new Set(photos.map(({ id }) => id));
  const limit = MOST_OTHERS + found.size;
  const page = await galleryPage(db, event.id, { bibs: [bib] }, { limit });
  const others = page.photos.filter(({ id }) => !found.has(id)).slice(0, MOST_OTHERS);
  return { event, terms, photos, bib, others };
}
