import { listPublicEvents } from '../../db/queries/gallery-events.js';
import { foldText } from '../../domain/entry-text.js';
import type { PublicEvent } from '../../domain/gallery.js';
import type { GalleryDeps } from './gallery-deps.js';

export interface CountedPublicEvent {
  readonly event: PublicEvent;
  readonly photos: number;
  readonly entries: number;
  readonly hasDigitBibs: boolean;
}

export interface EventOverview {
  /** Today or later, the next one first. */
  readonly coming: readonly CountedPublicEvent[];
  /** The others, the latest first. */
  readonly latest: readonly CountedPublicEvent[];
  readonly hasMore: boolean;
}

const MOST_COMING = 24;

/**
 * Published events whose name, place or sport has every word of the text. Those to come are on the
 * first page only.
 *
 * @param page from 1
 */
export async function listGalleries(
  { db, figures }: GalleryDeps,
  text: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<EventOverview> {
  const words = foldText(text.slice(0, 80))
    .split(' ')
    .filter((word) => word !== '');
  // Only signs: no event is called that.
  if (words.length === 0 && text.trim() !== '') return { coming: [], latest: [], hasMore: false };
  const [coming, latest] = await Promise.all([
    page > 1
      ? []
      : listPublicEvents(db, { words, when: 'coming' }, { limit: MOST_COMING, offset: 0 }),
    listPublicEvents(db, { words, when: 'past' }, { limit: size + 1, offset: (page - 1) * size }),
  ]);
  const counted = (events: readonly PublicEvent[]) =>
    Promise.all(
      events.map(async (event) => {
        const { photos, entries, hasDigitBibs } = await figures(event.id);
        return { event, photos, entries, hasDigitBibs };
      }),
    );
  return {
    coming: await counted(coming),
    latest: await counted(latest.slice(0, size)),
    hasMore: latest.length > size,
  };
}
