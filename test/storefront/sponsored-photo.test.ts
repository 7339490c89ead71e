import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { query } from '../../core/db/query.js';
import { addPack, planPack } from '../../core/usecases/add-pack.js';
import { madeFrame } from '../image/frames.js';
import { checkoutFields } from './support/buying.js';
import type { Browser } from './support/browser.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;
let folder: string;
let frame: string;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'park-run', photos: 2 });
  folder = await mkdtemp(join(tmpdir(), 'focusracer-frame-'));
  frame = join(folder, 'frame.png');
  await writeFile(frame, await madeFrame());
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(async () => {
  await rm(folder, { recursive: true });
  await storefront.close();
});

const plan = (more: Partial<Parameters<typeof planPack>[1]>) =>
  planPack(storefront.db, { event: 'park-run', content: 'sponsored', price: '0', ...more });
const photoId = (index: number) => published.photos[index]?.id ?? '';

/** Puts photos into the cart, and gives the cart's page. */
async function fill(browser: Browser, photoIds: readonly string[], size: 'hd' | 'web') {
  await browser.post('/events/park-run/cart', { photoId: photoIds, size });
  return browser.get('/events/park-run/cart');
}

async function download(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, storefront.url), { headers });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

async function isFramed(jpeg: Buffer): Promise<boolean> {
  const [red = 0, green = 255] = await sharp(jpeg)
    .extract({ left: 10, top: 10, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return red > 200 && green < 40;
}

describe('a sponsored pack', () => {
  it.each([
    ['a sponsor', { frame: 'frame' }, 'pack.no-frame'],
    ['a frame', { sponsor: 'City Sports' }, 'pack.no-frame'],
    ['a frame that is there', { sponsor: 'City Sports', frame: 'none.png' }, 'frame.no-file'],
  ])('is not made without %s', async (_, request, code) => {
    await expect(plan(request)).rejects.toMatchObject({ code });
  });

  it('is of web size, and alone has a frame', async () => {
    await expect(plan({ sponsor: 'City Sports', frame, size: 'hd' })).rejects.toMatchObject({
      code: 'pack.framed-original',
    });
    await expect(plan({ content: '5', price: '5', frame })).rejects.toMatchObject({
      code: 'pack.not-sponsored',
    });
  });

  it('is refused by the database without its frame, too', async () => {
    await expect(
      query(
        storefront.db,
        `insert into packs (event_id, kind, size, price_cents) values (:id, 'sponsored', 'web', 0)`,
        { id: published.event.id },
      ),
    ).rejects.toThrow('packs_frame');
  });
});

describe('a free photo', () => {
  beforeAll(async () => {
    // Each test is another person with the same photos.
    const planned = await plan({
      sponsor: ' City  Sports ',
      frame,
      perPerson: 'any',
      perBib: 'any',
    });
    await addPack({ db: storefront.db, store: published.store }, planned);
  });

  it('is offered in the viewer and in the cart, with a picture of it', async () => {
    const browser = storefront.browser();
    const viewer = await browser.get(`/events/park-run/photos/${photoId(0)}`);
    expect(viewer.page.querySelector('.framed')?.text).toContain(
      'One photo of web size is free, in the frame of City Sports.',
    );
    const shown = viewer.page.querySelector('.framed img')?.getAttribute('src') ?? '';
    const { response, body } = await download(shown);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(await sharp(body).metadata()).toMatchObject({ width: 400 });
    expect(await isFramed(body)).toBe(true);
    const { page } = await fill(browser, [photoId(0)], 'hd');
    expect(page.querySelector('.framed')?.text).not.toContain('This one');
    expect(page.querySelector('[data-total]')?.text).toBe('€9.00');
  });

  it('takes none of the pages that a visitor may look at', async () => {
    const viewer = `/events/park-run/photos/${photoId(0)}`;
    const browser = storefront.browser();
    await fill(browser, [photoId(0)], 'hd');
    for (let times = 0; times < 55; times += 1)
      expect((await fetch(`${storefront.url}${viewer}/framed.jpg`)).status).toBe(200);
    expect((await browser.get(viewer)).status).toBe(200);
  });

  it('costs nothing and no fee, is there at once without a payment, and comes framed', async () => {
    const browser = storefront.browser();
    const { page } = await fill(browser, [photoId(0)], 'web');
    expect(page.querySelector('[data-total]')?.text).toBe('Free');
    expect(page.querySelector('.checkout-summary')?.text).not.toContain('VAT');
    expect(page.querySelector('.framed')?.text).toContain('This one');
    const checkout = await browser.get('/events/park-run/checkout');
    const placed = await browser.post('/events/park-run/checkout', {
      ...checkoutFields(checkout),
      email: 'runner@example.org',
    });
    const order = placed.headers.get('location') ?? '';
    expect(order).toMatch(/^\/orders\/[^/]+$/);
    expect(
      (await browser.get(order)).page
        .querySelector('[data-order-state]')
        ?.getAttribute('data-order-state'),
    ).toBe('paid');
    const rows = await query(
      storefront.db,
      'select total_cents, service_fee_cents, payment_id, state from orders',
    );
    expect(rows).toEqual([
      { total_cents: 0, service_fee_cents: 0, payment_id: null, state: 'paid' },
    ]);

    const path = `${order}/photos/${photoId(0)}?size=web`;
    const whole = await download(path);
    expect(whole.response.status).toBe(200);
    const metadata = await sharp(whole.body).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 1600, height: 1067 });
    expect(metadata.exif).toBeUndefined();
    expect(await isFramed(whole.body)).toBe(true);
    const etag = whole.response.headers.get('etag') ?? '';
    const rest = await download(path, { Range: 'bytes=1000-', 'If-Range': etag });
    expect(rest.response.status).toBe(206);
    expect(rest.body.equals(whole.body.subarray(1000))).toBe(true);
    // No original, and no web version without the frame.
    expect((await download(`${order}/photos/${photoId(0)}?size=hd`)).response.status).toBe(404);
  });

  it('is framed in the ZIP, and the photos that are paid for are not', async () => {
    const browser = storefront.browser();
    await fill(browser, [photoId(0)], 'web');
    const { page } = await fill(browser, [photoId(1)], 'hd');
    expect(page.querySelector('[data-total]')?.text).toBe('€9.00');
    const checkout = await browser.get('/events/park-run/checkout');
    const placed = await browser.post('/events/park-run/checkout', {
      ...checkoutFields(checkout),
      email: 'runner@example.org',
    });
    const payment = await browser.follow(placed);
    const action = payment.page.querySelector('main form')?.getAttribute('action') ?? '';
    const order = (await browser.post(action, { outcome: 'paid' })).headers.get('location') ?? '';
    const { body } = await download(`${order}/zip`);
    const zip = await fromBufferPromise(body);
    const files = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry))
        chunks.push(chunk as Buffer);
      files.set(entry.fileName, Buffer.concat(chunks));
    }
    expect([...files.keys()].sort()).toEqual(['IMG_0001-web.jpg', 'IMG_0002.JPG']);
    expect(await isFramed(files.get('IMG_0001-web.jpg') ?? Buffer.alloc(0))).toBe(true);
    expect(
      files.get('IMG_0002.JPG')?.equals(published.photos[1]?.original ?? Buffer.alloc(0)),
    ).toBe(true);
  });
});
