import { galleryPhotosById } from '../../db/queries/gallery-photos.js';
import { packsOfEvent } from '../../db/queries/packs.js';
import { findPublicImage } from '../../db/queries/public-images.js';
import { framedPhoto } from '../../delivery/framed-photo.js';
import { smallFrameKey } from '../../domain/object-keys.js';
import { isOnSale } from '../../domain/pricing/pack-choice.js';
import { sponsoredOffer } from '../../domain/pricing/photo-offer.js';
import { noSuchPhoto, parsePhotoId, requirePublicEvent } from './gallery-deps.js';
import type { DrawingDeps } from './kept-picture.js';

/** What a photo looks like in the sponsor's frame: small, watermarked as its thumbnail is; JPEG. */
export async function drawFramedTeaser(
  deps: DrawingDeps,
  slug: string,
  photoId: string,
  visitor: string,
): Promise<Uint8Array> {
  const event = await requirePublicEvent(deps.db, slug);
  const id = parsePhotoId(photoId);
  const [photo] = id === undefined ? [] : await galleryPhotosById(deps.db, event.id, [id]);
  const thumbnail =
    photo && (await findPublicImage(deps.db, { photoId: photo.id, version: 'thumbnail' }));
  const packs = await packsOfEvent(deps.db, event.id);
  const offered = sponsoredOffer(packs.filter((pack) => isOnSale(pack, new Date())));
  const frameKey = packs.find((pack) => pack.id === offered?.packId)?.sponsorship?.frameKey;
  if (thumbnail === undefined || frameKey === undefined) throw noSuchPhoto();
  const version = { key: thumbnail.objectKey, bytes: thumbnail.bytes };
  const framed = await framedPhoto(deps, version, smallFrameKey(frameKey), visitor);
  if (framed === undefined) throw noSuchPhoto();
  return deps.store.get(framed.key);
}
