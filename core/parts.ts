import { join } from 'node:path';
import { ensureSigningSecret } from './adapters/object-store/file-system/signing-secret.js';
import { openFileSystemObjectStore } from './adapters/object-store/file-system/file-system-object-store.js';
import { readConfig } from './config/config.js';
import { createDataHome, locateDataHome, type DataHome } from './config/data-home.js';
import type { SettingKey, Settings } from './config/settings.js';
import { openDatabase, type Database, type DatabaseSettings } from './db/connect.js';
import { migrate } from './db/migrate.js';
import { expireTemplates } from './db/queries/faces.js';
import type { PoolOptions } from './pipeline/photo-pool.js';
import type { ObjectStore } from './ports/object-store.js';

export interface OpenOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  /** Settings given on the command line. */
  readonly flags?: Readonly<Partial<Record<SettingKey, unknown>>>;
}

/** What the use cases are composed of; for those who measure them. Ended by closing the database. */
export async function openParts(
  options: OpenOptions,
  pool: Pick<DatabaseSettings, 'poolSize' | 'applicationName'> = {},
): Promise<Parts> {
  const { home, settings } = readSettings(options);
  createDataHome(home);
  const database = await openDatabaseOf(home, settings, pool);
  try {
    await migrate(database.db);
    // Here, because no template may outlive its time only for want of another ingest.
    const expiredTemplates = await expireTemplates(database.db);
    const store = await openStore(home, settings);
    return { database, store, home, settings, expiredTemplates };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export function readSettings(options: OpenOptions): { home: DataHome; settings: Settings } {
  const home = locateDataHome(options.environment);
  const { settings } = readConfig({
    flags: options.flags ?? {},
    env: options.environment,
    workingFolder: options.workingFolder,
    home,
  });
  return { home, settings };
}

export function openDatabaseOf(
  home: DataHome,
  settings: Settings,
  pool: Pick<DatabaseSettings, 'poolSize' | 'applicationName'> = {},
): Promise<Database> {
  return openDatabase({
    ...pool,
    url: settings.databaseUrl,
    embedded: { home: home.root, folder: home.postgres },
  });
}

export function poolOptions({ home, settings }: Pick<Parts, 'home' | 'settings'>): PoolOptions {
  return {
    workers: settings.workers,
    workerFile: new URL('./worker.js', import.meta.url),
    modelCacheFolder: join(home.cache, 'models'),
    watermarkPicture: settings.watermarkPicture,
  };
}

export async function openStore(home: DataHome, settings: Settings): Promise<ObjectStore> {
  return openFileSystemObjectStore({
    root: settings.objects ?? home.objects,
    links: { baseUrl: '/objects/', secret: await ensureSigningSecret(home.signingSecretFile) },
  });
}

export interface Parts {
  readonly database: Database;
  readonly store: ObjectStore;
  readonly home: DataHome;
  readonly settings: Settings;
  /** Face templates whose time was over, deleted at opening. */
  readonly expiredTemplates: number;
}
