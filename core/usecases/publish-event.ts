import { getEvent } from '../db/queries/events.js';
import { countGallery, measureCoverage } from '../db/queries/gallery-figures.js';
import {
  loadPublication,
  namePhotographer,
  savePublication,
  type PublicationDetails,
} from '../db/queries/publication.js';
import { countRequests } from '../db/queries/take-downs.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import type { Pack } from '../domain/pack.js';
import type { SelfieTerms } from '../domain/selfie-terms.js';
import { readDownloadTime } from '../domain/read-download-time.js';
import { doubtZone, type TimeDoubt } from '../domain/time-doubt.js';
import type { TakeDownMode } from '../domain/take-down.js';
import { FocusError } from '../errors.js';
import { doubtPhotos } from './doubt-times.js';
import { ensurePacks } from './ensure-packs.js';
import { findCover } from './find-cover.js';
import { readEmail } from './gallery/read-email.js';

export interface PublishRequest {
  readonly event: string;
  readonly seller?: string | undefined;
  readonly sellerEmail?: string | undefined;
  readonly selfie?: SelfieChoice | undefined;
  /** How long links download: "72h", "30d" or "for-good". */
  readonly downloads?: string | undefined;
  readonly takeDowns?: TakeDownMode | undefined;
  /** Names of photographers by the key of their camera. */
  readonly photographers?: readonly { readonly cameraKey: string; readonly name: string }[];
}

/** `off`, or all that the law asks for before strangers may search by face. */
export type SelfieChoice = 'off' | SelfieTerms;

/** What a seller may still want to do; none of it keeps the event from being seen. */
export type MissingPart =
  | 'photos'
  | 'date'
  | 'place'
  | 'start-list'
  | 'seller'
  | 'seller-email'
  | 'tags'
  | 'photographers'
  | 'legal-pages';

export interface Publication {
  readonly event: RaceEvent;
  /** Path of its gallery. */
  readonly path: string;
  readonly photos: number;
  readonly bibs: number;
  readonly untagged: number;
  readonly entries: number;
  readonly entriesWithoutPhotos: number;
  readonly waiting: number;
  readonly takenDown: number;
  /** How photos are taken down: by a mailed link, or without one. */
  readonly takeDowns: TakeDownMode;
  readonly reports: number;
  readonly selfieUntil: string | undefined;
  /** How long the links of orders download; undefined for good. */
  readonly downloadHours: number | undefined;
  readonly cameras: readonly {
    readonly cameraKey: string;
    readonly camera: string | undefined;
    readonly name: string | undefined;
  }[];
  /** What it offers since now, because it had no packs. */
  readonly packsMade: readonly Pack[];
  readonly missing: readonly MissingPart[];
  /** Why times on photos may be wrong. */
  readonly timeDoubts: readonly TimeDoubt[];
  /** Names of settings: what the legal pages leave out because nobody has said it. */
  readonly legalGaps: readonly string[];
}

/** Shows the event to everybody. Publishing again changes what is given, and tells anew how it stands. */
export async function publishEvent(
  db: Db,
  request: PublishRequest,
  { legalGaps }: { readonly legalGaps: readonly string[] },
): Promise<Publication> {
  const event = await getEvent(db, request.event);
  const details = detailsOf(event, request);
  const published = await db.transaction(async (transaction) => {
    for (const { cameraKey, name } of request.photographers ?? [])
      await namePhotographer(transaction, event.id, cameraKey, name);
    return savePublication(transaction, event.id, { ...details, state: 'published' });
  });
  await findCover(db, event.id);
  const packsMade = await ensurePacks(db, event.id);
  return { ...(await describePublication(db, published, legalGaps)), packsMade };
}

/** Takes the event out of sight again; what was sold stays the buyers'. */
export async function unpublishEvent(db: Db, slugOrName: string): Promise<RaceEvent> {
  const event = await getEvent(db, slugOrName);
  return savePublication(db, event.id, { state: 'draft' });
}

function detailsOf(
  event: RaceEvent,
  { seller, sellerEmail, selfie, downloads, takeDowns }: PublishRequest,
): PublicationDetails {
  if (selfie !== undefined && selfie !== 'off') checkSelfie(event, selfie);
  return {
    sellerName: seller,
    // News of sales go there, and the answers of buyers.
    sellerEmail: readEmail(sellerEmail),
    selfie,
    downloadHours: downloads === undefined ? undefined : readDownloadTime(downloads),
    takeDowns,
  };
}

function checkSelfie(event: RaceEvent, selfie: Exclude<SelfieChoice, 'off'>): void {
  if (event.faces !== 'index') {
    throw new FocusError(
      'conflict',
      'publish.no-templates',
      `"${event.name}" keeps no face templates, so nobody can search it by face`,
      { hint: 'Ingest it with --faces index first.' },
    );
  }
  if (selfie.texts.some((text) => text.legalBasis.trim() === '' || text.notice.trim() === '')) {
    throw new FocusError(
      'input',
      'publish.selfie-incomplete',
      'The legal basis or notice is empty',
      {
        hint: 'Give all three: --selfie-basis, --selfie-notice and --selfie-until.',
      },
    );
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(selfie.until) || Number.isNaN(Date.parse(selfie.until))) {
    throw new FocusError('input', 'publish.bad-date', `"${selfie.until}" is not a date`, {
      hint: 'Write the last day as YYYY-MM-DD: --selfie-until 2026-08-31',
    });
  }
}

async function describePublication(
  db: Db,
  event: RaceEvent,
  legalGaps: readonly string[],
): Promise<Omit<Publication, 'packsMade'>> {
  const [figures, coverage, requests, details, doubts] = await Promise.all([
    countGallery(db, event.id),
    measureCoverage(db, event.id),
    countRequests(db, event.id),
    loadPublication(db, event.id),
    doubtPhotos(db, event),
  ]);
  const gaps: readonly (readonly [MissingPart, boolean])[] = [
    ['photos', figures.photos === 0],
    ['date', event.date === undefined],
    ['place', event.place === undefined],
    ['start-list', figures.entries === 0],
    ['tags', figures.photos > 0 && figures.bibs === 0],
    ['seller', details.sellerName === undefined],
    ['seller-email', details.sellerEmail === undefined],
    [
      'photographers',
      figures.photographers.length > 1 &&
        figures.photographers.some(({ name }) => name === undefined),
    ],
    ['legal-pages', legalGaps.length > 0],
  ];
  return {
    event,
    path: `/events/${event.slug}`,
    photos: figures.photos,
    bibs: figures.bibs,
    untagged: coverage.untagged,
    entries: figures.entries,
    entriesWithoutPhotos: coverage.entriesWithoutPhotos,
    waiting: figures.waiting,
    ...requests,
    selfieUntil: details.selfieUntil,
    downloadHours: details.downloadHours,
    takeDowns: details.takeDowns,
    cameras: figures.photographers,
    legalGaps,
    timeDoubts: [...doubtZone(event), ...doubts],
    missing: gaps.filter(([, isMissing]) => isMissing).map(([part]) => part),
  };
}
