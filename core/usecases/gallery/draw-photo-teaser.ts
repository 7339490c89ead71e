import { galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { findPublicImage } from '../../db/queries/public-images.js';
import { teaserKey } from '../../domain/object-keys.js';
import { digestOf } from '../../drawing/drawings.js';
import { noSuchPhoto, parsePhotoId, requirePublicEvent } from './gallery-deps.js';
import { readKept, type DrawingDeps, type Picture } from './kept-picture.js';

/** The picture of a photo's social card, watermarked as the preview is: JPEG, kept beside it. */
export async function drawPhotoTeaser(
  deps: DrawingDeps,
  slug: string,
  photoId: string,
  visitor: string,
): Promise<Picture> {
  const { db, store } = deps;
  const event = await requirePublicEvent(db, slug);
  const id = parsePhotoId(photoId);
  const [photo] = id === undefined ? [] : await galleryPhotosById(db, event.id, [id]);
  const previewOf = async () =>
    photo && (await findPublicImage(db, { photoId: photo.id, version: 'preview' }));
  const preview = await previewOf();
  if (preview === undefined) throw noSuchPhoto();
  const { objectKey, bytes } = preview;
  // A preview that was made anew has the same key, and another length.
  const digest = digestOf({ kind: 'teaser', objectKey, bytes, eventName: event.name });
  return {
    digest,
    read: () =>
      readKept(
        deps,
        {
          key: teaserKey(objectKey, digest),
          prepare: async () => ({
            kind: 'teaser',
            preview: await store.get(objectKey),
            eventName: event.name,
          }),
          isWanted: async () => (await previewOf()) !== undefined,
        },
        visitor,
      ),
  };
}
