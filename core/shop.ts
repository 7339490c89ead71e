import { openParts, type OpenOptions, type Parts } from './parts.js';
import { explained } from './run-use-case.js';
import {
  countHit,
  deletePastWindows,
  discountHit,
  forgetHits,
  type CountedHit,
} from './db/queries/rate-limits.js';
import {
  changeSession,
  deleteExpiredSessions,
  deleteSession,
  prolongSession,
  readSession,
  type SessionChange,
  type SessionContent,
} from './db/queries/sessions.js';
import { deleteExpiredSignInLinks } from './db/queries/sign-in-links.js';
import { checkHealth } from './usecases/check-health.js';
import { openCloseUp } from './usecases/open-close-up.js';
import { openPublicImage } from './usecases/open-public-image.js';
import { accountUseCases } from './shop-accounts.js';
import { buyingUseCases } from './shop-buying.js';
import { galleryUseCases, openSelfieSearcher } from './shop-gallery.js';
import { mailUseCases } from './shop-mail.js';
import { orderUseCases } from './shop-orders.js';
import { openShopSecrets, type SecretFor } from './shop-secrets.js';

/** More than the 4 of a command: many visitors ask at the same time, each for a few milliseconds. */
const SHOP_CONNECTIONS = 10;

export type Shop = Awaited<ReturnType<typeof openShop>>;

/**
 * The composition root of the storefront: database, object store, mail and payments, and the use
 * cases of everything a visitor does. `close` ends it all.
 */
export async function openShop(options: OpenOptions) {
  const parts = await openParts(options, {
    poolSize: SHOP_CONNECTIONS,
    applicationName: 'focusracer storefront',
  });
  try {
    return useCases(
      parts,
      await openShopSecrets(parts.home, parts.settings.shopSecret),
      options.environment,
    );
  } catch (error) {
    await parts.database.close();
    throw error;
  }
}

function useCases(parts: Parts, secretFor: SecretFor, environment: OpenOptions['environment']) {
  const { database, settings, store } = parts;
  const { db } = database;
  const gallery = galleryUseCases(parts, openSelfieSearcher());
  const mail = mailUseCases(parts, secretFor);
  const ordering = orderUseCases(parts, secretFor, environment);
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
      count: (hit: Parameters<typeof countHit>[1]): Promise<CountedHit> =>
        explained(countHit(db, hit)),
      discount: (key: string) => explained(discountHit(db, key)),
      forget: (key: string) => explained(forgetHits(db, key)),
    },
    images: {
      open: (wanted: Parameters<typeof openPublicImage>[1]) =>
        explained(openPublicImage({ db, store }, wanted)),
      openCloseUp: (wanted: Parameters<typeof openCloseUp>[1]) =>
        explained(openCloseUp({ db, store }, wanted)),
    },
    health: { check: () => checkHealth({ db, store }) },
    /** Removes what is over; to be called now and then. */
    async sweep(): Promise<void> {
      await explained(deleteExpiredSessions(db));
      await explained(deletePastWindows(db));
      await explained(deleteExpiredSignInLinks(db));
    },
    gallery,
    mail,
    ...ordering,
    accounts: accountUseCases(parts),
    ...buyingUseCases(parts, ordering.orders.checkPaymentOf),

    async close() {
      await gallery.close();
      await mail.close();
      await database.close();
    },
  };
}
