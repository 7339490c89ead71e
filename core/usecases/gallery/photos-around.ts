import { galleryPage, type GalleryFilter } from '../../db/queries/gallery-photos.js';
import type { Db } from '../../db/query.js';
import type { GalleryPhoto, PublicEvent } from '../../domain/gallery.js';
import type { PhotoId } from '../../domain/ids.js';

/** What surrounds a photo in a gallery, both in the gallery's order: the nearest come last and first. */
export interface PhotosAround {
  readonly before: readonly GalleryPhoto[];
  readonly after: readonly GalleryPhoto[];
}

/** As far as somebody flicks before the next page of it is there. */
const MOST_ON_A_SIDE = 12;

/** Two ranges of an index, however deep in the gallery the photo lies. */
export async function photosAround(
  db: Db,
  event: PublicEvent,
  photoId: PhotoId,
  filter: GalleryFilter,
): Promise<PhotosAround> {
  const ofSide = async (side: 'before' | 'after') => {
    const place = { limit: MOST_ON_A_SIDE, beside: photoId, side };
    return (await galleryPage(db, event.id, filter, place)).photos;
  };
  const [before, after] = await Promise.all([ofSide('before'), ofSide('after')]);
  return { before, after };
}
