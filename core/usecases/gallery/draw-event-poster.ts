import { findPublicEvent } from '../../db/queries/gallery-events.js';
import { drawnKey } from '../../domain/object-keys.js';
import type { Poster } from '../../drawing/drawing.js';
import { digestOf } from '../../drawing/drawings.js';
import { requirePublicEvent } from './gallery-deps.js';
import { readKept, type DrawingDeps, type Picture } from './kept-picture.js';

/** The poster of an event: PDF. Another name, place, address or language is another poster. */
export async function drawEventPoster(
  deps: DrawingDeps,
  slug: string,
  poster: Poster,
  visitor: string,
): Promise<Picture> {
  const event = await requirePublicEvent(deps.db, slug);
  const drawing = { kind: 'poster', ...poster } as const;
  const digest = digestOf(drawing);
  return {
    digest,
    read: () =>
      readKept(
        deps,
        {
          key: drawnKey(event.id, `${digest}.pdf`),
          prepare: () => Promise.resolve(drawing),
          isWanted: async () => (await findPublicEvent(deps.db, slug)) !== undefined,
        },
        visitor,
      ),
  };
}
