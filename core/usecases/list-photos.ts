import { getEvent } from '../db/queries/events.js';
import {
  listPhotos as listPage,
  type ListedPhoto,
  type PhotoCursor,
  type PhotoFilter,
} from '../db/queries/photo-list.js';
import type { Db } from '../db/query.js';
import { requiredBib } from './required-bib.js';

export interface PhotoListing extends Omit<PhotoFilter, 'bib'> {
  readonly event: string;
  readonly bib?: string | undefined;
  /** At most this many; undefined: all of them. */
  readonly limit?: number | undefined;
}

const PAGE = 500;

/** The photos of an event in the order in which they were taken, read page by page. */
export async function* listPhotos(db: Db, listing: PhotoListing): AsyncGenerator<ListedPhoto> {
  const event = await getEvent(db, listing.event);
  const bib = listing.bib === undefined ? undefined : requiredBib(listing.bib);
  let left = listing.limit ?? Infinity;
  let after: PhotoCursor | undefined;
  while (left > 0) {
    const limit = Math.min(PAGE, left);
    const page = await listPage(db, event.id, { ...listing, bib }, { limit, after });
    yield* page.photos;
    left -= page.photos.length;
    after = page.next;
    if (after === undefined) return;
  }
}
