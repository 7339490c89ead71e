import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { buy } from './support/buying.js';
import { publishEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let orderNumber: string;
let orderPath: string;

beforeAll(async () => {
  storefront = await startStorefront({
    environment: { FOCUSRACER_OPERATOR_EMAIL: 'shop@example.org, +33 4 00 00 00 00' },
  });
  const published = await publishEvent(storefront, { name: 'spring-run', photos: 1 });
  orderPath = await buy(storefront.browser(), published, [published.photos[0]?.id ?? '']);
  const [order] = await query<{ number: string }>(storefront.db, 'select number from orders');
  orderNumber = order?.number ?? '';
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const declarations = () =>
  query<{ declaration: string }>(storefront.db, 'select declaration from withdrawals');

describe('the withdrawal function', () => {
  it('asks twice and acknowledges by mail, once, without a login; the seller is told', async () => {
    const browser = storefront.browser();
    const form = { orderNumber: ` ${orderNumber.toLowerCase()} `, email: 'Runner@Example.org' };
    await browser.get('/withdrawal');
    const confirm = await browser.post('/withdrawal', form);
    expect(confirm.page.querySelector('blockquote')?.text).toContain(orderNumber);
    expect(await declarations()).toHaveLength(0);
    const received = await browser.follow(await browser.post('/withdrawal/confirm', form));
    expect(received.page.querySelector('h1')?.text).toBe('Your withdrawal has been received');
    expect(received.page.querySelector('.lead')?.text).toContain(orderNumber);
    await browser.post('/withdrawal/confirm', form);
    expect(await declarations()).toEqual([{ declaration: expect.stringContaining(orderNumber) }]);
    const mails = await query<{ kind: string; recipient: string }>(
      storefront.db,
      `select kind, recipient from mails where kind like '%withdraw%' order by kind`,
    );
    expect(mails).toEqual([
      { kind: 'order-withdrawn', recipient: 'shop@example.org' },
      { kind: 'withdrawal-received', recipient: 'runner@example.org' },
    ]);
  });

  it('is reached from the page of the order, which tells the VAT too, with its number filled in', async () => {
    const browser = storefront.browser();
    const { page } = await browser.get(orderPath);
    expect(page.querySelector('.checkout-summary')?.text).toContain('Includes €1.50 VAT (20%).');
    const href = page.querySelector('a[href^="/withdrawal?"]')?.getAttribute('href') ?? '';
    const form = await browser.get(href);
    expect(form.page.querySelector('#orderNumber')?.getAttribute('value')).toBe(orderNumber);
    expect(form.page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `${storefront.url}/withdrawal`,
    );
  });

  it('says clearly that nothing was bought, or that it is refunded, to the buyer alone', async () => {
    const browser = storefront.browser();
    await browser.get('/withdrawal');
    const form = { orderNumber, email: 'runner@example.org' };
    const before = await declarations();
    for (const [state, said] of [
      ['refunded', 'refunded already'],
      ['expired', 'never paid'],
      ['open', 'never paid'],
    ] as const) {
      await query(
        storefront.db,
        `update orders set state = :state, paid_at = case when :state = 'refunded' then now() end`,
        { state },
      );
      for (const step of ['/withdrawal', '/withdrawal/confirm']) {
        await query(storefront.db, 'delete from rate_limits');
        const answer = await browser.post(step, form);
        expect(answer.status).toBe(422);
        expect(answer.page.querySelector('#withdrawal-problem')?.text).toContain(said);
        const stranger = await browser.post(step, { ...form, email: 'somebody@example.org' });
        expect(stranger.page.querySelector('#withdrawal-problem')?.text).toContain('no order');
      }
    }
    expect(await declarations()).toEqual(before);
    await query(storefront.db, `update orders set state = 'paid', paid_at = now()`);
  });

  it('tells a stranger nothing of an order', async () => {
    const browser = storefront.browser();
    await browser.get('/withdrawal');
    const form = { orderNumber, email: 'somebody@example.org' };
    const wrong = await browser.post('/withdrawal', form);
    expect(wrong.status).toBe(422);
    expect(wrong.body).not.toContain('spring-run');
    expect((await browser.post('/withdrawal/confirm', form)).status).toBe(422);
    expect((await browser.get('/withdrawal/received')).headers.get('location')).toBe('/withdrawal');
  });
});
