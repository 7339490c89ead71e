import type { Parts } from './parts.js';
import { explained } from './run-use-case.js';
import { listPublicSlugs, publicEventNames } from './db/queries/gallery-events.js';
import { revokeSelfieConsent } from './db/queries/selfies.js';
import type { Poster } from './drawing/drawing.js';
import type { Drawings } from './drawing/drawings.js';
import type { SelfieSearcher } from './pipeline/selfie-task.js';
import { rememberFigures } from './usecases/gallery/event-figures.js';
import { drawEventCode, type EventCode } from './usecases/gallery/draw-event-code.js';
import { drawEventPoster } from './usecases/gallery/draw-event-poster.js';
import { drawFramedTeaser } from './usecases/gallery/draw-framed-teaser.js';
import { drawPhotoTeaser } from './usecases/gallery/draw-photo-teaser.js';
import { rememberFaceShelves } from './usecases/gallery/face-shelves.js';
import { confirmFollow, followEvent, type FollowRequest } from './usecases/gallery/follow-event.js';
import { requirePublicEvent } from './usecases/gallery/gallery-deps.js';
import { listChosenPhotos } from './usecases/gallery/list-chosen-photos.js';
import { listGalleries } from './usecases/gallery/list-galleries.js';
import type { GalleryQuery } from './usecases/gallery/read-search.js';
import { reportWrongMatch } from './usecases/gallery/report-wrong-match.js';
import { searchBySelfie, type SelfieSearch } from './usecases/gallery/search-by-selfie.js';
import { showSelfieFinds } from './usecases/gallery/show-selfie-finds.js';
import { showGallery } from './usecases/gallery/show-gallery.js';
import { showPhoto } from './usecases/gallery/show-photo.js';
import { suggestNames } from './usecases/gallery/suggest-names.js';

/** A sitemap holds 50,000 addresses at most (https://www.sitemaps.org/protocol.html). */
const MOST_IN_SITEMAP = 50_000;

/** What visitors of the public pages do, with what is remembered between two of them. */
export function galleryUseCases(
  {
    database,
    store,
    settings,
  }: Pick<Parts, 'store' | 'settings'> & { readonly database: Pick<Parts['database'], 'db'> },
  searcher: SelfieSearcher,
  drawings: Drawings,
) {
  const { db } = database;
  const deps = { db, figures: rememberFigures(db) };
  const selfies = {
    db,
    searcher,
    shelves: rememberFaceShelves(db),
    threshold: settings.similarityThreshold,
  };
  const drawing = { db, store, drawings };
  return {
    listEvents: (text: string, page: Parameters<typeof listGalleries>[2]) =>
      explained(listGalleries(deps, text, page)),
    eventNames: (slugs: readonly string[]) => explained(publicEventNames(db, slugs)),
    suggestNames: (slug: string, typed: string) => explained(suggestNames(db, slug, typed)),
    findEvent: (slug: string) => explained(requirePublicEvent(db, slug)),
    show: (slug: string, query: GalleryQuery, after?: string) =>
      explained(showGallery(deps, slug, query, after)),
    showPhoto: (slug: string, photoId: string, query: GalleryQuery) =>
      explained(showPhoto(deps, slug, photoId, query)),
    listChosen: (chosen: Parameters<typeof listChosenPhotos>[1]) =>
      explained(listChosenPhotos(db, chosen)),
    searchBySelfie: (search: SelfieSearch) => explained(searchBySelfie(selfies, search)),
    /** What a selfie found, by the ids that `searchBySelfie` gave. */
    showSelfieFinds: (slug: string, photoIds: readonly string[]) =>
      explained(showSelfieFinds(db, slug, photoIds)),
    revokeSelfie: (consentId: string) => explained(revokeSelfieConsent(db, consentId)),
    follow: (request: FollowRequest) => explained(followEvent(db, request)),
    confirmFollow: (slug: string, token: string) => explained(confirmFollow(db, slug, token)),
    reportWrongMatch: (report: Parameters<typeof reportWrongMatch>[1]) =>
      explained(reportWrongMatch(db, report)),
    drawTeaser: (slug: string, photoId: string, visitor: string) =>
      explained(drawPhotoTeaser(drawing, slug, photoId, visitor)),
    drawFramedTeaser: (slug: string, photoId: string, visitor: string) =>
      explained(drawFramedTeaser(drawing, slug, photoId, visitor)),
    drawCode: (code: EventCode, visitor: string) =>
      explained(drawEventCode(drawing, code, visitor)),
    drawPoster: (slug: string, poster: Poster, visitor: string) =>
      explained(drawEventPoster(drawing, slug, poster, visitor)),
    listSlugs: () => explained(listPublicSlugs(db, MOST_IN_SITEMAP)),
    close: () => searcher.close(),
  };
}

/** Loads what runs threads only when the first selfie comes. */
export function openSelfieSearcher(): SelfieSearcher {
  let opened: Promise<SelfieSearcher> | undefined;
  const open = async () => {
    const { createSelfiePool } = await import('./pipeline/selfie-pool.js');
    return createSelfiePool({ workerFile: new URL('./selfie-worker.js', import.meta.url) });
  };
  return {
    async search(task) {
      opened ??= open();
      return (await opened).search(task);
    },
    async close() {
      await (await opened)?.close();
    },
  };
}
