import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { allRoutes, fill } from './support/all-routes.js';
import { buy } from './support/buying.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { rawRequest, type RawAnswer } from './support/raw-request.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;
/** What to put for the parameters of routes, so that most of them answer with what they are for. */
let values: Record<string, string>;

beforeAll(async () => {
  storefront = await startStorefront({ environment: { FOCUSRACER_OPERATOR_NAME: 'Lakeside' } });
  published = await publishEvent(storefront, { name: 'open-run', photos: 2 });
  const [first, second] = published.photos.map(({ id }) => id);
  await query(storefront.db, 'update events set cover_photo_id = :id', { id: first ?? '' });
  const order = await buy(storefront.browser(), published, [second ?? '']);
  const [document] = await query<{ number: string }>(storefront.db, 'select number from invoices');
  values = {
    slug: 'open-run',
    photoId: second ?? '',
    version: 'preview',
    token: order.slice('/orders/'.length),
    number: document?.number ?? '',
    page: 'notice',
  };
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const ask = (path: string, headers: Record<string, string> = { Accept: 'text/html' }) =>
  rawRequest(new URL(path, storefront.url), headers);

async function answersOf(parameters: Record<string, string>): Promise<Map<string, RawAnswer>> {
  const answers = new Map<string, RawAnswer>();
  for (const { path, methods } of allRoutes(storefront.context)) {
    if (!methods.includes('get')) continue;
    await query(storefront.db, 'delete from rate_limits');
    const filled = path.startsWith('/assets/')
      ? fill(path, { ...parameters, version: storefront.context.assets.version })
      : fill(path, parameters);
    answers.set(path, await ask(filled));
  }
  return answers;
}

const NOT_INDEXED = 'noindex, noimageindex';
/** Whoever searches may find these, by their text. */
const INDEXED = ['/', '/events', '/events/:slug', '/legal/:page', '/withdrawal'];
/** What caches that serve several people may keep. */
const SHARED = [
  '/images/:version/:photoId.jpg',
  '/events/:slug/photos/:photoId/teaser.jpg',
  '/qr/:slug.png',
  '/favicon.ico',
  '/assets/:version/css/site.css',
];

describe('every route', () => {
  it('keeps search engines out of all but the pages that are for everybody', async () => {
    const answers = await answersOf(values);
    expect(answers.size).toBeGreaterThan(30);
    for (const [route, { status, headers }] of answers) {
      expect.soft(status, route).toBeLessThan(500);
      const allowed = INDEXED.includes(route)
        ? 'noimageindex'
        : route === '/favicon.ico'
          ? undefined
          : NOT_INDEXED;
      expect.soft([route, headers['x-robots-tag']]).toEqual([route, allowed]);
    }
    const pictures = ['/images/:version/:photoId.jpg', '/events/:slug/photos/:photoId/teaser.jpg'];
    const documents = ['/orders/:token/documents/:number.pdf', '/orders/:token/photos/:photoId'];
    for (const route of [...INDEXED, ...pictures, ...documents, '/orders/:token/state'])
      expect.soft([route, answers.get(route)?.status]).toEqual([route, 200]);
  });

  it('lets no shared cache keep what is one visitor’s', async () => {
    for (const [route, { headers }] of await answersOf(values)) {
      const isShared = String(headers['cache-control']).startsWith('public');
      expect.soft([route, isShared]).toEqual([route, SHARED.includes(route)]);
      expect.soft(headers['cache-control'], route).toMatch(/^(?:public, max-age|private|no-)/);
    }
  });

  it('says so of what is not there, too', async () => {
    const nothing = { slug: 'x', photoId: 'x', token: 'x', version: 'web', page: 'x', number: 'x' };
    for (const [route, { status, headers }] of await answersOf(nothing)) {
      if (status < 400) continue;
      expect.soft([route, headers['x-robots-tag']]).toEqual([route, NOT_INDEXED]);
      expect.soft(headers['cache-control'], route).toMatch(/^(?:private|no-)/);
    }
    const lost = await ask('/nowhere', { Accept: 'application/json' });
    expect(lost.headers['x-robots-tag']).toBe(NOT_INDEXED);
  });
});

describe('robots.txt', () => {
  it('shuts no page out that wants to be found, and lets the cards of shared photos be read', async () => {
    const { body } = await ask('/robots.txt');
    const closed = [...body.toString().matchAll(/^Disallow: (.+)$/gm)].map(
      ([, path = '']) =>
        new RegExp(
          `^${path.replace(/[.?]/g, '\\$&').replaceAll('*', '.*').replaceAll('/', '\\/')}`,
        ),
    );
    const isClosed = (path: string) => closed.some((pattern) => pattern.test(path));
    for (const route of INDEXED)
      expect.soft([route, isClosed(fill(route, values))]).toEqual([route, false]);
    const card = fill('/events/:slug/photos/:photoId/teaser.jpg', values);
    expect(isClosed(card)).toBe(false);
    for (const path of ['/images/preview/x.jpg', '/events/open-run?q=12', '/orders/x', '/cart'])
      expect.soft([path, isClosed(path)]).toEqual([path, true]);
  });
});

describe('social cards', () => {
  it('show a picture that the crawlers of networks are given', async () => {
    const crawler = { 'User-Agent': 'facebookexternalhit/1.1', Accept: '*/*' };
    const photo = `/events/open-run/photos/${values['photoId'] ?? ''}`;
    for (const path of ['/', '/events/open-run', photo, `${photo}/share`]) {
      const page = (await ask(path)).body.toString();
      const [, image = ''] = /property="og:image" content="([^"]+)"/.exec(page) ?? [];
      const answer = await ask(image, crawler);
      expect.soft([path, answer.status]).toEqual([path, 200]);
      expect.soft(answer.headers['content-type'], path).toBe('image/jpeg');
    }
  });
});
