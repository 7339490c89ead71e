import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateEvent } from '../../core/db/queries/events.js';
import { query } from '../../core/db/query.js';
import { eventPrefix } from '../../core/domain/object-keys.js';
import { addPack, planPack } from '../../core/usecases/add-pack.js';
import { deleteEvent, planEventDeletion } from '../../core/usecases/delete-event.js';
import { madeFrame } from '../image/frames.js';
import { buy } from './support/buying.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;
/** The path of an order's invoice. */
let invoice: string;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'dear-run', photos: 3 });
  const frame = join(storefront.home, 'frame.png');
  await writeFile(frame, await madeFrame());
  const offer = { event: 'dear-run', content: 'sponsored', price: '0', sponsor: 'City', frame };
  const plan = await planPack(storefront.db, offer);
  await addPack({ db: storefront.db, store: published.store }, plan);
  const browser = storefront.browser();
  const order = await buy(browser, published, [published.photos[0]?.id ?? '']);
  const { page } = await browser.get(order);
  invoice = page.querySelector('a[href$=".pdf"]')?.getAttribute('href') ?? '';
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const drawn = () => storefront.shop.threadFigures().drawing.done;
const photoPath = (index: number) => `/events/dear-run/photos/${published.photos[index]?.id}`;
const fetchHere = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, storefront.url), { headers });

async function objectsOf(eventId = published.event.id): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of published.store.list(eventPrefix(eventId))) keys.push(key);
  return keys;
}

/** Each is asked for first where it is named. */
const DEAR: readonly (readonly [string, () => string, string])[] = [
  ['a poster', () => '/qr/dear-run/poster.pdf', 'application/pdf'],
  ['a large poster', () => '/qr/dear-run/poster.pdf?size=a3', 'application/pdf'],
  ['the code of an event', () => '/qr/dear-run.png', 'image/png'],
  ['the code of a bib that nobody knows', () => '/qr/dear-run.png?bib=4711', 'image/png'],
  ['a social card', () => `${photoPath(0)}/teaser.jpg`, 'image/jpeg'],
  ['a framed photo', () => `${photoPath(0)}/framed.jpg`, 'image/jpeg'],
  ['an invoice', () => invoice, 'application/pdf'],
];

describe.each(DEAR)('%s', (_, path, type) => {
  it('is drawn in a thread, once for twenty at the same time and for whoever comes later', async () => {
    const before = drawn();
    const answers = await Promise.all(Array.from({ length: 20 }, () => fetchHere(path())));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const bodies = await Promise.all(
      answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
    );
    const [first = Buffer.alloc(0)] = bodies;
    expect(answers[0]?.headers.get('content-type')).toContain(type);
    expect(first.length).toBeGreaterThan(500);
    expect(bodies.every((body) => body.equals(first))).toBe(true);
    expect(drawn() - before).toBe(1);
    expect((await fetchHere(path())).status).toBe(200);
    expect(drawn() - before).toBe(1);
  });
});

describe('what was drawn', () => {
  it('is not sent to whoever has it', async () => {
    const first = await fetchHere('/qr/dear-run/poster.pdf');
    const etag = first.headers.get('etag') ?? '';
    const again = await fetchHere('/qr/dear-run/poster.pdf', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('is drawn anew when what it shows has changed', async () => {
    await fetchHere('/qr/dear-run/poster.pdf');
    await fetchHere(`${photoPath(1)}/teaser.jpg`);
    await updateEvent(storefront.db, published.event.id, { name: 'Dearer run' });
    const before = drawn();
    const poster = await fetchHere('/qr/dear-run/poster.pdf');
    const teaser = await fetchHere(`${photoPath(1)}/teaser.jpg`);
    expect([poster.status, teaser.status]).toEqual([200, 200]);
    expect(drawn() - before).toBe(2);
    await updateEvent(storefront.db, published.event.id, { name: 'dear-run' });
  });

  it('fills no disk, whatever bibs are made up, and keeps no invoice', async () => {
    await fetchHere(invoice);
    const before = await objectsOf();
    for (const bib of ['x1', 'X 1', 'nobody', '9'.repeat(20)])
      expect((await fetchHere(`/qr/dear-run.png?bib=${encodeURIComponent(bib)}`)).status).toBe(200);
    expect(await objectsOf()).toEqual(before);
  });

  it('is kept for a bib that a photo shows', async () => {
    const [photo] = published.photos;
    await query(
      storefront.db,
      `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       values (:eventId, :photo, 'A7', 'manual', 100, '{}')`,
      { eventId: published.event.id, photo: photo?.id ?? '' },
    );
    const before = await objectsOf();
    // In small letters it is another address: nobody may keep one code in a thousand spellings.
    await fetchHere('/qr/dear-run.png?bib=a7');
    expect(await objectsOf()).toEqual(before);
    await fetchHere('/qr/dear-run.png?bib=A7');
    expect(await objectsOf()).toHaveLength(before.length + 1);
  });

  it('is not shown of a photo that was taken down', async () => {
    const paths = ['teaser.jpg', 'framed.jpg'].map((name) => `${photoPath(2)}/${name}`);
    const statuses = async () =>
      Promise.all(paths.map(async (path) => (await fetchHere(path)).status));
    expect(await statuses()).toEqual([200, 200]);
    const id = published.photos[2]?.id ?? '';
    await query(storefront.db, 'update photos set taken_down_at = now() where id = :id', { id });
    expect(await statuses()).toEqual([404, 404]);
  });

  it('goes with its event', async () => {
    const other = await publishEvent(storefront, { name: 'gone-run', photos: 1 });
    const [photo] = other.photos;
    await fetchHere('/qr/gone-run.png');
    await fetchHere('/qr/gone-run/poster.pdf');
    await fetchHere(`/events/gone-run/photos/${photo?.id}/teaser.jpg`);
    const names = await objectsOf(other.event.id);
    expect(names.filter((name) => /drawn|teaser/.test(name))).toHaveLength(3);
    const deps = { db: storefront.db, store: other.store };
    await deleteEvent(deps, await planEventDeletion(deps, 'gone-run'));
    expect(await objectsOf(other.event.id)).toEqual([]);
  });
});

it('a code is read square by square', async () => {
  const answer = await fetchHere('/qr/dear-run.png');
  const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer()))
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(new Set(data)).toEqual(new Set([0, 255]));
  expect(info.width).toBeGreaterThanOrEqual(720);
  // The finder in its corner, behind four free squares: seven dark ones, of whole pixels.
  const row = Math.floor(info.width * 0.12);
  const dark = [...data.subarray(row * info.width, (row + 1) * info.width)].indexOf(0);
  const square = dark / 4;
  expect(Number.isInteger(square)).toBe(true);
  const top = 4 * square * info.width + dark;
  expect(new Set(data.subarray(top, top + 7 * square))).toEqual(new Set([0]));
  expect(data[top + 7 * square]).toBe(255);
});

it('says when to come again where one visitor waits for too many drawings', async () => {
  const worker = join(storefront.home, 'never.mjs');
  await writeFile(worker, 'export const draw = () => new Promise(() => undefined);');
  const slow = await startStorefront({ sideWorker: pathToFileURL(worker) });
  try {
    await query(
      slow.db,
      `insert into events (slug, name, time_zone, state) values ('slow', 'Slow', 'UTC', 'published')`,
    );
    const leaving = new AbortController();
    const ask = (bib: number) =>
      fetch(new URL(`/qr/slow.png?bib=${bib}`, slow.url), { signal: leaving.signal });
    // One in hand, and a hundred that wait.
    const waiting = Array.from({ length: 101 }, (_, bib) => ask(bib));
    const abandoned = Promise.allSettled(waiting);
    while (slow.shop.threadFigures().drawing.waiting < 100)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const refused = await ask(101);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(refused.headers.get('content-type')).toContain('html');
    // Other pages are answered meanwhile.
    expect((await fetch(new URL('/events/slow', slow.url))).status).toBe(200);
    leaving.abort();
    await abandoned;
  } finally {
    await slow.close();
  }
});
