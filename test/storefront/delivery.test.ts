import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { updateEvent } from '../../core/db/queries/events.js';
import { query } from '../../core/db/query.js';
import type { Sha256 } from '../../core/domain/ids.js';
import { originalKey } from '../../core/domain/object-keys.js';
import { buy } from './support/buying.js';
import type { Browser } from './support/browser.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;
let browser: Browser;
let order: string;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'night-run', photos: 4 });
  browser = storefront.browser();
  order = await buy(browser, published, [photo(0).id, photo(1).id, photo(2).id]);
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

function photo(index: number) {
  const found = published.photos[index];
  if (found === undefined) throw new Error(`There is no photo ${index}`);
  return found;
}

const photoPath = (index: number, size = 'hd'): string =>
  `${order}/photos/${photo(index).id}?size=${size}`;

async function download(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(new URL(path, storefront.url), { headers, method });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

/** Does the work in an order whose rows are changed for that long. */
async function whileOrder(change: string, work: () => Promise<void>): Promise<void> {
  const [before] = await query<{ state: string; paid_at: Date; refunded_cents: number }>(
    storefront.db,
    'select state, paid_at, refunded_cents from orders limit 1',
  );
  await query(storefront.db, `update orders set ${change}`);
  try {
    await work();
  } finally {
    await query(storefront.db, 'update orders set state = :state, paid_at = :paid', {
      state: before?.state ?? '',
      paid: before?.paid_at ?? null,
    });
  }
}

describe('a photo that was bought', () => {
  it('comes byte for byte, under its own name', async () => {
    const { response, body } = await download(photoPath(0));
    expect(response.status).toBe(200);
    expect(body.equals(photo(0).original)).toBe(true);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('content-disposition')).toContain('filename="IMG_0001.JPG"');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('comes in web size too', async () => {
    const { response, body } = await download(photoPath(0, 'web'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain('IMG_0001-web.jpg');
    expect(body.equals(photo(0).original)).toBe(false);
    expect(body.subarray(0, 2).toString('hex')).toBe('ffd8');
  });

  it('goes on where a download broke off, and only where it is still the same file', async () => {
    const whole = photo(0).original;
    const { response: head, body: nothing } = await download(photoPath(0), {}, 'HEAD');
    expect(head.headers.get('content-length')).toBe(String(whole.length));
    expect(nothing).toHaveLength(0);
    const etag = head.headers.get('etag') ?? '';
    const rest = await download(photoPath(0), { Range: 'bytes=100-', 'If-Range': etag });
    expect(rest.response.status).toBe(206);
    expect(rest.response.headers.get('content-range')).toBe(
      `bytes 100-${whole.length - 1}/${whole.length}`,
    );
    expect(rest.body.equals(whole.subarray(100))).toBe(true);
    const other = await download(photoPath(0), { Range: 'bytes=100-', 'If-Range': '"other"' });
    expect(other.response.status).toBe(200);
    expect(other.body).toHaveLength(whole.length);
    const past = await download(photoPath(0), { Range: `bytes=${whole.length}-` });
    expect(past.response.status).toBe(416);
    expect(past.response.headers.get('content-range')).toBe(`bytes */${whole.length}`);
  });

  it('is counted once for each time it begins, on the page too', async () => {
    const counts = async () =>
      (
        await query<{ downloads: number; rows: number }>(
          storefront.db,
          `select i.downloads, (select count(*)::int from downloads d where d.photo_id = i.photo_id) as rows
           from order_items i where i.photo_id = :id`,
          { id: photo(1).id },
        )
      )[0];
    await download(photoPath(1));
    await download(photoPath(1), { Range: 'bytes=10-' });
    await download(photoPath(1), {}, 'HEAD');
    expect(await counts()).toEqual({ downloads: 1, rows: 1 });
    const { page } = await browser.get(order);
    expect(page.querySelectorAll('.order-photo')[1]?.text).toContain('Downloaded once');
  });

  it('is counted where all but its first byte is asked for, and its rest is not counted again', async () => {
    for (const start of [1, 50]) await download(photoPath(2), { Range: `bytes=${start}-` });
    const [item] = await query<{ downloads: number }>(
      storefront.db,
      'select downloads from order_items where photo_id = :id',
      { id: photo(2).id },
    );
    expect(item?.downloads).toBe(1);
  });

  it('is not given where it is not in the order', async () => {
    expect((await download(photoPath(3))).response.status).toBe(404);
    expect((await download(`${order}/photos/..%2f..%2fetc`)).response.status).toBe(404);
  });

  it('is still shown to its buyer when the event was archived, and to nobody else', async () => {
    const { event } = published;
    await updateEvent(storefront.db, event.id, { state: 'archived' });
    try {
      const { page } = await browser.get(order);
      const shown = page.querySelectorAll('.order-photo img');
      expect(shown).toHaveLength(3);
      const address = shown[0]?.getAttribute('src') ?? '';
      const { response, body } = await download(address);
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      expect(body.subarray(0, 2).toString('hex')).toBe('ffd8');
      const foreign = address.replace(/photos\/[^/]+/, `photos/${photo(3).id}`);
      expect((await download(foreign)).response.status).toBe(404);
      const stranger = `/images/thumbnail/${photo(0).id}.jpg`;
      expect((await download(stranger)).response.status).toBe(404);
    } finally {
      await updateEvent(storefront.db, event.id, { state: 'published' });
    }
  });

  it('stays with its buyer when it leaves the public, and is refused with the reason when it is taken', async () => {
    const hide = (at: string) =>
      query(storefront.db, `update photos set taken_down_at = ${at} where id = :id`, {
        id: photo(2).id,
      });
    await hide('now()');
    expect((await download(photoPath(2))).response.status).toBe(200);
    const shown = await browser.get(order);
    expect(shown.page.querySelectorAll('.order-photo img')).toHaveLength(3);
    const thumbnail = `${order}/photos/${photo(2).id}/thumbnail.jpg`;
    expect((await download(thumbnail)).response.status).toBe(200);
    const [refund] = await query<{ id: string }>(
      storefront.db,
      `insert into take_down_refunds (order_id, amount_cents, is_rest, done_at)
       select id, 800, false, now() from orders where event_slug = 'night-run' returning id`,
    );
    await query(
      storefront.db,
      'update order_items set take_down_refund_id = :refund, taken_down_cents = 800 where photo_id = :id',
      { refund: refund?.id ?? '', id: photo(2).id },
    );
    try {
      const answer = await browser.get(photoPath(2));
      expect(answer.status).toBe(410);
      expect(answer.page.querySelector('h1')?.text).toBe('This photo was taken down');
      const zip = await download(`${order}/zip`);
      expect((await fromBufferPromise(zip.body)).entryCount).toBe(2);
      expect((await download(thumbnail)).response.status).toBe(404);
      const { page } = await browser.get(order);
      expect(page.querySelector('.order-photo-blank')?.text).toContain(
        'You got back what it had cost: €8.00',
      );
    } finally {
      await query(
        storefront.db,
        'update order_items set take_down_refund_id = null, taken_down_cents = null',
      );
      await hide('null');
    }
  });
});

describe('the ZIP of an order', () => {
  it('holds every original under its name, with its length known before', async () => {
    const { response, body } = await download(`${order}/zip`);
    expect(response.headers.get('content-length')).toBe(String(body.length));
    expect(response.headers.get('content-disposition')).toMatch(/filename="[\w-]+\.zip"/);
    const zip = await fromBufferPromise(body, { lazyEntries: true });
    const found = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry()) {
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
      found.set(entry.fileName, Buffer.concat(parts));
    }
    for (const { fileName, original } of published.photos.slice(0, 3))
      expect(found.get(fileName)?.equals(original)).toBe(true);
    expect(found.size).toBe(3);
  });
});

describe('a refund while somebody downloads', () => {
  let big: PublishedEvent;
  let bigOrder: string;

  beforeAll(async () => {
    big = await publishEvent(storefront, { name: 'big-run', photos: 2 });
    // Large enough that the server has to wait for the reader.
    for (const { id, sha256 } of big.photos) {
      const padded = Buffer.alloc(24 * 2 ** 20, 7);
      await query(storefront.db, 'update photos set bytes = :bytes where id = :id', {
        bytes: padded.length,
        id,
      });
      await big.store.put(originalKey(big.event.id, sha256 as Sha256), padded);
    }
    const ids = big.photos.map(({ id }) => id);
    bigOrder = await buy(storefront.browser(), big, ids);
  });

  /** The answer to a request that was begun before the refund, unread. */
  async function refundedMeanwhile(path: string): Promise<IncomingMessage> {
    const setState = (state: string) =>
      query(storefront.db, `update orders set state = :state where event_slug = 'big-run'`, {
        state,
      });
    await setState('paid');
    const asked = httpRequest(new URL(path, storefront.url)).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    await once(answer, 'readable');
    await setState('refunded');
    return answer;
  }

  it('breaks a ZIP off before its next photo', async () => {
    const answer = await refundedMeanwhile(`${bigOrder}/zip`);
    answer.resume();
    await expect(once(answer, 'end')).rejects.toThrow('aborted');
  });

  it('lets the photo on its way arrive, and nothing begin or go on after it', async () => {
    const path = `${bigOrder}/photos/${big.photos[0]?.id}`;
    expect(await buffer(await refundedMeanwhile(path))).toHaveLength(24 * 2 ** 20);
    expect((await download(path)).response.status).toBe(403);
    expect((await download(path, { Range: 'bytes=1000-' })).response.status).toBe(403);
  });
});

describe('the right to download', () => {
  it('ends after 72 hours and is renewed by mail to the buyer', async () => {
    const token = order.slice('/orders/'.length);
    const age = (hours: number) =>
      query(
        storefront.db,
        `update order_links set made_at = now() - make_interval(hours => :hours)`,
        { hours },
      );
    await query(
      storefront.db,
      `update orders set paid_at = now() - interval '73 hours' where event_slug = 'night-run'`,
    );
    await age(73);
    const ended = await browser.get(photoPath(0));
    expect(ended.status).toBe(410);
    expect(ended.page.querySelector('h1')?.text).toBe('This link has ended');
    expect((await browser.get(`${order}/zip`)).status).toBe(410);
    const { page } = await browser.get(order);
    expect(page.querySelectorAll('.order-photo a')).toHaveLength(0);
    const renewed = await browser.post(`${order}/renew`);
    expect((await browser.follow(renewed)).page.querySelector('[data-renewal]')?.text).toContain(
      'on its way',
    );
    const [mail] = await query<{ recipient: string; data: { orderPath: string } }>(
      storefront.db,
      `select recipient, data from mails where kind = 'download-renewed'`,
    );
    expect(mail?.recipient).toBe('runner@example.org');
    expect(mail?.data.orderPath).not.toContain(token);
    const fresh = mail?.data.orderPath ?? '';
    expect((await download(`${fresh}/photos/${photo(0).id}`)).body.equals(photo(0).original)).toBe(
      true,
    );
    // The old link stays closed.
    expect((await download(photoPath(0))).response.status).toBe(410);
    await age(0);
  });

  it('does not fill a mailbox', async () => {
    const kinds: (string | null)[] = [];
    for (let round = 0; round < 8; round += 1) {
      await query(storefront.db, 'delete from rate_limits');
      kinds.push((await browser.post(`${order}/renew`)).headers.get('location'));
    }
    expect(kinds.at(-1)).toContain('too-often');
  });

  it.each([
    ["state = 'refunded'", 403, 'No longer to be downloaded'],
    ["state = 'disputed'", 403, 'No longer to be downloaded'],
    ["state = 'expired', paid_at = null", 403, 'Not paid yet'],
  ])('is gone where %s', async (change, status, title) => {
    await whileOrder(change, async () => {
      const answer = await browser.get(photoPath(0));
      expect(answer.status).toBe(status);
      expect(answer.page.querySelector('h1')?.text).toBe(title);
      expect((await browser.get(`${order}/zip`)).status).toBe(status);
      expect((await browser.get(order)).page.querySelectorAll('.order-photo a')).toHaveLength(0);
    });
  });

  it('stays after a partial refund', async () => {
    await whileOrder("state = 'partly-refunded'", async () => {
      expect((await download(photoPath(0))).response.status).toBe(200);
    });
  });
});

describe('an original that was left in its folder', () => {
  it('is given as it was ingested, and not after somebody wrote over it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'focusracer-left-'));
    const left = await publishEvent(storefront, {
      name: 'left-run',
      photos: 1,
      byReference: folder,
    });
    const [only] = left.photos;
    if (only === undefined) throw new Error('No photo was ingested');
    const path = `${await buy(storefront.browser(), left, [only.id])}/photos/${only.id}`;
    expect((await download(path)).body.equals(only.original)).toBe(true);
    const part = await download(path, { Range: 'bytes=-5' });
    expect(part.body.equals(only.original.subarray(-5))).toBe(true);
    const altered = Buffer.from(only.original);
    altered.writeUInt8(altered.readUInt8(altered.length - 3) ^ 1, altered.length - 3);
    await writeFile(join(folder, only.fileName), altered);
    expect((await download(path)).response.status).toBe(503);
    expect((await download(path, { Range: 'bytes=-5' })).response.status).toBe(503);
    // A part is judged by the time of the file alone, which says here that nobody touched it.
    const { mtimeNs } = await stat(join(folder, only.fileName), { bigint: true });
    await query(storefront.db, 'update files set modified_ns = :ns where photo_id = :id', {
      ns: mtimeNs,
      id: only.id,
    });
    expect((await download(path, { Range: 'bytes=-5' })).response.status).toBe(206);
    expect((await download(path)).response.status).toBe(503);
    await rm(folder, { recursive: true });
    expect((await download(path)).response.status).toBe(503);
  });
});
