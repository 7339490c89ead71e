import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateEvent } from '../../core/db/queries/events.js';
import { query } from '../../core/db/query.js';
import { ensurePacks } from '../../core/usecases/ensure-packs.js';
import { addPhotos, publishedEvent } from '../support/gallery-rows.js';
import type { Answer } from './support/browser.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'spring-run', photos: 6 });
});
// The limit on cart requests is another test's matter.
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const cartPath = '/events/spring-run/cart';
const photo = (index: number): string => published.photos[index]?.id ?? '';

describe('the cart', () => {
  it('shows the price that the server worked out, and an honest hint', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: [photo(0), photo(1), photo(2)], size: 'hd' });
    const { page } = await browser.get(cartPath);
    expect(page.querySelectorAll('.cart-photo')).toHaveLength(3);
    // 3 x 8.00 and the service fee; four for 32.00 would cost more than five for 25.00.
    expect(page.querySelector('[data-total]')?.text).toBe('€25.00');
    expect(page.querySelector('[data-hint]')?.text).toContain('pack of 5');
  });

  it('says that a web photo becomes an original where a pack of originals pays for it', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: [photo(0), photo(1), photo(2)], size: 'hd' });
    await browser.post(cartPath, { photoId: photo(3), size: 'web' });
    const sizes = async () =>
      (await browser.get(cartPath)).page
        .querySelectorAll('.cart-photo-text .fine-print')
        .map(({ text }) => text);
    expect((await sizes())[3]).toContain('Original, 6,000 × 4,500 px: the pack includes it');
    await browser.post(`${cartPath}/items`, { remove: [photo(0), photo(1)] });
    expect((await sizes())[1]).toContain('Web size, 1,600 × 1,200 px');
  });

  it('takes photos out, changes their size and forgets all', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: [photo(0), photo(1)], size: 'hd' });
    await browser.post(`${cartPath}/items`, { remove: photo(0) });
    await browser.post(`${cartPath}/items`, { toggle: photo(1) });
    const { page } = await browser.get(cartPath);
    expect(page.querySelectorAll('.cart-photo')).toHaveLength(1);
    expect(page.querySelector('[data-total]')?.text).toBe('€6.00');
    await browser.post(`${cartPath}/items`, { empty: 'all' });
    expect((await browser.get(cartPath)).page.querySelectorAll('.cart-photo')).toHaveLength(0);
  });

  it('takes no price, no unknown size and no nonsense from a form', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, {
      photoId: [photo(0), "' or 1=1 --", '../../etc/passwd', 'x'.repeat(9000)],
      size: 'gigantic',
      price: '1',
      priceCents: '1',
    });
    const { page } = await browser.get(cartPath);
    expect(page.querySelectorAll('.cart-photo')).toHaveLength(1);
    expect(page.querySelector('[data-total]')?.text).toBe('€9.00');
  });

  it('tells which photo left it and why, and sells the others at once', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: [photo(4), photo(5)], size: 'hd' });
    await query(storefront.db, 'update photos set taken_down_at = now() where id = :id', {
      id: photo(5),
    });
    try {
      const checkout = await browser.get('/events/spring-run/checkout');
      expect(checkout.headers.get('location')).toBe(cartPath);
      const { page } = await browser.get(cartPath);
      expect(page.querySelector('[data-left]')?.text).toContain('A photo has left your cart');
      expect(page.querySelector('[data-left]')?.text).toContain('taken down at the wish of');
      expect(page.querySelectorAll('.cart-photo')).toHaveLength(1);
      expect(page.querySelector('[data-total]')?.text).toBe('€9.00');
      expect((await browser.get('/events/spring-run/checkout')).status).toBe(200);
    } finally {
      await query(storefront.db, 'update photos set taken_down_at = null where id = :id', {
        id: photo(5),
      });
    }
  });

  it('holds no photo of another event, nor an event that is not there', async () => {
    const other = await publishEvent(storefront, { name: 'other-run', photos: 1 });
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: other.photos[0]?.id ?? '', size: 'hd' });
    const { page } = await browser.get(cartPath);
    expect(page.querySelector('[data-left]')?.text).toContain('belongs to another event');
    expect(page.querySelectorAll('.cart-photo')).toHaveLength(0);
    await browser.post('/events/__proto__/cart', { photoId: photo(0), size: 'hd' });
    expect((await browser.get('/events/__proto__/cart')).status).toBe(200);
    expect((await browser.get('/events/__proto__/checkout')).status).toBe(409);
  });
});

describe('the carts of a visitor', () => {
  it('are linked with their number of photos from every page, and listed where there are several', async () => {
    const browser = storefront.browser();
    const link = (page: Answer['page']) => page.querySelector('[data-cart-link]');
    expect(link((await browser.get('/')).page)?.text).toBe('Cart');
    expect((await browser.get('/cart')).page.querySelector('h2')?.text).toBe('Nothing in it yet');
    await browser.post(cartPath, { photoId: [photo(0), photo(1)], size: 'hd' });
    const home = await browser.get('/');
    expect(link(home.page)?.text).toBe('Cart (2)');
    expect(link(home.page)?.getAttribute('href')).toBe(cartPath);
    const gallery = await browser.get('/events/spring-run');
    expect(gallery.page.querySelectorAll('.tile-in-cart')).toHaveLength(2);
    const viewer = await browser.get(`/events/spring-run/photos/${photo(2)}`);
    expect(viewer.page.querySelector('.viewer-buy')?.text).toMatch(
      /from €5\.00[^]*€8\.00[^]*5 photos \(HD\) for €25\.00: €5\.00 each[^]*€30\.00[^]*service fee of €1\.00/,
    );
    const closed = await publishEvent(storefront, { name: 'closing-run', photos: 1 });
    await browser.post('/events/closing-run/cart', { photoId: closed.photos[0]?.id ?? '' });
    const several = await browser.get('/cart');
    expect(link(several.page)?.text).toBe('Cart (3)');
    expect(link(several.page)?.getAttribute('href')).toBe('/cart');
    expect(several.page.querySelectorAll('main li h2').map((one) => one.text)).toEqual([
      'spring-run',
      'closing-run',
    ]);
  });

  it('say that an event was archived, and that its photos are not sold any more', async () => {
    const browser = storefront.browser();
    const { event, photos } = await publishEvent(storefront, { name: 'gone-run', photos: 1 });
    await browser.post('/events/gone-run/cart', { photoId: photos[0]?.id ?? '', size: 'hd' });
    await updateEvent(storefront.db, event.id, { state: 'archived' });
    const { page } = await browser.get('/events/gone-run/cart');
    expect(page.querySelector('.notice')?.text).toContain('gone-run are not sold any more');
    expect(page.querySelectorAll('main img')).toHaveLength(0);
    await browser.post('/events/gone-run/cart/items', { empty: 'all' });
    expect((await browser.get('/')).page.querySelector('[data-cart-link]')?.text).toBe('Cart');
  });
});

describe('a cart of 5,000 photos', () => {
  let ids: readonly string[];
  beforeAll(async () => {
    const event = await publishedEvent(storefront.db, 'Large');
    ids = await addPhotos(storefront.db, event.id, 5100);
    await ensurePacks(storefront.db, event.id);
  });

  it('is not read from one form', async () => {
    const answer = await storefront.browser().post(cartPath, { photoId: ids, size: 'hd' });
    expect(answer.status).toBe(413);
  });

  it('is filled no further, priced, and shown on a light page', async () => {
    const browser = storefront.browser();
    for (let at = 0; at < ids.length; at += 300)
      await browser.post('/events/large/cart', { photoId: ids.slice(at, at + 300), size: 'hd' });
    const { page, body, status } = await browser.get('/events/large/cart');
    expect(status).toBe(200);
    expect(page.querySelector('#cart-photos')?.text).toBe('5000 photos');
    expect(page.querySelectorAll('.cart-photo')).toHaveLength(100);
    expect(body.length).toBeLessThan(200_000);
    expect(page.querySelector('[role=status]')?.text).toContain('at most 5,000');
    expect(page.querySelector('[data-total]')?.text).toBe('€20,001.00');
  });
});
