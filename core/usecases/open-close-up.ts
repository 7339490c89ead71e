import { findCloseUpSource } from '../db/queries/close-ups.js';
import { parseBib } from '../domain/bib.js';
import { closeUpKey } from '../domain/object-keys.js';
import { personBox } from '../domain/person-box.js';
import { parsePhotoId } from './gallery/gallery-deps.js';
import type { DrawingDeps } from './gallery/kept-picture.js';
import { publicImageOf, type PublicImage } from './open-public-image.js';

/**
 * The part of a public photo that shows the runner with that bib: drawn when it is wanted first, out
 * of the watermarked preview, and kept. `undefined` where nobody in the photo is known to wear it, and
 * for all that is not public: a face without a bib has no address at all.
 */
export async function openCloseUp(
  { db, store, drawings }: DrawingDeps,
  wanted: { readonly photoId: string; readonly bib: string },
  visitor: string,
): Promise<PublicImage | undefined> {
  const photoId = parsePhotoId(wanted.photoId);
  const bib = parseBib(wanted.bib);
  if (photoId === undefined || bib === undefined) return undefined;
  const source = await findCloseUpSource(db, { photoId, bib });
  if (source === undefined) return undefined;
  const key = closeUpKey(source.cropKey);
  const kept = await drawings.keep(
    {
      key,
      prepare: async () => ({
        kind: 'close-up',
        preview: await store.get(source.previewKey),
        box: personBox(source.face, source),
      }),
      // Taken down, or its faces deleted, meanwhile: nothing of it is left behind.
      isWanted: async () => (await findCloseUpSource(db, { photoId, bib })) !== undefined,
    },
    visitor,
  );
  return kept && publicImageOf(store, kept);
}
