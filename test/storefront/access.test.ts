import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateEvent } from '../../core/db/queries/events.js';
import { query } from '../../core/db/query.js';
import { allRoutes, fill } from './support/all-routes.js';
import { buy } from './support/buying.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;
let hidden: PublishedEvent;
/** Of whom nobody here has a right to: `/orders/<token>`. */
let foreignOrder: string;
/** Of the one who tries: bought one photo. */
let ownOrder: string;
/** SHA-256 of everything that may only be had after buying it, and its key. */
const secrets = new Map<string, string>();

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'spring-run', photos: 3 });
  hidden = await publishEvent(storefront, { name: 'secret-run', photos: 1 });
  await updateEvent(storefront.db, hidden.event.id, { state: 'draft' });
  for await (const { key } of published.store.list('')) {
    if (/\/(?:preview|thumbnail)\.jpg$/.test(key)) continue;
    secrets.set(sha256(await published.store.get(key)), key);
  }
  foreignOrder = await buy(
    storefront.browser(),
    published,
    published.photos.slice(0, 2).map(({ id }) => id),
  );
  ownOrder = await buy(storefront.browser(), published, [published.photos[2]?.id ?? '']);
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a path gives, with the key of the secret where it is one. */
async function ask(
  path: string,
): Promise<{ status: number; body: string; leak: string | undefined }> {
  const response = await fetch(new URL(path, storefront.url), { redirect: 'manual' });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isText = response.headers.get('content-type')?.startsWith('text/') === true;
  return {
    status: response.status,
    body: isText ? bytes.toString('utf8') : '',
    leak: secrets.get(sha256(bytes)),
  };
}

const AT_ONCE = 8;

async function leaksAmong(paths: Iterable<string>): Promise<string[]> {
  const leaks: string[] = [];
  const left = [...paths];
  while (left.length > 0) {
    // The limits on visitors are another test's matter.
    await query(storefront.db, 'delete from rate_limits');
    await Promise.all(
      left.splice(0, AT_ONCE).map(async (path) => {
        const { leak } = await ask(path);
        if (leak !== undefined) leaks.push(`${path} gives ${leak}`);
      }),
    );
  }
  return leaks;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function tamperedWith(token: string): string[] {
  const swap = (letter: string) => (letter === 'A' ? 'B' : 'A');
  return [
    ...[...token].map((letter, at) => token.slice(0, at) + swap(letter) + token.slice(at + 1)),
    token.slice(0, -1),
    `${token}A`,
    token.toUpperCase(),
    encodeURIComponent(`${token}\0`),
    encodeURIComponent("' or '1'='1"),
  ];
}

describe('what may only be had after buying it', () => {
  it('is there to be found: originals and web versions', () => {
    const kinds = new Set([...secrets.values()].map((key) => key.slice(key.lastIndexOf('/') + 1)));
    expect([...kinds]).toEqual(expect.arrayContaining(['original', 'web.jpg']));
  });

  it('is given to its buyer, or this test would see nothing', async () => {
    const { leak } = await ask(`${ownOrder}/photos/${published.photos[2]?.id}`);
    expect(leak).toMatch(/original$/);
  });

  it('comes out of no link of any page', async () => {
    const seen = new Set<string>(['/', '/events', '/events/spring-run', '/sitemap.xml']);
    const leaks: string[] = [];
    for (const path of seen) {
      if (seen.size > 400) break;
      const { body, leak } = await ask(path);
      if (leak !== undefined) leaks.push(path);
      await query(storefront.db, 'delete from rate_limits');
      for (const [, link = ''] of body.matchAll(/(?:href|src|action)="([^"]+)"/g)) {
        const url = new URL(link.replaceAll('&amp;', '&'), new URL(path, storefront.url));
        if (url.origin === storefront.url) seen.add(url.pathname + url.search);
      }
    }
    expect(leaks).toEqual([]);
    expect([...seen].filter((path) => path.startsWith('/images/')).length).toBeGreaterThan(2);
  });

  it('comes out of no route, whatever stands in its parameters', async () => {
    const routes = allRoutes(storefront.context).map(({ path }) => path);
    expect(routes).toEqual(
      expect.arrayContaining(['/orders/:token/photos/:photoId', '/images/:version/:photoId.jpg']),
    );
    const paths = new Set<string>();
    const token = foreignOrder.slice('/orders/'.length, -1);
    for (const { id, sha256: hash } of [published.photos[0], hidden.photos[0]].filter(isThere)) {
      for (const version of ['original', 'web', 'crop', '../web']) {
        for (const route of routes) {
          const values = { photoId: id, id, version, token, slug: 'spring-run' };
          paths.add(fill(route, values));
          if (!route.includes(':photoId')) continue;
          paths.add(`${fill(route, values)}?size=${version}`);
          paths.add(fill(route, { ...values, photoId: hash }));
        }
      }
    }
    expect(await leaksAmong(paths)).toEqual([]);
  });

  it('comes out by no object key', async () => {
    const paths = [...secrets.values()].flatMap((key) =>
      [
        '/',
        '/objects/',
        '/images/',
        '/assets/',
        '/assets/../',
        '/assets/%2e%2e/%2e%2e/objects/store/',
      ].map((prefix) => `${prefix}${key}`),
    );
    expect(await leaksAmong(paths)).toEqual([]);
  });

  it("comes out by no other buyer's link", async () => {
    const paths = published.photos
      .slice(0, 2)
      .flatMap(({ id }) => ['hd', 'web'].map((size) => `${ownOrder}/photos/${id}?size=${size}`));
    expect(await leaksAmong(paths)).toEqual([]);
    for (const path of paths) expect((await ask(path)).status).toBe(404);
  });

  it('comes out by no tampered link', async () => {
    const [first] = published.photos;
    const paths = tamperedWith(foreignOrder.slice('/orders/'.length)).flatMap((token) => [
      `/orders/${token}/photos/${first?.id}`,
      `/orders/${token}/zip`,
      `/orders/${token}`,
    ]);
    for (const path of paths) {
      const { status, leak } = await ask(path);
      expect([path, leak]).toEqual([path, undefined]);
      expect([400, 404]).toContain(status);
    }
  });

  it('comes out by no link that has ended', async () => {
    await query(storefront.db, `update order_links set made_at = now() - interval '73 hours'`);
    await query(
      storefront.db,
      `update orders set paid_at = now() - interval '73 hours' where paid_at is not null`,
    );
    for (const { id } of published.photos) {
      for (const order of [foreignOrder, ownOrder]) {
        for (const size of ['hd', 'web']) {
          const { leak, status } = await ask(`${order}/photos/${id}?size=${size}`);
          expect(leak).toBeUndefined();
          expect(status).toBe(410);
        }
      }
    }
    expect((await ask(`${foreignOrder}/zip`)).status).toBe(410);
  });
});
