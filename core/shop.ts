import { openParts, type OpenOptions, type Parts } from './parts.js';
import { explained } from './run-use-case.js';
import { countSharedHit, deletePastWindows, type SharedHit } from './db/queries/rate-limits.js';
import {
  changeSession,
  deleteExpiredSessions,
  deleteSession,
  prolongSession,
  readSession,
  type SessionChange,
  type SessionContent,
} from './db/queries/sessions.js';
import { forgetSessions } from './db/queries/offer-uses.js';
import { deleteExpiredSignInLinks } from './db/queries/sign-in-links.js';
import { deleteVisitorsUnseenSince } from './db/queries/visitors.js';
import { checkHealth } from './usecases/check-health.js';
import { openCloseUp } from './usecases/open-close-up.js';
import { openCover } from './usecases/open-cover.js';
import { lookAtPage, type PageOutcome, type PageRequest } from './usecases/visits/look-at-page.js';
import { openPublicImage } from './usecases/open-public-image.js';
import { accountUseCases } from './shop-accounts.js';
import { buyingUseCases } from './shop-buying.js';
import { openDrawings } from './shop-drawing.js';
import { galleryUseCases, openSelfieSearcher } from './shop-gallery.js';
import { markOf } from './shop-mark.js';
import { mailUseCases } from './shop-mail.js';
import { orderUseCases } from './shop-orders.js';
import { openPricing } from './shop-pricing.js';
import { takeDownUseCases } from './shop-take-downs.js';
import { openShopSecrets, type SecretFor } from './shop-secrets.js';

/** Longer than a visitor's session lasts. */
const SESSION_MILLISECONDS = 31 * 24 * 3_600_000;

/** More than the 4 of a command: many visitors ask at the same time, each for a few milliseconds. */
const SHOP_CONNECTIONS = 10;

const SIDE_WORKER = new URL('./side-worker.js', import.meta.url);

export interface ShopOptions extends OpenOptions {
  /** The file of a thread that draws; where the program was not compiled, its own cannot be run. */
  readonly sideWorker?: URL;
}

/** What is known of how a visitor goes about photos; after an hour it says nothing any more. */
const VISITORS_KEPT_MS = 3600 * 1000;

export type Shop = Awaited<ReturnType<typeof openShop>>;

/**
 * The composition root of the storefront: database, object store, mail and payments, and the use
 * cases of everything a visitor does. `close` ends it all.
 */
export async function openShop(options: ShopOptions) {
  const parts = await openParts(options, {
    poolSize: SHOP_CONNECTIONS,
    applicationName: 'focusracer storefront',
  });
  try {
    return useCases(parts, await openShopSecrets(parts.home, parts.settings.shopSecret), options);
  } catch (error) {
    await parts.database.close();
    throw error;
  }
}

function useCases(parts: Parts, secretFor: SecretFor, options: ShopOptions) {
  const { database, settings, store } = parts;
  const { db } = database;
  const mark = markOf(settings);
  const { sideWorker = SIDE_WORKER } = options;
  const drawings = openDrawings(store, sideWorker);
  const pricing = openPricing(sideWorker);
  const side = { drawings, pricing };
  const gallery = galleryUseCases(parts, openSelfieSearcher(), drawings);
  const mail = mailUseCases(parts, secretFor);
  const { openOrders, ...ordering } = orderUseCases(parts, secretFor, options.environment, side);
  return {
    settings,
    secretFor,

    sessions: {
      read: (id: string): Promise<SessionContent | undefined> => explained(readSession(db, id)),
      change: (change: SessionChange) => explained(changeSession(db, change)),
      prolong: (id: string, expiresAt: Date) => explained(prolongSession(db, id, expiresAt)),
      delete: (id: string) => explained(deleteSession(db, id)),
    },
    rateLimits: {
      count: (hit: SharedHit) => explained(countSharedHit(db, hit)),
    },
    visits: {
      look: (request: PageRequest): Promise<PageOutcome> => explained(lookAtPage(db, request)),
    },
    images: {
      open: (wanted: Parameters<typeof openPublicImage>[1]) =>
        explained(openPublicImage({ db, store }, wanted)),
      openCover: (wanted: Parameters<typeof openCover>[1], visitor: string) =>
        explained(openCover({ db, store, drawings, mark }, wanted, visitor)),
      openCloseUp: (wanted: Parameters<typeof openCloseUp>[1], visitor: string) =>
        explained(openCloseUp({ db, store, drawings }, wanted, visitor)),
    },
    health: { check: () => checkHealth({ db, store }) },
    /** Removes what is over; to be called now and then. */
    async sweep(): Promise<void> {
      await explained(deleteExpiredSessions(db));
      await explained(deletePastWindows(db));
      await explained(deleteVisitorsUnseenSince(db, new Date(Date.now() - VISITORS_KEPT_MS)));
      await explained(deleteExpiredSignInLinks(db));
      await explained(forgetSessions(db, new Date(Date.now() - SESSION_MILLISECONDS)));
    },
    gallery,
    /** What threads have drawn and priced, and how many wait for it. */
    threadFigures: () => ({ drawing: drawings.figures(), pricing: pricing.figures() }),
    mail,
    ...ordering,
    accounts: accountUseCases(parts),
    takeDowns: takeDownUseCases(parts, secretFor, openOrders),
    ...buyingUseCases(parts, side, secretFor, ordering.orders.checkPaymentOf),

    async close() {
      await gallery.close();
      await drawings.close();
      await pricing.close();
      await mail.close();
      await database.close();
    },
  };
}
