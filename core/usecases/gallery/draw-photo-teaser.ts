import { galleryPhotosById } from '../../db/queries/gallery-photos.js';
import type { Db } from '../../db/query.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { openPublicImage } from '../open-public-image.js';
import { noSuchPhoto, parsePhotoId, requirePublicEvent } from './gallery-deps.js';

/** The picture of a photo's social card, watermarked as the preview is: JPEG. */
export async function drawPhotoTeaser(
  deps: { readonly db: Db; readonly store: ObjectStore },
  slug: string,
  photoId: string,
): Promise<Buffer> {
  const event = await requirePublicEvent(deps.db, slug);
  const id = parsePhotoId(photoId);
  const [photo] = id === undefined ? [] : await galleryPhotosById(deps.db, event.id, [id]);
  const preview = photo && (await openPublicImage(deps, { photoId: photo.id, version: 'preview' }));
  if (preview === undefined) throw noSuchPhoto();
  const { drawTeaser } = await import('../../image/teaser.js');
  return drawTeaser(await preview.read(), event.name);
}
