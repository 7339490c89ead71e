import { findCoverSource } from '../db/queries/covers.js';
import { COVER_WIDTHS, coverBox, type CoverVersion } from '../domain/cover.js';
import { coverKey } from '../domain/object-keys.js';
import { digestOf } from '../drawing/drawings.js';
import { digestOfSource, type WatermarkSource } from '../image/watermark-source.js';
import { parsePhotoId } from './gallery/gallery-deps.js';
import type { DrawingDeps } from './gallery/kept-picture.js';
import { publicImageOf, type PublicImage } from './open-public-image.js';

/**
 * The cover of a published event, cut to the shape of a page's head, under a mark that is calmer
 * than that of previews: drawn when it is wanted first, and kept. `undefined` for every photo that
 * is no event's cover: the calm mark is for one photo of an event, and not for all.
 */
export async function openCover(
  { db, store, drawings, mark }: DrawingDeps & { readonly mark: () => Promise<WatermarkSource> },
  wanted: { readonly photoId: string; readonly version: CoverVersion },
  visitor: string,
): Promise<PublicImage | undefined> {
  const photoId = parsePhotoId(wanted.photoId);
  const source = photoId && (await findCoverSource(db, photoId));
  if (photoId === undefined || source === undefined) return undefined;
  const { sha256, webKey, webBytes } = source;
  const watermark = await mark();
  const shown = {
    kind: 'cover',
    box: coverBox(source, source.faces),
    width: COVER_WIDTHS[wanted.version],
    sha256,
  } as const;
  // A version that was made anew has the same key, and another length.
  const digest = digestOf({ ...shown, webKey, webBytes, mark: digestOfSource(watermark) });
  const kept = await drawings.keep(
    {
      key: coverKey(webKey, digest),
      prepare: async () => ({ ...shown, web: await store.get(webKey), watermark }),
      isWanted: async () => (await findCoverSource(db, photoId)) !== undefined,
    },
    visitor,
  );
  return kept && publicImageOf(store, kept);
}
