import { countGallery, type EventFigures } from '../../db/queries/gallery-figures.js';
import type { Db } from '../../db/query.js';
import type { EventId } from '../../domain/ids.js';

export type ReadFigures = (eventId: EventId) => Promise<EventFigures>;

/** Counting 100,000 photos takes longer than a page may: one visitor in half a minute waits for it. */
const FRESH_MS = 30_000;
const MOST_EVENTS = 500;

/** Figures of events, remembered for half a minute. */
export function rememberFigures(
  db: Db,
  clock: () => number = () => performance.now(),
): ReadFigures {
  const remembered = new Map<EventId, { readonly at: number; figures: Promise<EventFigures> }>();
  return (eventId) => {
    const known = remembered.get(eventId);
    if (known !== undefined && clock() - known.at < FRESH_MS) return known.figures;
    const counted = { at: clock(), figures: countGallery(db, eventId) };
    remembered.delete(eventId);
    remembered.set(eventId, counted);
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_EVENTS && oldest !== undefined) remembered.delete(oldest);
    counted.figures.catch(() => {
      if (remembered.get(eventId) === counted) remembered.delete(eventId);
    });
    return counted.figures;
  };
}
