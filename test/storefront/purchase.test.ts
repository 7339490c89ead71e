import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signEvent } from '../../core/adapters/payments/test/sign-event.js';
import { query } from '../../core/db/query.js';
import { buy, checkoutFields, choose, orderPhotos } from './support/buying.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'spring-run', photos: 6 });
});
// The limit on checkouts is another test's matter.
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const cartPath = '/events/spring-run/cart';
const photo = (index: number): string => published.photos[index]?.id ?? '';

async function countOrders(): Promise<number> {
  const [row] = await query<{ orders: number }>(
    storefront.db,
    'select count(*)::int as orders from orders',
  );
  return row?.orders ?? 0;
}

describe('the checkout', () => {
  it('asks for an address and for the waiver, and keeps what was typed', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: photo(0), size: 'hd' });
    const checkout = await browser.get('/events/spring-run/checkout');
    const unwaived = await browser.post('/events/spring-run/checkout', {
      ...checkoutFields(checkout),
      waiver: [],
      email: 'runner@example.org',
    });
    expect(unwaived.status).toBe(422);
    expect(unwaived.page.querySelector('#waiver-problem')).not.toBeNull();
    expect(unwaived.page.querySelector('#email')?.getAttribute('value')).toBe('runner@example.org');
    const nowhere = await browser.post('/events/spring-run/checkout', {
      ...checkoutFields(unwaived),
      email: 'runner at home',
    });
    expect(nowhere.page.querySelector('#email-problem')).not.toBeNull();
  });

  it('orders nothing at a price that was not shown', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: photo(0), size: 'hd' });
    const checkout = await browser.get('/events/spring-run/checkout');
    const before = await countOrders();
    const forged = await browser.post('/events/spring-run/checkout', {
      ...checkoutFields(checkout),
      email: 'runner@example.org',
      expectedTotalCents: '1',
    });
    expect(forged.status).toBe(422);
    expect(forged.page.querySelector('[role=alert]')?.text).toContain('€9.00');
    expect(await countOrders()).toBe(before);
  });

  it('makes one order of a double click', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: photo(0), size: 'hd' });
    const checkout = await browser.get('/events/spring-run/checkout');
    const fields = { ...checkoutFields(checkout), email: 'runner@example.org' };
    const before = await countOrders();
    const answers = await Promise.all([
      browser.post('/events/spring-run/checkout', fields),
      browser.post('/events/spring-run/checkout', fields),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    // One payment, and so one order; each answer has a link of its own to it.
    const pages = answers.map(({ headers }) => headers.get('location')?.split('?')[0]);
    expect(new Set(pages).size).toBe(1);
    expect(await countOrders()).toBe(before + 1);
  });

  it('sells nothing of an event that was archived meanwhile', async () => {
    const browser = storefront.browser();
    await browser.post(cartPath, { photoId: photo(0), size: 'hd' });
    const checkout = await browser.get('/events/spring-run/checkout');
    const archive = (state: string) =>
      query(storefront.db, "update events set state = :state where slug = 'spring-run'", { state });
    await archive('archived');
    try {
      const answer = await browser.post('/events/spring-run/checkout', {
        ...checkoutFields(checkout),
        email: 'runner@example.org',
      });
      expect(answer.status).toBe(409);
      expect(answer.page.querySelector('h1')?.text).toBe('Not on sale any more');
    } finally {
      await archive('published');
    }
  });
});

describe('the payment', () => {
  it('gives the photos, a receipt and an empty cart once it is made', async () => {
    const browser = storefront.browser();
    const order = await buy(browser, published, [photo(0), photo(1)]);
    const { page, headers } = await browser.get(order);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(page.querySelector('[data-order-state]')?.getAttribute('data-order-state')).toBe('paid');
    expect(page.querySelectorAll('.order-photo')).toHaveLength(2);
    expect(page.querySelector('.total .price')?.text).toBe('€17.00');
    expect((await browser.get(cartPath)).page.querySelectorAll('.cart-photo')).toHaveLength(0);
  });

  it('stays open after a card that was declined, and can be tried again', async () => {
    const browser = storefront.browser();
    const placed = await orderPhotos(browser, published, [photo(0)]);
    const declined = await browser.get(await choose(browser, placed, 'declined'));
    expect(declined.page.querySelector('[role=alert]')?.text).toContain('declined');
    const order = await choose(browser, placed, 'paid');
    const { page } = await browser.get(order);
    expect(page.querySelector('[data-order-state]')?.getAttribute('data-order-state')).toBe('paid');
  });

  it('asks the bank in a second step where the card wants it', async () => {
    const browser = storefront.browser();
    const placed = await orderPhotos(browser, published, [photo(0)]);
    const step = await browser.get(await choose(browser, placed, '3d-secure'));
    expect(step.page.querySelectorAll('main button').map((one) => one.text)).toEqual([
      'Allow',
      'Refuse',
    ]);
    const order = await choose(browser, placed, 'paid');
    const { page } = await browser.get(order);
    expect(page.querySelector('[data-order-state]')?.getAttribute('data-order-state')).toBe('paid');
  });

  it('gives nothing while a debit is not sure', async () => {
    const browser = storefront.browser();
    const placed = await orderPhotos(browser, published, [photo(0)]);
    const order = await choose(browser, placed, 'debit-settles');
    const { page } = await browser.get(order);
    const state = page.querySelector('[data-order-state]');
    expect(state?.getAttribute('data-order-state')).toBe('processing');
    expect(page.querySelectorAll('.order-photo a')).toHaveLength(0);
    expect((await browser.get(`${order}/photos/${photo(0)}`)).status).toBe(403);
    expect((await browser.get(`${order}/zip`)).status).toBe(403);
    expect(JSON.parse((await browser.get(`${order}/state`)).body)).toEqual({ state: 'processing' });
  });

  it('is made once of a notice that comes twenty times at once, before the buyer is back', async () => {
    const browser = storefront.browser();
    const placed = await orderPhotos(browser, published, [photo(3)]);
    const { pathname } = new URL(placed.headers.get('location') ?? '', storefront.url);
    const paymentId = pathname.split('/').at(-1) ?? '';
    const body = JSON.stringify({
      id: 'evt_flood',
      object: 'event',
      created: Math.floor(Date.now() / 1000),
      type: 'payment_intent.succeeded',
      data: {
        object: {
          id: paymentId,
          object: 'payment_intent',
          amount: 900,
          amount_received: 900,
          currency: 'eur',
          status: 'succeeded',
        },
      },
    });
    const signature = signEvent(body, storefront.shop.secretFor('test-payments'), new Date());
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        fetch(new URL('/webhooks/test', storefront.url), {
          method: 'POST',
          headers: { 'Stripe-Signature': signature, 'Content-Type': 'application/json' },
          body,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const outcomes = await Promise.all(answers.map((answer) => answer.json()));
    const settled = outcomes.filter((one) => JSON.stringify(one).includes('settled'));
    expect(settled).toHaveLength(1);
    const [told] = await query<{ mails: number }>(
      storefront.db,
      `select count(*)::int as mails from mails m join orders o on m.key = 'order-paid:' || o.id
       where o.payment_id = :paymentId`,
      { paymentId },
    );
    expect(told?.mails).toBe(1);
  });

  it('is believed of nobody but the provider', async () => {
    const browser = storefront.browser();
    const forged = await fetch(new URL('/webhooks/test', storefront.url), {
      method: 'POST',
      headers: { 'Stripe-Signature': 't=1,v1=00', 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: 'evt_1', type: 'payment_intent.succeeded' }),
    });
    expect(forged.status).toBe(400);
    expect(
      (await fetch(new URL('/webhooks/paypal', storefront.url), { method: 'POST' })).status,
    ).toBe(404);
    expect((await browser.get('/pay/test/pi_test_unknown')).status).toBe(404);
  });

  it('leaves nothing at the test provider that opens the order, or says who pays', async () => {
    const browser = storefront.browser();
    const placed = await orderPhotos(browser, published, [published.photos[0]?.id ?? '']);
    const address = new URL(placed.headers.get('location') ?? '', storefront.url);
    const order = address.searchParams.get('back') ?? '';
    expect(order).toMatch(/^\/orders\/[\w-]{40,}$/);
    const token = order.slice('/orders/'.length);
    const kept = await query<{ kept: string }>(
      storefront.db,
      `select request::text as kept from test_payments union all select body from test_events`,
      {},
    );
    expect(kept.length).toBeGreaterThan(0);
    for (const row of kept) {
      expect(row.kept).not.toContain(token);
      expect(row.kept).not.toContain('@');
    }
    // Whoever knows the payment alone, from that table, finds no way to the order.
    const stranger = await storefront.browser().get(address.pathname);
    expect(stranger.status).toBe(200);
    expect(stranger.page.toString()).not.toContain('/orders/');
    const elsewhere = await storefront
      .browser()
      .get(`${address.pathname}?back=${encodeURIComponent('//thief.example/orders/x')}`);
    const links = elsewhere.page.querySelectorAll('main a').map((a) => a.getAttribute('href'));
    expect(links).toEqual(['/']);
    expect(await choose(browser, placed, 'paid')).toBe(order);
  });
});
