import { countGallery, type EventFigures } from '../../db/queries/gallery-figures.js';
import type { Db } from '../../db/query.js';
import type { EventId } from '../../domain/ids.js';

export type ReadFigures = (eventId: EventId) => Promise<EventFigures>;

/** Counting 100,000 photos takes longer than a page may. */
const FRESH_MS = 30_000;
const MOST_EVENTS = 500;

interface Remembered {
  readonly at: number;
  readonly figures: Promise<EventFigures>;
}

/**
 * Figures of events, counted anew after half a minute. Only the first visitor waits for it: the
 * others are given the former ones while it is done.
 */
export function rememberFigures(
  db: Db,
  clock: () => number = () => performance.now(),
): ReadFigures {
  const remembered = new Map<EventId, Remembered>();
  const counting = new Map<EventId, Promise<EventFigures>>();

  function remember(eventId: EventId, figures: Promise<EventFigures>): void {
    remembered.delete(eventId);
    remembered.set(eventId, { at: clock(), figures });
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_EVENTS && oldest !== undefined) remembered.delete(oldest);
  }

  function count(eventId: EventId): Promise<EventFigures> {
    const known = counting.get(eventId);
    if (known !== undefined) return known;
    const figures = countGallery(db, eventId);
    counting.set(eventId, figures);
    figures.then(
      () => {
        counting.delete(eventId);
        remember(eventId, figures);
      },
      () => void counting.delete(eventId),
    );
    return figures;
  }

  return (eventId) => {
    const known = remembered.get(eventId);
    if (known === undefined) return count(eventId);
    // Where that fails, the next visitor tries again, and these figures hold until then.
    if (clock() - known.at >= FRESH_MS) count(eventId).catch(() => undefined);
    return known.figures;
  };
}
