import { coverCandidates, loadCover, saveFoundCover } from '../db/queries/covers.js';
import { getEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import { rankCovers, type RankedCover } from '../domain/cover.js';
import type { EventId } from '../domain/ids.js';

/** Looks for the photo that stands for the event where the seller chose none, or one that is gone. */
export async function findCover(db: Db, eventId: EventId): Promise<void> {
  const [best] = rankCovers(await coverCandidates(db, eventId));
  await saveFoundCover(db, eventId, best?.id);
}

export interface OfferedCover extends Pick<
  RankedCover,
  'id' | 'file' | 'score' | 'width' | 'height'
> {
  readonly faces: number;
  readonly isCurrent: boolean;
  /** Path of its page in the shop, once the event is published. */
  readonly path: string;
}

const OFFERED = 5;

/** The photos that are best for a cover, the best first. */
export async function offerCovers(db: Db, slugOrName: string): Promise<OfferedCover[]> {
  const { id: eventId, slug } = await getEvent(db, slugOrName);
  const { current } = await loadCover(db, eventId);
  return rankCovers(await coverCandidates(db, eventId))
    .slice(0, OFFERED)
    .map(({ id, file, score, width, height, faces }) => ({
      id,
      file,
      score,
      width,
      height,
      faces: faces.length,
      isCurrent: id === current,
      path: `/events/${slug}/photos/${id}`,
    }));
}
