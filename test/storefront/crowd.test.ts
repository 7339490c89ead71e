import { Agent } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCrowdClient } from '../../core/bench/crowd/crowd-client.js';
import { leaf, shop } from '../../core/bench/crowd/crowd-people.js';
import { recordPeople, recordScraper } from '../../core/bench/crowd/crowd-record.js';
import { scrape, SCRAPERS, type ScraperKind } from '../../core/bench/crowd/crowd-scrapers.js';
import { createRandom } from '../../core/bench/random.js';
import { fillStorefrontEvent } from '../../core/bench/storefront-event.js';
import { openFileSystemObjectStore } from '../../core/adapters/object-store/file-system/file-system-object-store.js';
import { query } from '../../core/db/query.js';
import { ensurePacks } from '../../core/usecases/ensure-packs.js';
import { playTogether, type Actor } from './support/crowd-clock.js';
import { publishEvent } from './support/public-photo.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

const PHOTOS = 400;
const BIBS = 60;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Hundreds of pages each, one after another. */
const LONG = 15 * MINUTE;

let storefront: TestStorefront;
let slug: string;
let agent: Agent;
beforeAll(async () => {
  agent = new Agent({ keepAlive: true });
  storefront = await startStorefront({ environment: { FOCUSRACER_TRUST_PROXY: 'loopback' } });
  const { db, home } = storefront;
  const event = await publishEvent(storefront, 'Crowded');
  const links = { baseUrl: '/objects/', secret: new Uint8Array(32) };
  const store = await openFileSystemObjectStore({ root: `${home}/objects`, links });
  await fillStorefrontEvent({ db, store }, event.id, { photos: PHOTOS, entries: BIBS });
  await ensurePacks(db, event.id);
  slug = event.slug;
});
afterAll(async () => {
  agent.destroy();
  await storefront.close();
});
beforeEach(async () => {
  await query(storefront.db, 'delete from rate_limits');
  await query(storefront.db, 'delete from visitors');
});

/** People and scrapers at one address, with what they met with. */
function crowdAt(address: string) {
  const random = createRandom(1);
  const people = recordPeople();
  const scrapers = recordScraper(() => Date.now());
  const open = (keepsCookies: boolean, record: typeof people | typeof scrapers) =>
    createCrowdClient({ origin: storefront.url, agent, keepsCookies, address, note: record.note });
  const person = () => ({ client: open(true, people), slug, random });
  return {
    people,
    scrapers,
    shopper: (index: number, startsAt: number): Actor => ({
      startsAt,
      play: shop({
        ...person(),
        bib: String((index % BIBS) + 1),
        email: `runner${index}@example.org`,
        note: people.noteOrder,
      }),
    }),
    leafer: (startsAt: number, photos = 70): Actor => ({
      startsAt,
      play: leaf(person(), photos),
    }),
    scraper: (kind: ScraperKind, breathMs: number, startsAt = 0): Actor => ({
      startsAt,
      play: scrape({
        kind,
        slug,
        random,
        bibs: BIBS,
        breathMs,
        openClient: (keepsCookies) => open(keepsCookies, scrapers),
      }),
    }),
  };
}

describe('many phones behind one address', { timeout: LONG }, () => {
  it('search, leaf and pay without a refusal, beside scrapers that get 60 photos a minute', async () => {
    const crowd = crowdAt('198.51.100.1');
    const shoppers = 16;
    await playTogether(
      [
        ...Array.from({ length: shoppers }, (_, index) => crowd.shopper(index, index * 1500)),
        // A family before the scrapers come, and one more while they are at it.
        ...[0, 700, 2500, 45_000].map((startsAt) => crowd.leafer(startsAt)),
        crowd.scraper('fresh-sessions', 500, 10 * SECOND),
        crowd.scraper('10-sessions', 250, 15 * SECOND),
        crowd.scraper('one-session', 250, 20 * SECOND),
      ],
      1.8 * MINUTE,
    );
    const { refused, failed, orders, pages } = crowd.people.report();
    expect({ refused, failed, orders }).toEqual({
      refused: {},
      failed: {},
      orders: { placed: shoppers, paid: shoppers },
    });
    expect(pages).toBeGreaterThan(shoppers * 10 + 4 * 70);
    const { photoPages, mostInAMinute } = crowd.scrapers.report();
    expect(photoPages).toBeGreaterThan(0);
    expect(mostInAMinute).toBeLessThanOrEqual(60);
  });

  it('may all leaf, one after another, without having searched', async () => {
    const crowd = crowdAt('198.51.100.2');
    await playTogether(
      Array.from({ length: 15 }, (_, index) => crowd.leafer(index * 1500, 20)),
      MINUTE,
    );
    expect(crowd.people.report()).toMatchObject({ pages: 15 * 21, refused: {}, failed: {} });
  });
});

describe('a scraper alone at its address', { timeout: LONG }, () => {
  it.each(SCRAPERS)('gets 60 photos a minute: %s', async (kind) => {
    const crowd = crowdAt(`203.0.113.${SCRAPERS.indexOf(kind) + 1}`);
    const sessions = parseInt(kind, 10) || 1;
    // Time for all sessions to begin, and a minute.
    const breathMs = 250;
    const lasts = sessions * breathMs + 61 * SECOND;
    await playTogether([crowd.scraper(kind, breathMs)], lasts);
    const { photoPages, mostInAMinute } = crowd.scrapers.report();
    expect(photoPages).toBeGreaterThan(0);
    expect(mostInAMinute).toBeLessThanOrEqual(60);
  });
});
