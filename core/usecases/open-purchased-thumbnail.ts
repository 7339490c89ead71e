import { findPurchasedThumbnail } from '../db/queries/downloads.js';
import type { Db } from '../db/query.js';
import { hashLinkToken } from '../domain/link-token.js';
import type { ObjectStore } from '../ports/object-store.js';
import { parsePhotoId } from './gallery/gallery-deps.js';

/**
 * The watermarked thumbnail of a photo that was ordered, for the buyer's own page: it is shown there
 * after the event was archived, too. JPEG; undefined where the link's order has no such photo.
 */
export async function openPurchasedThumbnail(
  { db, store }: { readonly db: Db; readonly store: Pick<ObjectStore, 'get'> },
  token: string,
  photoId: string,
): Promise<Uint8Array | undefined> {
  const hash = hashLinkToken(token);
  const id = parsePhotoId(photoId);
  if (hash === undefined || id === undefined) return undefined;
  const key = await findPurchasedThumbnail(db, hash, id);
  return key === undefined ? undefined : store.get(key);
}
