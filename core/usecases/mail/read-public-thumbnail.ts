import type { Db } from '../../db/query.js';
import type { PhotoId } from '../../domain/ids.js';
import { FocusError } from '../../errors.js';
import type { ObjectStore } from '../../ports/object-store.js';
import { openPublicImage } from '../open-public-image.js';

/** The thumbnail of a photo that everybody may see; undefined where nobody may, or it is gone. */
export async function readPublicThumbnail(
  deps: { readonly db: Db; readonly store: ObjectStore },
  photoId: PhotoId,
): Promise<Uint8Array | undefined> {
  const image = await openPublicImage(deps, { photoId, version: 'thumbnail' });
  try {
    return await image?.read();
  } catch (error) {
    if (error instanceof FocusError && error.code === 'object.missing') return undefined;
    throw error;
  }
}
