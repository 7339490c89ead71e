import { isKnownBib } from '../../db/queries/gallery-entries.js';
import { findPublicEvent } from '../../db/queries/gallery-events.js';
import type { Db } from '../../db/query.js';
import { parseBib } from '../../domain/bib.js';
import type { EventId } from '../../domain/ids.js';
import { drawnKey } from '../../domain/object-keys.js';
import { digestOf } from '../../drawing/drawings.js';
import { requirePublicEvent } from './gallery-deps.js';
import { readKept, type DrawingDeps, type Picture } from './kept-picture.js';

export interface EventCode {
  readonly slug: string;
  /** What the code leads to. */
  readonly address: string;
  /** As typed, where it leads to the photos of one runner. */
  readonly bib: string | undefined;
}

/**
 * The code that leads to an event: PNG. Kept for the event and for each bib that somebody has; for any
 * other text it is drawn, but not kept: whoever makes up texts fills no disk.
 */
export async function drawEventCode(
  deps: DrawingDeps,
  { slug, address, bib }: EventCode,
  visitor: string,
): Promise<Picture> {
  const event = await requirePublicEvent(deps.db, slug);
  const drawing = { kind: 'qr-code', address } as const;
  const digest = digestOf(drawing);
  if (bib !== undefined && !(await isOfSomebody(deps.db, event.id, bib))) {
    return { digest, read: () => deps.drawings.remember(drawing, visitor) };
  }
  return {
    digest,
    read: () =>
      readKept(
        deps,
        {
          key: drawnKey(event.id, `${digest}.png`),
          prepare: () => Promise.resolve(drawing),
          isWanted: async () => (await findPublicEvent(deps.db, slug)) !== undefined,
        },
        visitor,
      ),
  };
}

/** By its one spelling: `a1` and `A 1` lead to the same photos by other addresses. */
async function isOfSomebody(db: Db, eventId: EventId, typed: string): Promise<boolean> {
  const bib = parseBib(typed);
  return bib !== undefined && bib === typed && isKnownBib(db, eventId, bib);
}
