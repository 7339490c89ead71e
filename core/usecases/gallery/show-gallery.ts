import { wearersInCrowds } from '../../db/queries/close-ups.js';
import {
  entriesOfBibs,
  findPublicEntries,
  type PublicEntry,
} from '../../db/queries/gallery-entries.js';
import type { EventFigures } from '../../db/queries/gallery-figures.js';
import {
  countPhotosOfBibs,
  galleryPage,
  isPhotoOfEvent,
  type CountedBib,
  type GalleryFilter,
} from '../../db/queries/gallery-photos.js';
import type { Db } from '../../db/query.js';
import { closeUpBox } from '../../domain/close-up.js';
import type { GalleryPhoto, PublicEvent } from '../../domain/gallery.js';
import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import { nearbyBibs } from '../../domain/nearby-bibs.js';
import { parsePhotoId, requirePublicEvent, type GalleryDeps } from './gallery-deps.js';
import {
  readSearch,
  type FilterName,
  type GalleryQuery,
  type GallerySearch,
} from './read-search.js';

/** Somebody on the start list, and how many photos there are of their bib. */
export interface FoundRunner extends PublicEntry {
  readonly photos: number;
}

/** Why a page of photos is empty, so that the visitor can be told. */
export type Emptiness =
  /** The event has no photo at all. */
  | 'no-photos-yet'
  /** Some of the event's photos are still being read or compared. */
  | 'still-arriving'
  /** The event has a start list, and this bib is not on it. */
  | 'bib-not-listed'
  /** On the start list, or there is no list to tell. */
  | 'bib-without-photos'
  | 'no-start-list'
  | 'name-not-listed'
  | 'name-without-photos'
  /** There are photos, but not at that time or spot, or by that photographer. */
  | 'filtered-out'
  /** The address has a filter or a page that the event does not have. */
  | 'unknown-filter'
  | 'not-searchable';

/** What of an address means nothing in this event; `after` is where a page begins. */
export type UnknownPart = FilterName | 'after';

/** The part of a photo that shows the runner with the bib; in pixels of the original. */
export interface CloseUp {
  readonly bib: Bib;
  readonly width: number;
  readonly height: number;
}

export interface Gallery {
  readonly event: PublicEvent;
  readonly figures: EventFigures;
  readonly search: GallerySearch;
  readonly photos: readonly GalleryPhoto[];
  readonly hasMore: boolean;
  /** Who was looked for, as far as the start list knows them. */
  readonly runners: readonly FoundRunner[];
  /** The one bib whose photos are looked for, by itself or by its only wearer's name; undefined without photos. */
  readonly ownBib: Bib | undefined;
  /** Who was looked for, in those of the photos that show several people. */
  readonly closeUps: ReadonlyMap<PhotoId, CloseUp>;
  /** Where a bib has no photo: bibs one slip away that have some. */
  readonly nearMisses: readonly CountedBib[];
  /** Where there is any, no photo is shown: those of everybody are not what was asked for. */
  readonly unknown: readonly UnknownPart[];
  /** Undefined where there are photos. */
  readonly emptiness: Emptiness | undefined;
}

const GALLERY_PAGE = 60;
const MOST_RUNNERS = 60;
const MOST_NEAR_MISSES = 6;

/**
 * One page of an event's photos, searched as the address says.
 *
 * @param after id of the last photo of the page before
 */
export async function showGallery(
  { db, figures: readFigures }: GalleryDeps,
  slug: string,
  query: GalleryQuery,
  after?: string,
): Promise<Gallery> {
  const event = await requirePublicEvent(db, slug);
  const figures = await readFigures(event.id);
  const search = readSearch(query, event, figures);
  const runners = await findRunners(db, event.id, search);
  const beside = after === undefined ? undefined : await findCursor(db, event.id, after);
  const unknown: readonly UnknownPart[] =
    after !== undefined && beside === undefined ? [...search.unknown, 'after'] : search.unknown;
  const filter = filterOf(search, runners);
  const page =
    search.wanted.kind === 'nonsense' || unknown.length > 0
      ? { photos: [], hasMore: false }
      : await galleryPage(db, event.id, filter, {
          limit: GALLERY_PAGE,
          ...(beside !== undefined && { beside }),
        });
  const isEmpty = page.photos.length === 0 && beside === undefined;
  const hasNearMisses = isEmpty && unknown.length === 0;
  return {
    event,
    figures,
    search,
    runners,
    ...page,
    ownBib: isEmpty ? undefined : ownBibOf(search, runners),
    closeUps: await findCloseUps(db, page.photos, filter.bibs ?? []),
    nearMisses: hasNearMisses ? await findNearMisses(db, event.id, search) : [],
    unknown,
    emptiness: isEmpty ? explainEmptiness(search, figures, runners, unknown) : undefined,
  };
}

function ownBibOf({ wanted }: GallerySearch, runners: readonly FoundRunner[]): Bib | undefined {
  if (wanted.kind === 'bib') return wanted.bib;
  const [bib, ...others] = new Set(
    runners.filter(({ photos }) => photos > 0).map((one) => one.bib),
  );
  return others.length === 0 ? bib : undefined;
}

async function findCloseUps(
  db: Db,
  photos: readonly GalleryPhoto[],
  bibs: readonly Bib[],
): Promise<Map<PhotoId, CloseUp>> {
  const found = new Map<PhotoId, CloseUp>();
  if (photos.length === 0 || bibs.length === 0) return found;
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  for (const { photoId, bib, face } of await wearersInCrowds(db, [...byId.keys()], bibs)) {
    const photo = byId.get(photoId);
    const box = photo && closeUpBox(face, photo);
    if (photo === undefined || box === undefined) continue;
    found.set(photoId, { bib, width: box.width * photo.width, height: box.height * photo.height });
  }
  return found;
}

/** Also a photo that is not public any more: the page after it is still there. */
async function findCursor(db: Db, eventId: EventId, text: string): Promise<PhotoId | undefined> {
  const id = parsePhotoId(text);
  return id !== undefined && (await isPhotoOfEvent(db, eventId, id)) ? id : undefined;
}

export function filterOf(
  { wanted, from, until, cameraKey, spot }: GallerySearch,
  runners: readonly FoundRunner[],
): GalleryFilter {
  const bibs = bibsOf(wanted.kind === 'bib' ? wanted.bib : undefined, runners);
  return {
    bibs: wanted.kind === 'everybody' ? undefined : bibs,
    from,
    until,
    cameraKey,
    spot,
  };
}

function bibsOf(bib: Bib | undefined, runners: readonly FoundRunner[]): readonly Bib[] {
  return bib === undefined ? [...new Set(runners.map((runner) => runner.bib))] : [bib];
}

export async function findRunners(
  db: Db,
  eventId: EventId,
  { wanted }: GallerySearch,
): Promise<FoundRunner[]> {
  if (wanted.kind === 'everybody' || wanted.kind === 'nonsense') return [];
  const entries =
    wanted.kind === 'bib'
      ? await entriesOfBibs(db, eventId, [wanted.bib])
      : await findPublicEntries(db, eventId, wanted.words, MOST_RUNNERS);
  const bibs = [...new Set(entries.map(({ bib }) => bib))];
  const counted = await countPhotosOfBibs(db, eventId, bibs, bibs.length);
  const photosOf = new Map(counted.map(({ bib, photos }) => [bib, photos]));
  const runners = entries.map((entry) => ({ ...entry, photos: photosOf.get(entry.bib) ?? 0 }));
  return runners.sort((a, b) => Number(b.photos > 0) - Number(a.photos > 0));
}

async function findNearMisses(
  db: Db,
  eventId: EventId,
  { wanted }: GallerySearch,
): Promise<CountedBib[]> {
  if (wanted.kind !== 'bib') return [];
  return countPhotosOfBibs(db, eventId, nearbyBibs(wanted.bib), MOST_NEAR_MISSES);
}

function explainEmptiness(
  search: GallerySearch,
  figures: EventFigures,
  runners: readonly FoundRunner[],
  unknown: readonly UnknownPart[],
): Emptiness {
  const { wanted } = search;
  const hasStartList = figures.entries > 0;
  if (unknown.length > 0) return 'unknown-filter';
  if (figures.photos === 0) return figures.waiting > 0 ? 'still-arriving' : 'no-photos-yet';
  const isNobody = wanted.kind === 'name' && !wanted.isPlain && runners.length === 0;
  if (wanted.kind === 'nonsense' || isNobody) return 'not-searchable';
  const isNarrowed = [search.from, search.until, search.cameraKey, search.spot].some(
    (one) => one !== undefined,
  );
  if (isNarrowed) return 'filtered-out';
  if (wanted.kind === 'name') {
    if (!hasStartList) return 'no-start-list';
    if (runners.length === 0) return 'name-not-listed';
    return figures.waiting > 0 ? 'still-arriving' : 'name-without-photos';
  }
  if (wanted.kind === 'bib' && hasStartList && runners.length === 0) return 'bib-not-listed';
  return figures.waiting > 0 ? 'still-arriving' : 'bib-without-photos';
}
