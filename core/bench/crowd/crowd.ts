import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { query } from '../../db/query.js';
import { createEvent } from '../../usecases/create-event.js';
import { ensurePacks } from '../../usecases/ensure-packs.js';
import { createRandom } from '../random.js';
import type { RunningStorefront } from '../storefront.js';
import { fillStorefrontEvent, type EventSize } from '../storefront-event.js';
import { inTemporaryHome } from '../temporary-home.js';
import { createCrowdClient } from './crowd-client.js';
import { leaf, shop, type Play } from './crowd-people.js';
import { recordPeople, recordScraper } from './crowd-record.js';
import { scrape, SCRAPERS, type ScraperKind } from './crowd-scrapers.js';

export interface CrowdBenchOptions extends EventSize {
  readonly phones: number;
  readonly seconds: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Starts a storefront in another process, with this environment. */
  start(environment: CrowdBenchOptions['environment']): Promise<RunningStorefront>;
}

export interface CrowdReport extends EventSize {
  readonly phones: number;
  readonly seconds: number;
  readonly node: string;
  readonly date: string;
  readonly people: ReturnType<ReturnType<typeof recordPeople>['report']>;
  /** One after the other, at the address of the people and beside them. */
  readonly scrapers: readonly (ReturnType<ReturnType<typeof recordScraper>['report']> & {
    readonly kind: ScraperKind;
    readonly seconds: number;
  })[];
  readonly scrapersTogether: { readonly mostInAMinute: number };
  readonly memoryBytes: number;
}

/** One phone in so many leafs through the gallery instead of searching. */
const LEAFERS = 40;
/** Of a minute to a minute and a half, at 1.6 a second. */
const LEAFED_PHOTOS = 120;
/** As fast as answers come, but for a breath that leaves the machine to others. */
const BREATH_MS = 20;
/** The last phones begin so long before the end that they come to their order. */
const LONGEST_VISIT_SECONDS = 75;

/** Plays 2,000 phones and a scraper behind one address, against a storefront of its own. */
export async function measureCrowd(
  options: CrowdBenchOptions,
  report: (step: 'filling' | 'crowd') => void,
): Promise<CrowdReport> {
  return inTemporaryHome(options.environment, async (parts, environment) => {
    const { db } = parts.database;
    report('filling');
    const event = await createEvent(db, { name: 'Crowd', timeZone: 'Europe/Paris' });
    await fillStorefrontEvent({ db, store: parts.store }, event.id, options);
    await ensurePacks(db, event.id);
    await query(db, `update events set state = 'published', published_at = now() where id = :id`, {
      id: event.id,
    });
    const storefront = await options.start(environment);
    try {
      report('crowd');
      const played = await play(storefront.origin, event.slug, options);
      return {
        photos: options.photos,
        entries: options.entries,
        phones: options.phones,
        seconds: options.seconds,
        node: process.version,
        date: new Date().toISOString().slice(0, 10),
        ...played,
        memoryBytes: await storefront.memoryBytes(),
      };
    } finally {
      await storefront.stop();
    }
  });
}

async function play(origin: string, slug: string, options: CrowdBenchOptions) {
  const { phones, seconds, entries } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 500 });
  const random = createRandom(1);
  const people = recordPeople();
  const over = new AbortController();
  const arrivals = Math.max(1, seconds - LONGEST_VISIT_SECONDS);
  const client = () => createCrowdClient({ origin, agent, keepsCookies: true, note: people.note });
  const crowd = Array.from({ length: phones }, async (_, index) => {
    await sleep((arrivals * 1000 * index) / phones);
    const person = { client: client(), slug, random };
    const isLeafer = index % LEAFERS === LEAFERS - 1;
    const bib = String(1 + Math.floor(random() * entries));
    const shopper = { ...person, bib, email: `runner${index}@example.org`, note: people.noteOrder };
    await perform(isLeafer ? leaf(person, LEAFED_PHOTOS) : shop(shopper));
  });
  const scraping = scrapeInTurns({ origin, slug, agent, random, options, signal: over.signal });
  await Promise.all(crowd);
  over.abort();
  const { scrapers, together } = await scraping;
  agent.destroy();
  const { mostInAMinute } = together.report();
  return { people: people.report(), scrapers, scrapersTogether: { mostInAMinute } };
}

interface ScrapingOptions {
  readonly origin: string;
  readonly slug: string;
  readonly agent: Agent;
  readonly random: () => number;
  readonly options: CrowdBenchOptions;
  readonly signal: AbortSignal;
}

async function scrapeInTurns({ origin, slug, agent, random, options, signal }: ScrapingOptions) {
  const seconds = Math.floor(options.seconds / SCRAPERS.length);
  const scrapers: CrowdReport['scrapers'][number][] = [];
  const together = recordScraper(() => performance.now());
  for (const kind of SCRAPERS) {
    const record = recordScraper(() => performance.now());
    const note: typeof record.note = (answered) => {
      record.note(answered);
      together.note(answered);
    };
    const openClient = (keepsCookies: boolean) =>
      createCrowdClient({ origin, agent, keepsCookies, note });
    const startedAt = performance.now();
    const isOver = () => signal.aborted || performance.now() - startedAt > seconds * 1000;
    await perform(
      scrape({ kind, slug, random, breathMs: BREATH_MS, bibs: options.entries, openClient }),
      isOver,
    );
    scrapers.push({
      kind,
      seconds: Math.round((performance.now() - startedAt) / 1000),
      ...record.report(),
    });
  }
  return { scrapers, together };
}

/** With its pauses, until it is over or ended. */
async function perform(acts: Play, isOver: () => boolean = () => false): Promise<void> {
  for await (const pauseMs of acts) {
    if (isOver()) return;
    await sleep(pauseMs);
  }
}
