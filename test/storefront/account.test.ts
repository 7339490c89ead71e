import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import type { Browser } from './support/browser.js';
import { buy } from './support/buying.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

const BUYER = 'runner@example.org';

let storefront: TestStorefront;
let published: PublishedEvent;
let orderNumber: string;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'spring-run', photos: 2 });
  await buy(storefront.browser(), published, [published.photos[0]?.id ?? '']);
  const [order] = await query<{ number: string }>(storefront.db, 'select number from orders');
  orderNumber = order?.number ?? '';
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

/** Asks for the mailed link of an address, as its owner reads it; undefined where none was queued. */
async function linkFor(browser: Browser, email: string): Promise<string | undefined> {
  await query(storefront.db, `delete from mails where kind = 'sign-in'`);
  await browser.get('/sign-in');
  const asked = await browser.post('/sign-in', { email });
  expect(asked.headers.get('location')).toBe('/sign-in/sent');
  const [mail] = await query<{ data: { signInPath: string } }>(
    storefront.db,
    `select data from mails where kind = 'sign-in'`,
  );
  return mail?.data.signInPath;
}

async function signIn(browser: Browser, email = BUYER): Promise<void> {
  const link = (await linkFor(browser, email)) ?? '';
  await browser.get(link);
  expect((await browser.post(link)).headers.get('location')).toBe('/account');
}

describe('an account', () => {
  it('shows what was bought with an address to whoever reads its mail, and opens it', async () => {
    const browser = storefront.browser();
    await signIn(browser, BUYER.toUpperCase());
    const { page, headers } = await browser.get('/account');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(page.querySelectorAll('main .card')).toHaveLength(1);
    expect(page.querySelector('main .card')?.text).toContain(orderNumber);
    const opened = await browser.follow(
      await browser.post('/account/orders', { number: orderNumber }),
    );
    expect(opened.status).toBe(200);
    expect(opened.page.querySelector('h1')?.text).toContain(orderNumber);
  });

  it('is not opened by a mail program that looks at the link, nor twice, nor by another link', async () => {
    const browser = storefront.browser();
    const link = (await linkFor(browser, BUYER)) ?? '';
    expect((await browser.get(link)).status).toBe(200);
    expect((await browser.get('/account')).headers.get('location')).toBe('/sign-in');
    await browser.get(link);
    expect((await browser.post(`${link.slice(0, -1)}!`)).status).toBe(410);
    expect((await browser.post(link)).status).toBe(303);
    const other = storefront.browser();
    await other.get(link);
    expect((await other.post(link)).status).toBe(410);
    expect((await other.get('/account')).status).toBe(303);
  });

  it("opens no other buyer's order", async () => {
    const stranger = storefront.browser();
    await signIn(stranger, 'stranger@example.org');
    const { page } = await stranger.get('/account');
    expect(page.querySelectorAll('main .card')).toHaveLength(0);
    expect((await stranger.post('/account/orders', { number: orderNumber })).status).toBe(404);
    const visitor = storefront.browser();
    const refused = await visitor.post('/account/orders', { number: orderNumber });
    expect(refused.headers.get('location')).toBe('/sign-in');
  });

  it('begins under a new session, with the cart as it was, and ends with the sign-out', async () => {
    const browser = storefront.browser();
    const photoId = published.photos[1]?.id ?? '';
    await browser.post('/events/spring-run/cart', { photoId, size: 'hd' });
    const before = browser.cookies.get('session');
    await signIn(browser);
    expect(browser.cookies.get('session')).not.toBe(before);
    const stale = storefront.browser();
    stale.cookies.set('session', before ?? '');
    expect((await stale.get('/account')).headers.get('location')).toBe('/sign-in');
    const checkout = await browser.get('/events/spring-run/checkout');
    expect(checkout.page.querySelector('#email')?.getAttribute('value')).toBe(BUYER);
    expect(checkout.page.querySelector('#email-note')?.text).toContain(`Signed in as ${BUYER}.`);
    await browser.post('/account/sign-out');
    expect((await browser.get('/account')).headers.get('location')).toBe('/sign-in');
    expect((await browser.get('/events/spring-run/checkout')).status).toBe(200);
  });

  it('is asked for by an address only', async () => {
    const browser = storefront.browser();
    await browser.get('/sign-in');
    const refused = await browser.post('/sign-in', { email: 'nobody' });
    expect(refused.status).toBe(400);
    expect(refused.page.querySelector('[role=alert]')?.text).toContain('not an e-mail address');
  });
});
