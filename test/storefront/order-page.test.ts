import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { publishEvent as publishAnew } from '../../core/usecases/publish-event.js';
import { buy, checkoutFields, choose } from './support/buying.js';
import type { Browser } from './support/browser.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;
let browser: Browser;
let order: string;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'lake-run', photos: 3 });
  browser = storefront.browser();
  order = await buy(browser, published, [photo(0).id, photo(1).id]);
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

function photo(index: number) {
  const found = published.photos[index];
  if (found === undefined) throw new Error(`There is no photo ${index}`);
  return found;
}

async function download(path: string) {
  const response = await fetch(new URL(path, storefront.url));
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

describe('what was bought', () => {
  it('goes on for as long as the seller chose when it was bought, and says so', async () => {
    const { slug } = published.event;
    await publishAnew(storefront.db, { event: slug, downloads: 'for-good' }, { legalGaps: [] });
    const later = await buy(storefront.browser(), published, [photo(2).id]);
    await publishAnew(storefront.db, { event: slug, downloads: '72h' }, { legalGaps: [] });
    const [id] = await query<{ id: string }>(
      storefront.db,
      'select id from orders order by placed_at desc limit 1',
    );
    await query(
      storefront.db,
      `update orders set paid_at = now() - interval '9 years' where id = :id`,
      { id: id?.id ?? '' },
    );
    await query(
      storefront.db,
      `update order_links set made_at = now() - interval '9 years' where order_id = :id`,
      { id: id?.id ?? '' },
    );
    const { page } = await browser.get(later);
    expect(page.querySelector('.order-downloads')?.text).toContain('do not end');
    const path = `${later}/photos/${photo(2).id}`;
    expect((await download(path)).response.status).toBe(200);
    const [mail] = await query<{ data: { downloadUntil?: string } }>(
      storefront.db,
      `select data from mails where kind = 'order-paid' and key = :key`,
      { key: `order-paid:${id?.id ?? ''}` },
    );
    expect(mail?.data.downloadUntil).toBeUndefined();
  });

  it('is shown clean and large on its page, which is no download, and only while the link downloads', async () => {
    const { page } = await browser.get(order);
    const view = `${order}/photos/${photo(0).id}/view.jpg`;
    expect(
      page.querySelectorAll('.order-photo img').map((one) => one.getAttribute('src')),
    ).toContain(view);
    const shown = await download(view);
    expect(shown.response.status).toBe(200);
    expect(shown.response.headers.get('content-disposition')).toBeNull();
    const web = await download(`${order}/photos/${photo(0).id}?size=web`);
    expect(shown.body.equals(web.body)).toBe(true);
    const counted = async () =>
      query(storefront.db, 'select downloads from order_items order by photo_id');
    const before = await counted();
    await download(`${order}/photos/${photo(1).id}/view.jpg`);
    expect(await counted()).toEqual(before);
    await query(storefront.db, `update orders set state = 'refunded'`);
    expect((await download(view)).response.status).toBe(403);
    await query(storefront.db, `update orders set state = 'paid'`);
    expect((await download(`${order}/photos/${photo(2).id}/view.jpg`)).response.status).toBe(404);
  });

  it('is invoiced to whom the buyer names, tidied, and to the address alone otherwise', async () => {
    const checkoutPath = '/events/lake-run/checkout';
    const customer = storefront.browser();
    await customer.post('/events/lake-run/cart', { photoId: photo(2).id, size: 'hd' });
    const placed = await customer.post(checkoutPath, {
      ...checkoutFields(await customer.get(checkoutPath)),
      email: 'club@example.org',
      buyerCompany: '  AS   Brest ',
      buyerAddress: '3 quai Nord\r\n\r\n 29200  Brest ',
    });
    await choose(customer, placed, 'paid');
    const documents = await query<{ document: { buyer: unknown } }>(
      storefront.db,
      "select document from invoices order by document ->> 'number'",
    );
    expect(documents.map(({ document }) => document.buyer)).toContainEqual({
      email: 'club@example.org',
      company: 'AS Brest',
      address: '3 quai Nord\n29200 Brest',
    });
    expect(documents[0]?.document.buyer).toEqual({ email: 'runner@example.org' });
  });
});
