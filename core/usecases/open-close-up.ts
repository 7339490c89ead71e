import { findCloseUpSource } from '../db/queries/close-ups.js';
import type { Db } from '../db/query.js';
import { parseBib } from '../domain/bib.js';
import { closeUpKey } from '../domain/object-keys.js';
import { personBox } from '../domain/person-box.js';
import type { ObjectStore } from '../ports/object-store.js';
import { parsePhotoId } from './gallery/gallery-deps.js';
import { publicImageOf, type PublicImage } from './open-public-image.js';

/**
 * The part of a public photo that shows the runner with that bib: drawn when it is wanted first, out
 * of the watermarked preview, and kept. `undefined` where nobody in the photo is known to wear it, and
 * for all that is not public: a face without a bib has no address at all.
 */
export async function openCloseUp(
  { db, store }: { readonly db: Db; readonly store: ObjectStore },
  wanted: { readonly photoId: string; readonly bib: string },
): Promise<PublicImage | undefined> {
  const photoId = parsePhotoId(wanted.photoId);
  const bib = parseBib(wanted.bib);
  if (photoId === undefined || bib === undefined) return undefined;
  const source = await findCloseUpSource(db, { photoId, bib });
  if (source === undefined) return undefined;
  const key = closeUpKey(source.cropKey);
  const kept = await store.head(key);
  if (kept !== undefined) return publicImageOf(store, kept);
  const { drawCloseUp } = await import('../image/close-up.js');
  const preview = await store.get(source.previewKey);
  const drawn = await store.put(key, await drawCloseUp(preview, personBox(source.face, source)));
  if ((await findCloseUpSource(db, { photoId, bib })) !== undefined)
    return publicImageOf(store, drawn);
  // Taken down, or its faces deleted, meanwhile: nothing of it is left behind.
  await store.delete(key);
  return undefined;
}
