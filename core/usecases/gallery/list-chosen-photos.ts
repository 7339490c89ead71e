import { findPublicEvent } from '../../db/queries/gallery-events.js';
import { galleryPhotosById } from '../../db/queries/gallery-photos.js';
import type { Db } from '../../db/query.js';
import type { GalleryPhoto, PublicEvent } from '../../domain/gallery.js';
import { parsePhotoId } from './gallery-deps.js';

export interface EventPhotos {
  readonly event: PublicEvent;
  readonly photos: readonly GalleryPhoto[];
}

/** The photos that are still public, event by event; ids by slug, as a session keeps them. */
export async function listChosenPhotos(
  db: Db,
  chosen: Readonly<Record<string, readonly string[]>>,
): Promise<EventPhotos[]> {
  const found = await Promise.all(
    Object.entries(chosen).map(async ([slug, texts]) => {
      const event = await findPublicEvent(db, slug);
      if (event === undefined) return [];
      const ids = texts.flatMap((text) => parsePhotoId(text) ?? []);
      return [{ event, photos: await galleryPhotosById(db, event.id, ids) }];
    }),
  );
  return found.flat().filter(({ photos }) => photos.length > 0);
}
