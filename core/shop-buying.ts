import type { Drawings } from './drawing/drawings.js';
import type { Parts } from './parts.js';
import { run } from './run-use-case.js';
import { sellingAccountOf } from './sale-settings.js';
import type { ShopPricing } from './shop-pricing.js';
import type { SecretFor } from './shop-secrets.js';
import { operatorOf } from './usecases/operator.js';
import type { DownloadRequest } from './usecases/open-download.js';
import { hashPerson, type Person } from './usecases/orders/person-hashes.js';
import type { priceAllOfBib } from './usecases/price-all-of-bib.js';
import type { priceAllPhotos } from './usecases/price-all-photos.js';
import type { WantedItem } from './usecases/price-cart.js';
import type { withdrawOrder, WithdrawalRequest } from './usecases/withdraw-order.js';

/** Use cases of the storefront from the cart to the withdrawal, but for orders and their payment. */
export function buyingUseCases(
  { database, store, settings }: Parts,
  { drawings, pricing }: { readonly drawings: Drawings; readonly pricing: ShopPricing },
  secretFor: SecretFor,
  checkPaymentOf: (token: string) => Promise<void>,
) {
  const { db } = database;
  const personKey = secretFor('persons');
  return {
    cart: {
      show: (
        cart: {
          readonly eventSlug: string;
          readonly items: readonly WantedItem[];
          /** As typed. */
          readonly code: string | undefined;
          readonly person: Person;
        },
        visitor: string,
      ) =>
        run(import('./usecases/show-cart.js'), (use) =>
          use.showCart(
            db,
            {
              ...cart,
              person: hashPerson(personKey, cart.person),
              at: new Date(),
              vatRate: settings.vatRate,
              selling: sellingAccountOf(settings),
            },
            pricing.quoteFor(visitor),
          ),
        ),
      priceAllOfBib: (
        wanted: Omit<Parameters<typeof priceAllOfBib>[1], 'at' | 'person'> & {
          readonly person: Person;
        },
        visitor: string,
      ) =>
        run(import('./usecases/price-all-of-bib.js'), (use) =>
          use.priceAllOfBib(
            db,
            { ...wanted, person: hashPerson(personKey, wanted.person), at: new Date() },
            pricing.quoteFor(visitor),
          ),
        ),
      priceAllPhotos: (
        wanted: Omit<Parameters<typeof priceAllPhotos>[1], 'at' | 'person'> & {
          readonly person: Person;
        },
        visitor: string,
      ) =>
        run(import('./usecases/price-all-photos.js'), (use) =>
          use.priceAllPhotos(
            db,
            { ...wanted, person: hashPerson(personKey, wanted.person), at: new Date() },
            pricing.quoteFor(visitor),
          ),
        ),
      photosOfBib: (eventSlug: string, typed: string) =>
        run(import('./usecases/photos-of-bib.js'), (use) =>
          use.publicPhotosOfBib(db, eventSlug, typed),
        ),
    },
    downloads: {
      /** Where the order waits for its payment, the provider is asked first. */
      show: async (token: string) => {
        await checkPaymentOf(token);
        return run(import('./usecases/show-purchase.js'), (use) => use.showPurchase(db, token));
      },
      /** For a page that waits: its order alone, however many photos it has. */
      state: async (token: string) => {
        await checkPaymentOf(token);
        return run(import('./usecases/show-purchase.js'), (use) => use.stateOfPurchase(db, token));
      },
      thumbnail: (token: string, photoId: string) =>
        run(import('./usecases/open-purchased-thumbnail.js'), (use) =>
          use.openPurchasedThumbnail({ db, store }, token, photoId),
        ),
      open: (request: Omit<DownloadRequest, 'now'>) =>
        run(import('./usecases/open-download.js'), (use) =>
          use.openDownload({ db, store, drawings }, { ...request, now: new Date() }),
        ),
      openZip: (token: string) =>
        run(import('./usecases/open-zip.js'), (use) =>
          use.openZip({ db, store, drawings }, token, new Date()),
        ),
      renew: (token: string) =>
        run(import('./usecases/renew-download.js'), (use) =>
          use.renewDownload(db, token, new Date()),
        ),
    },
    withdrawals: {
      find: (request: WithdrawalRequest) =>
        run(import('./usecases/withdraw-order.js'), (use) => use.findWithdrawalOrder(db, request)),
      declare: (request: Parameters<typeof withdrawOrder>[1]) =>
        run(import('./usecases/withdraw-order.js'), (use) =>
          use.withdrawOrder({ db, operator: operatorOf(settings) }, request),
        ),
    },
  };
}
