import { templatePages } from '../../db/queries/face-links.js';
import { facesStamp, type FaceAt } from '../../db/queries/selfies.js';
import type { Db } from '../../db/query.js';
import type { EventId } from '../../domain/ids.js';
import { TEMPLATE_BYTES } from '../../linking/face-template.js';
import type { TemplateShelf } from '../../linking/template-shelf.js';

export interface FaceShelf extends TemplateShelf {
  /** Whose template is at each place. */
  readonly faces: readonly FaceAt[];
}

export type ReadFaceShelf = (eventId: EventId) => Promise<FaceShelf>;

/** 100,000 faces take 51 MB. */
const MOST_SHELVES = 4;
const FACES_AT_ONCE = 10_000;

/** During an ingest there are new faces all the time: reading them all anew takes a second. */
const LEAST_AGE_MS = 20_000;

/** No template stays in memory much longer than in the database. */
const MOST_AGE_MS = 10 * 60_000;

interface Remembered {
  readonly at: number;
  readonly stamp: string;
  readonly shelf: Promise<FaceShelf>;
}

/** Templates of the events searched lately, read anew when the event has new faces. */
export function rememberFaceShelves(
  db: Db,
  clock: () => number = () => performance.now(),
): ReadFaceShelf {
  const remembered = new Map<EventId, Remembered>();

  async function isFresh(eventId: EventId, { at, stamp }: Remembered): Promise<boolean> {
    const age = clock() - at;
    if (age < LEAST_AGE_MS) return true;
    return age < MOST_AGE_MS && stamp === (await facesStamp(db, eventId));
  }

  return async (eventId) => {
    const known = remembered.get(eventId);
    if (known !== undefined && (await isFresh(eventId, known))) return known.shelf;
    const stamp = await facesStamp(db, eventId);
    const read = { at: clock(), stamp, shelf: readShelf(db, eventId) };
    remembered.delete(eventId);
    remembered.set(eventId, read);
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_SHELVES && oldest !== undefined) remembered.delete(oldest);
    read.shelf.catch(() => {
      if (remembered.get(eventId) === read) remembered.delete(eventId);
    });
    return read.shelf;
  };
}

async function readShelf(db: Db, eventId: EventId): Promise<FaceShelf> {
  const faces: FaceAt[] = [];
  const pages: Int8Array[] = [];
  for await (const page of templatePages(db, eventId, { outside: [] }, 'kept', FACES_AT_ONCE)) {
    const packed = new Int8Array(page.length * TEMPLATE_BYTES);
    for (const [index, { photoId, ordinal, template }] of page.entries()) {
      packed.set(template, index * TEMPLATE_BYTES);
      faces.push({ photoId, ordinal });
    }
    pages.push(packed);
  }
  const bytes = new SharedArrayBuffer(faces.length * TEMPLATE_BYTES);
  const all = new Int8Array(bytes);
  let at = 0;
  for (const page of pages) {
    all.set(page, at);
    at += page.length;
  }
  return { bytes, count: faces.length, faces };
}
