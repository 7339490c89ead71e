import { findPublicEvent } from '../../db/queries/gallery-events.js';
import type { Db } from '../../db/query.js';
import type { PublicEvent } from '../../domain/gallery.js';
import type { PhotoId } from '../../domain/ids.js';
import { FocusError } from '../../errors.js';
import type { ReadFigures } from './event-figures.js';

export interface GalleryDeps {
  readonly db: Db;
  readonly figures: ReadFigures;
}

/** FocusError `not-found` where the event is unknown or not published: the public is not told which. */
export async function requirePublicEvent(db: Db, slug: string): Promise<PublicEvent> {
  // What cannot be a slug is not asked for: a database takes no NUL.
  const event = /^[\w-]{1,100}$/.test(slug) ? await findPublicEvent(db, slug) : undefined;
  if (event !== undefined) return event;
  throw new FocusError('not-found', 'gallery.no-event', 'There is no such event');
}

/** What is in an address may be anything: undefined where it is no photo's id. */
export function parsePhotoId(text: string): PhotoId | undefined {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  // The one place of the public pages that may brand: everything behind it receives ids from here.
  return isId ? (text.toLowerCase() as PhotoId) : undefined;
}

export function noSuchPhoto(): FocusError {
  return new FocusError('not-found', 'gallery.no-photo', 'There is no such photo');
}
