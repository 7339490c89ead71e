import { bibsOfPhoto, galleryPage, galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { packsOfEvent } from '../../db/queries/packs.js';
import type { GalleryPhoto, PublicEvent } from '../../domain/gallery.js';
import type { Bib, PhotoId } from '../../domain/ids.js';
import { photoOffer, type PhotoOffer } from '../../domain/pricing/photo-offer.js';
import { noSuchPhoto, parsePhotoId, requirePublicEvent, type GalleryDeps } from './gallery-deps.js';
import { readSearch, type GalleryQuery } from './read-search.js';
import { filterOf, findRunners } from './show-gallery.js';

export interface ShownPhoto {
  readonly event: PublicEvent;
  readonly photo: GalleryPhoto;
  readonly bibs: readonly Bib[];
  /** The neighbours in the gallery as it was searched. */
  readonly previous: PhotoId | undefined;
  readonly next: PhotoId | undefined;
  readonly offer: PhotoOffer;
}

/** One photo of the event, and its neighbours in the gallery that the visitor comes from. */
export async function showPhoto(
  { db, figures: readFigures }: GalleryDeps,
  slug: string,
  photoId: string,
  query: GalleryQuery,
): Promise<ShownPhoto> {
  const event = await requirePublicEvent(db, slug);
  const id = parsePhotoId(photoId);
  const [photo] = id === undefined ? [] : await galleryPhotosById(db, event.id, [id]);
  if (photo === undefined) throw noSuchPhoto();
  const search = readSearch(query, event, await readFigures(event.id));
  const filter = filterOf(search, await findRunners(db, event.id, search));
  const neighbour = async (side: 'before' | 'after') => {
    if (search.unknown.length > 0) return undefined;
    const page = await galleryPage(db, event.id, filter, { limit: 1, beside: photo.id, side });
    return page.photos[0]?.id;
  };
  const [bibs, previous, next, packs] = await Promise.all([
    bibsOfPhoto(db, photo.id),
    neighbour('before'),
    neighbour('after'),
    packsOfEvent(db, event.id),
  ]);
  return { event, photo, bibs, previous, next, offer: photoOffer(packs, new Date()) };
}
