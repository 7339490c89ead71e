import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { priceEventCart } from '../../core/usecases/price-cart.js';
import { orderPhotos } from './support/buying.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'club-run', photos: 6 });
  // Five photos of twelve clubs' runners each, who are in several of them.
  await query(
    storefront.db,
    `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
     select :eventId, p.id, (p.place * 3 + n)::text, 'manual', 100, '{}'
     from unnest(:photos::uuid[]) with ordinality p(id, place), generate_series(1, 12) n`,
    { eventId: published.event.id, photos: photos(5) },
  );
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const photos = (count: number) => published.photos.slice(0, count).map(({ id }) => id);
const priced = () => storefront.shop.threadFigures().pricing.done;

it('a cart of group photos is priced in a thread, as it would be here, and ordered at that price', async () => {
  const browser = storefront.browser();
  await browser.post('/events/club-run/cart', { photoId: photos(5), size: 'hd' });
  const { page } = await browser.get('/events/club-run/cart');
  expect(priced()).toBe(1);
  const here = await priceEventCart(storefront.db, {
    eventSlug: 'club-run',
    items: photos(5).map((photoId) => ({ photoId, size: 'hd' as const })),
    code: undefined,
    at: new Date(),
    person: { address: undefined, session: undefined },
    replaced: false,
  });
  // Five originals for 25.00, and the fee.
  expect(here).toMatchObject({ kind: 'priced', quote: { total: 2600 } });
  expect(page.querySelector('main')?.text).toContain('€26.00');
  const placed = await orderPhotos(browser, published, photos(5));
  expect(placed.headers.get('location')).toContain('/pay/');
  expect(priced()).toBe(3);
});

it('a runner’s cart waits for no thread', async () => {
  const before = priced();
  const browser = storefront.browser();
  const [, , , , , alone = ''] = photos(6);
  await browser.post('/events/club-run/cart', { photoId: [alone], size: 'hd' });
  const { page } = await browser.get('/events/club-run/cart');
  expect(page.querySelector('main')?.text).toContain('€9.00');
  expect(priced()).toBe(before);
});
