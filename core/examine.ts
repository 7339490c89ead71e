import { join } from 'node:path';
import { chooseMailer, senderOf } from './adapters/mailer/open-mailer.js';
import { openDatabaseOf, openStore, readSettings, type OpenOptions } from './parts.js';
import { findSellingPause } from './db/queries/selling-pauses.js';
import { sellingAccountOf } from './sale-settings.js';
import { createDataHome } from './config/data-home.js';
import type { Settings } from './config/settings.js';
import type { CheckResult } from './doctor/check.js';
import { runDoctor } from './doctor/run-doctor.js';
import { shopChecks } from './doctor/shop-checks.js';
import { standardChecks } from './doctor/standard-checks.js';
import type { VisionEngine } from './ports/vision.js';

export interface ExamineOptions extends OpenOptions {
  /** Of what is said of the shop. */
  readonly language: 'en' | 'fr';
}

/** Tries every part of the installation and of the shop; each check says how to mend what it finds. */
export async function examine(options: ExamineOptions): Promise<CheckResult[]> {
  const { home, settings } = readSettings(options);
  return runDoctor([
    ...standardChecks({
      home,
      usesEmbeddedDatabase: settings.databaseUrl === undefined,
      openDatabase: () => openDatabaseOf(home, settings),
      openObjectStore: () => openStore(home, settings),
      loadModels: async () => {
        const engine = await openEngine(options);
        await engine.close();
        return `${engine.name} ${engine.version}`;
      },
      tryMetadataTool: async () => {
        const { withMetadataTool } = await import('./export/exiftool.js');
        return withMetadataTool(() => Promise.resolve('ExifTool starts'));
      },
    }),
    ...shopChecks({
      settings,
      environment: options.environment,
      language: options.language,
      stripe: await stripeShopOf(settings),
      findSellingPause: async () => {
        const database = await openDatabaseOf(home, settings);
        try {
          return await findSellingPause(database.db, sellingAccountOf(settings));
        } finally {
          await database.close();
        }
      },
      chooseMailer: () => ({ service: chooseMailer(settings), sender: senderOf(settings) }),
    }),
  ]);
}

/** Only of a shop that others reach: nothing is set up for one's own machine. */
async function stripeShopOf({
  stripeSecretKey: secretKey,
  publicUrl,
}: Pick<Settings, 'stripeSecretKey' | 'publicUrl'>) {
  if (secretKey === undefined || publicUrl === undefined) return undefined;
  const { readStripeSetup } = await import('./adapters/payments/stripe/stripe-setup.js');
  const { STRIPE_EVENTS } = await import('./adapters/payments/stripe/stripe-events.js');
  return { publicUrl, setup: readStripeSetup({ secretKey }), events: STRIPE_EVENTS };
}

/** The engine alone, without a database; to be closed. */
export async function openEngine(options: OpenOptions): Promise<VisionEngine> {
  const { home } = readSettings(options);
  createDataHome(home);
  const { createLocalEngine } = await import('./adapters/vision/local-engine.js');
  return createLocalEngine({ cacheFolder: join(home.cache, 'models') });
}
