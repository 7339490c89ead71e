import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { openShop, type Shop } from '../../../core/index.js';
import { locateDataHome } from '../../../core/config/data-home.js';
import { openStore } from '../../../core/parts.js';
import { searchSelfie, type DescribeFaces } from '../../../core/pipeline/search-selfie.js';
import type { SelfieTask } from '../../../core/pipeline/selfie-task.js';
import { openDrawings } from '../../../core/shop-drawing.js';
import { galleryUseCases } from '../../../core/shop-gallery.js';
import { createContext, type StorefrontContext } from '../../../storefront/context.js';
import { createLog } from '../../../storefront/log.js';
import { createStorefront, type CreateRouter } from '../../../storefront/server.js';
import { createTestDatabase } from '../../support/database.js';
import { compiledSideWorker } from '../../support/side-worker.js';
import { createBrowser, type Browser } from './browser.js';

export interface StorefrontOptions {
  /** More variables, such as FOCUSRACER_TRUST_PROXY. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly publicUrl?: string;
  /** Instead of the storefront's own pages. */
  readonly routers?: readonly CreateRouter[];
  /** Sees the faces of selfies, in this thread; otherwise nobody does. */
  readonly describeFaces?: DescribeFaces;
  /** The file of the threads that draw; the shop's own unless given. */
  readonly sideWorker?: URL;
  /** Another process of the same shop: its database and data home are used, and left when this one closes. */
  readonly beside?: TestStorefront;
}

export interface TestStorefront {
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  readonly db: Knex;
  readonly databaseUrl: string;
  readonly shop: Shop;
  readonly context: StorefrontContext;
  /** The data home, with the object store in `objects`. */
  readonly home: string;
  /** What was logged, one JSON line each. */
  readonly logLines: string[];
  /** A visitor of their own, with their own cookies. */
  browser(): Browser;
  close(): Promise<void>;
}

/** A storefront on a real server, at a free port, with a database of its own. */
export async function startStorefront(options: StorefrontOptions = {}): Promise<TestStorefront> {
  const { database, home, remove } = await placeFor(options.beside);
  const environment = {
    FOCUSRACER_HOME: home,
    DATABASE_URL: database.url,
    ...options.environment,
  };
  const sideWorker = options.sideWorker ?? (await compiledSideWorker());
  const opened = await openShop({ environment, workingFolder: home, sideWorker });
  const shop = await withSelfies(opened, options.describeFaces, { db: database.db, home });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const logLines: string[] = [];
  const log = createLog('info', { write: (line) => logLines.push(line) });
  const context = createContext({ shop, publicUrl: options.publicUrl ?? url, log });
  server.on('request', createStorefront(context, options.routers));
  return {
    url,
    db: database.db,
    shop,
    context,
    databaseUrl: database.url,
    home,
    logLines,
    browser: () => createBrowser(url),
    async close() {
      await closeServer(server);
      await shop.close();
      await remove();
    },
  };
}

/** Threads need compiled code, and models that are large. */
async function withSelfies(
  shop: Shop,
  describeFaces: DescribeFaces | undefined,
  { db, home }: Pick<TestStorefront, 'db' | 'home'>,
): Promise<Shop> {
  if (describeFaces === undefined) return shop;
  const store = await openStore(locateDataHome({ FOCUSRACER_HOME: home }), shop.settings);
  const searcher = {
    search: (task: SelfieTask) => searchSelfie(describeFaces, task),
    close: () => Promise.resolve(),
  };
  const parts = { database: { db }, store, settings: shop.settings };
  const drawings = openDrawings(store, await compiledSideWorker());
  return { ...shop, gallery: galleryUseCases(parts, searcher, drawings) };
}

async function placeFor(other: TestStorefront | undefined) {
  if (other !== undefined) {
    const database = { db: other.db, url: other.databaseUrl };
    return { database, home: other.home, remove: () => Promise.resolve() };
  }
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'focusracer-shop-'));
  return {
    database,
    home,
    async remove() {
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
