import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { buy } from './support/buying.js';
import type { Browser } from './support/browser.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

/* An original that has no more pixels than its web version: two names of one product. */

let storefront: TestStorefront;
let published: PublishedEvent;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'hill-run', photos: 3 });
  await query(
    storefront.db,
    'update photos set width = 1600, height = 1200 where id = any(:ids::uuid[])',
    { ids: [photoId(0), photoId(1)] },
  );
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const photoId = (index: number) => published.photos[index]?.id ?? '';
const cartPath = '/events/hill-run/cart';

async function choicesOf(browser: Browser, index: number, language = 'en') {
  const { page } = await browser.get(`/events/hill-run/photos/${photoId(index)}?lang=${language}`);
  return page.querySelectorAll('.sizes .choice').map(({ text }) => text.replace(/\s+/gu, ' '));
}

async function cartOf(browser: Browser) {
  const { page } = await browser.get(cartPath);
  const [line] = page.querySelectorAll('.cart-photo');
  return {
    line: line?.querySelector('.cart-photo-text')?.text.replace(/\s+/gu, ' ').trim(),
    canChangeSize: line?.querySelector('[name=toggle]') !== null,
    total: page.querySelector('[data-total]')?.text,
  };
}

describe('a photo whose original is larger than web size', () => {
  it('is offered in both, told by pixels and prints', async () => {
    const browser = storefront.browser();
    expect(await choicesOf(browser, 2)).toEqual([
      'Original · €8.00 6,000 × 4,500 px · prints up to 76 × 57 cm',
      'Web size · €5.00 1,600 × 1,200 px · prints up to 20 × 15 cm',
    ]);
    const french = (await choicesOf(browser, 2, 'fr')).map((text) => text.replace(/\s/g, ' '));
    expect(french[0]).toBe('Original · 8,00 € 6 000 × 4 500 px · impression jusqu’à 76 × 57 cm');
  });

  it('stands in the cart with its bib, time, size and price', async () => {
    const browser = storefront.browser();
    await query(
      storefront.db,
      "update photos set captured_at = '2026-05-03 08:12:04Z' where id = :id",
      { id: photoId(2) },
    );
    await browser.post(cartPath, { photoId: photoId(2), size: 'hd' });
    expect(await cartOf(browser)).toMatchObject({
      line: expect.stringMatching(
        /^Bib 10\d €8\.00 10:12:04 · Original, 6,000 × 4,500 px Take web size Remove$/,
      ) as string,
      canChangeSize: true,
    });
  });
});

describe('a photo whose original is not larger than web size', () => {
  it('is offered once, at the lower price', async () => {
    expect(await choicesOf(storefront.browser(), 0)).toEqual([
      'Original · €5.00 1,600 × 1,200 px · prints up to 20 × 15 cm',
    ]);
  });

  it.each(['hd', 'web'] as const)('costs as little where %s was asked for', async (size) => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: photoId(0), size });
    expect(await cartOf(browser)).toMatchObject({
      line: expect.stringContaining('Original, 1,600 × 1,200 px') as string,
      canChangeSize: false,
      total: '€6.00',
    });
  });

  it('is delivered as the original, alone and in a ZIP', async () => {
    const browser = storefront.browser();
    const order = await buy(browser, published, [photoId(0), photoId(1)]);
    const { page } = await browser.get(order);
    expect(page.querySelectorAll('.order-photo a[download]').map(({ text }) => text)).toEqual([
      'Original',
      'Original',
    ]);
    const response = await fetch(new URL(`${order}/photos/${photoId(0)}`, storefront.url));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(published.photos[0]?.original.equals(bytes)).toBe(true);
  });
});
