import { readFile } from 'node:fs/promises';
import { loadHttp, type HttpLoadReport } from './http-load.js';
import { createRandom } from './random.js';
import { loadSelfies, type SelfieLoadReport } from './selfie-load.js';
import { fillStorefrontEvent, type EventSize } from './storefront-event.js';
import { inTemporaryHome } from './temporary-home.js';
import { query, type Db } from '../db/query.js';
import type { PhotoId } from '../domain/ids.js';
import { FocusError } from '../errors.js';
import { createEvent } from '../usecases/create-event.js';

/** A storefront that runs, on loopback. */
export interface RunningStorefront {
  /** Without a slash at the end. */
  readonly origin: string;
  /** Resident memory of its process now. */
  memoryBytes(): Promise<number>;
  stop(): Promise<void>;
}

export interface StorefrontBenchOptions extends EventSize {
  readonly clients: number;
  /** Of the mixed traffic. */
  readonly perSecond: number;
  readonly seconds: number;
  /** Path of a picture of one face; without it no search by selfie is measured. */
  readonly selfie?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Starts a storefront in another process, with this environment. */
  start(environment: StorefrontBenchOptions['environment']): Promise<RunningStorefront>;
}

export interface StorefrontReport extends EventSize {
  readonly clients: number;
  readonly node: string;
  readonly date: string;
  /** The first page of the gallery, and one nine tenths down. */
  readonly firstPage: HttpLoadReport;
  readonly deepPage: HttpLoadReport;
  readonly bibSearch: HttpLoadReport;
  /** One after the other, over as many faces as there are photos. */
  readonly selfie: SelfieLoadReport | undefined;
  /** Pages, searches, single photos and thumbnails. */
  readonly mixed: HttpLoadReport;
  readonly memoryBytes: { readonly before: number; readonly after: number };
}

/** Of one kind of page: each client asks about once a second, as people do. */
const PAGE_SECONDS = 10;
const SELFIE_SEARCHES = 30;
/** A gallery page brings its thumbnails; browsers ask again only for the page. */
const THUMBNAIL_SHARE = 0.7;
const SEARCH_SHARE = 0.1;
const PHOTO_SHARE = 0.1;

/** Measures a storefront with one large event, in a data home of its own. */
export async function measureStorefront(
  options: StorefrontBenchOptions,
  report: (step: 'filling' | 'pages' | 'selfies' | 'mixed') => void,
): Promise<StorefrontReport> {
  const picture = options.selfie === undefined ? undefined : await readPicture(options.selfie);
  return inTemporaryHome(options.environment, async (parts, environment) => {
    const { db } = parts.database;
    report('filling');
    const event = await createEvent(db, { name: 'Bench', timeZone: 'Europe/Paris' });
    await fillStorefrontEvent({ db, store: parts.store }, event.id, options);
    await query(
      db,
      `update events set state = 'published', published_at = now(), selfie_legal_basis = 'bench',
         selfie_notice = 'bench', selfie_until = current_date + 1
       where id = :id`,
      { id: event.id },
    );
    const photos = await somePhotos(db, event.id);
    // Each request comes from an address of its own, which only a trusted proxy can say.
    const storefront = await options.start({ ...environment, FOCUSRACER_TRUST_PROXY: '1' });
    try {
      return await measure(storefront, { ...options, picture }, event.slug, photos, report);
    } finally {
      await storefront.stop();
    }
  });
}

async function readPicture(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new FocusError('not-found', 'bench.no-picture', `The picture ${path} cannot be read`, {
      cause,
    });
  }
}

async function measure(
  storefront: RunningStorefront,
  options: StorefrontBenchOptions & { readonly picture: Uint8Array<ArrayBuffer> | undefined },
  slug: string,
  photos: readonly PhotoId[],
  report: (step: 'pages' | 'selfies' | 'mixed') => void,
): Promise<StorefrontReport> {
  const { origin } = storefront;
  const { clients, entries, picture } = options;
  const gallery = `/events/${slug}`;
  const pages = { origin, clients, perSecond: clients, seconds: PAGE_SECONDS };
  const random = createRandom(1);
  const anyBib = () => String(1 + Math.floor(random() * entries));
  const anyPhoto = () => photos[Math.floor(random() * photos.length)] ?? '';
  const deep = photos[Math.floor(photos.length * 0.9)] ?? '';

  report('pages');
  // What is compiled and cached at the first visit is no cost of the others.
  await loadHttp({ ...pages, seconds: 2, pathOf: () => gallery });
  const firstPage = await loadHttp({ ...pages, pathOf: () => gallery });
  const deepPage = await loadHttp({ ...pages, pathOf: () => `${gallery}?after=${deep}` });
  const bibSearch = await loadHttp({ ...pages, pathOf: () => `${gallery}?bib=${anyBib()}` });

  let selfie: SelfieLoadReport | undefined;
  if (picture !== undefined) {
    report('selfies');
    selfie = await loadSelfies({ origin, slug, picture, searches: SELFIE_SEARCHES });
  }

  report('mixed');
  const pathOf = () => {
    const kind = random();
    if (kind < THUMBNAIL_SHARE) return `/images/thumbnail/${anyPhoto()}.jpg`;
    if (kind < THUMBNAIL_SHARE + SEARCH_SHARE) return `${gallery}?bib=${anyBib()}`;
    if (kind < THUMBNAIL_SHARE + SEARCH_SHARE + PHOTO_SHARE)
      return `${gallery}/photos/${anyPhoto()}`;
    return `${gallery}?after=${anyPhoto()}`;
  };
  const mixedLoad = { origin, clients: clients * 5, perSecond: options.perSecond, pathOf };
  await loadHttp({ ...mixedLoad, seconds: 5 });
  const before = await storefront.memoryBytes();
  const mixed = await loadHttp({ ...mixedLoad, seconds: options.seconds });
  return {
    photos: options.photos,
    entries,
    clients,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    firstPage,
    deepPage,
    bibSearch,
    selfie,
    mixed,
    memoryBytes: { before, after: await storefront.memoryBytes() },
  };
}

/** A thousand of the event's photos at equal distances, in the gallery's order. */
async function somePhotos(db: Db, eventId: string): Promise<PhotoId[]> {
  const rows = await query<{ id: PhotoId }>(
    db,
    `select id from (
       select id, captured_at, row_number() over (order by captured_at, id) as place,
              count(*) over () as photos
       from photos where event_id = :eventId) p
     where (place - 1) % greatest(1, photos / 1000) = 0 order by captured_at, id`,
    { eventId },
  );
  return rows.map(({ id }) => id);
}
