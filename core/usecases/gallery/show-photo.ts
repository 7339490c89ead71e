import { bibsOfPhoto, galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { packsOfEvent } from '../../db/queries/packs.js';
import type { GalleryPhoto, PublicEvent } from '../../domain/gallery.js';
import type { Bib } from '../../domain/ids.js';
import { photoOffer, type PhotoOffer } from '../../domain/pricing/photo-offer.js';
import { noSuchPhoto, parsePhotoId, requirePublicEvent, type GalleryDeps } from './gallery-deps.js';
import { photosAround, type PhotosAround } from './photos-around.js';
import { readSearch, type GalleryQuery, type GallerySearch } from './read-search.js';
import { filterOf, findRunners } from './show-gallery.js';

export interface ShownPhoto {
  readonly event: PublicEvent;
  readonly photo: GalleryPhoto;
  readonly bibs: readonly Bib[];
  /** Of somebody whom the visitor searched for. */
  readonly isFound: boolean;
  /** In the gallery as it was searched. */
  readonly around: PhotosAround;
  /** Other photos of the same runner, as far as anybody tells who that is. */
  readonly others: OtherPhotos;
  readonly offer: PhotoOffer;
}

export interface OtherPhotos extends PhotosAround {
  /** Whose they are: the bib looked for, else the photo's first. Undefined where they are those around it. */
  readonly bib: Bib | undefined;
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
  const [bibs, around, packs] = await Promise.all([
    bibsOfPhoto(db, photo.id),
    // Nobody is beside a photo in a search that the event does not have.
    search.unknown.length > 0 ? NOBODY : photosAround(db, event, photo.id, filter),
    packsOfEvent(db, event.id),
  ]);
  const bib = isNarrowed(search) ? undefined : bibs[0];
  const others =
    bib === undefined
      ? { ...around, bib: search.wanted.kind === 'bib' ? search.wanted.bib : undefined }
      : { ...(await photosAround(db, event, photo.id, { bibs: [bib] })), bib };
  const isFound = filter.bibs !== undefined && bibs.some((one) => filter.bibs?.includes(one));
  return { event, photo, bibs, isFound, around, others, offer: photoOffer(packs, new Date()) };
}

const NOBODY: PhotosAround = { before: [], after: [] };

function isNarrowed({ wanted, from, until, cameraKey, spot, unknown }: GallerySearch): boolean {
  return (
    wanted.kind !== 'everybody' ||
    unknown.length > 0 ||
    [from, until, cameraKey, spot].some((one) => one !== undefined)
  );
}
