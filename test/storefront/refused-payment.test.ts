import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { signEvent } from '../../core/adapters/payments/test/sign-event.js';
import { findDiscountCode, insertDiscountCode } from '../../core/db/queries/discount-codes.js';
import { query } from '../../core/db/query.js';
import { cents } from '../../core/domain/money.js';
import { startStripeServer, type StripeServer } from '../adapters/payments/stripe-server.js';
import { checkoutFields } from './support/buying.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

const loopback = vi.hoisted(() => ({ host: '127.0.0.1', port: 0, protocol: 'http' as const }));
vi.mock(import('../../core/adapters/payments/stripe/stripe-payments.js'), async (original) => {
  const { createStripePayments } = await original();
  return {
    createStripePayments: (options) => createStripePayments({ ...options, server: loopback }),
  };
});

const WEBHOOK_SECRET = 'whsec_loopback';
const restricted = {
  chargesEnabled: false,
  transfers: 'inactive',
  disabledReason: 'rejected.fraud',
} as const;
const fine = {
  chargesEnabled: true,
  transfers: 'active',
  disabledReason: null,
  isGone: false,
} as const;

let stripe: StripeServer;
let storefront: TestStorefront;
let published: PublishedEvent;
beforeAll(async () => {
  stripe = await startStripeServer();
  loopback.port = stripe.port;
  storefront = await startStorefront({
    environment: {
      STRIPE_SECRET_KEY: 'sk_test_loopback',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_loopback',
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      FOCUSRACER_SELLER_ACCOUNT: 'acct_lea',
      FOCUSRACER_OPERATOR_EMAIL: 'operator@example.org',
    },
  });
  published = await publishEvent(storefront, { name: 'spring-run', photos: 2 });
  await insertDiscountCode(storefront.db, published.event.id, {
    key: 'CLUB',
    code: 'CLUB',
    terms: { kind: 'amount', amount: cents(100) },
    usesLimit: 10,
    expiresAt: undefined,
  });
});
beforeEach(async () => {
  stripe.changeAccount('acct_lea', fine);
  await query(storefront.db, 'delete from rate_limits');
  await query(storefront.db, 'delete from selling_pauses');
});
afterAll(async () => {
  await storefront.close();
  await stripe.close();
});

const alarms = async () =>
  query<{ data: { alarm: string; values: object } }>(
    storefront.db,
    `select data from mails where kind = 'operator-alarm' and recipient = 'operator@example.org'`,
    {},
  );

/** A visitor with a photo and the code in the cart. */
async function visitor() {
  const browser = storefront.browser();
  await browser.post('/events/spring-run/cart', {
    photoId: published.photos[0]?.id ?? '',
    size: 'hd',
  });
  await browser.post('/events/spring-run/cart/code', { code: 'club' });
  return browser;
}

async function order(browser: Awaited<ReturnType<typeof visitor>>, email: string) {
  const checkout = await browser.get('/events/spring-run/checkout');
  return checkout.status === 200
    ? browser.post('/events/spring-run/checkout', { ...checkoutFields(checkout), email })
    : checkout;
}

async function tell(type: string, object: object, account = 'acct_lea'): Promise<number> {
  const body = JSON.stringify({
    id: `evt_${Math.random()}`,
    object: 'event',
    type,
    created: Math.floor(Date.now() / 1000),
    account,
    data: { object },
  });
  const answer = await fetch(`${storefront.url}/webhooks/stripe`, {
    method: 'POST',
    body,
    headers: { 'Stripe-Signature': signEvent(body, WEBHOOK_SECRET, new Date()) },
  });
  return answer.status;
}

describe('a seller whose account takes no money', () => {
  it('costs one buyer an answer that says so, nobody a cent or a code, and tells the operator once', async () => {
    const [first, second] = [await visitor(), await visitor()];
    const checkout = await second.get('/events/spring-run/checkout');
    stripe.changeAccount('acct_lea', restricted);
    const refused = await order(first, 'one@example.org');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('600');
    expect(refused.page.querySelector('h1')?.text).toBe('Not on sale for the moment');
    expect(refused.page.text).toContain('Nothing was charged');
    const code = await findDiscountCode(storefront.db, published.event.id, 'CLUB', new Date());
    expect(code?.uses).toBe(0);
    const states = await query(storefront.db, 'select state from orders', {});
    expect(states).toEqual([{ state: 'expired' }]);
    expect((await alarms()).map(({ data }) => data)).toEqual([
      {
        alarm: 'selling-paused',
        values: { account: 'acct_lea', reason: 'insufficient_capabilities_for_transfer' },
      },
    ]);

    // Whoever filled in the form meanwhile is told before the provider is asked; the next, before that.
    const asked = stripe.calls.length;
    const late = await second.post('/events/spring-run/checkout', {
      ...checkoutFields(checkout),
      email: 'two@example.org',
    });
    expect(late.status).toBe(503);
    const third = await visitor();
    expect((await third.get('/events/spring-run/checkout')).status).toBe(503);
    const cart = await third.get('/events/spring-run/cart');
    expect(cart.page.querySelector('[data-paused]')?.text).toContain('Not on sale for the moment');
    expect(cart.page.querySelector('a[href$="/checkout"]')).toBeNull();
    expect(stripe.calls.length).toBe(asked);
    expect(await query(storefront.db, 'select state from orders', {})).toHaveLength(1);
    expect(await alarms()).toHaveLength(1);
  });

  it('sells again by itself when the provider says so, as it stands and not as an old event has it', async () => {
    const status = async () => (await (await visitor()).get('/events/spring-run/checkout')).status;
    const updated = (chargesEnabled: boolean) =>
      tell('account.updated', {
        id: 'acct_lea',
        object: 'account',
        charges_enabled: chargesEnabled,
      });
    stripe.changeAccount('acct_lea', restricted);
    expect(await updated(false)).toBe(200);
    expect(await status()).toBe(503);
    // It was said before it was restricted, and comes after.
    expect(await updated(true)).toBe(200);
    expect(await status()).toBe(503);
    stripe.changeAccount('acct_lea', fine);
    expect(await updated(true)).toBe(200);
    expect(await status()).toBe(200);
    const transfers = { id: 'transfers', object: 'capability', account: 'acct_lea' };
    stripe.changeAccount('acct_lea', { transfers: 'inactive' });
    expect(await tell('capability.updated', { ...transfers, status: 'inactive' })).toBe(200);
    expect(await status()).toBe(503);
    stripe.changeAccount('acct_lea', { transfers: 'active' });
    expect(await tell('capability.updated', { ...transfers, status: 'active' })).toBe(200);
    expect(await status()).toBe(200);
    stripe.changeAccount('acct_lea', { isGone: true });
    expect(await tell('account.application.deauthorized', { id: 'ca_1' })).toBe(200);
    expect(await status()).toBe(503);
  });

  it('is asked about now and then, and nobody else’s account stops the shop', async () => {
    const status = async () => (await (await visitor()).get('/events/spring-run/checkout')).status;
    stripe.changeAccount('acct_other', restricted);
    const other = { id: 'acct_other', object: 'account', charges_enabled: false };
    expect(await tell('account.updated', other, 'acct_other')).toBe(200);
    expect(await status()).toBe(200);
    stripe.changeAccount('acct_lea', restricted);
    await order(await visitor(), 'three@example.org');
    stripe.changeAccount('acct_lea', fine);
    await storefront.shop.orders.checkSelling();
    expect(await status()).toBe(503);
    await query(
      storefront.db,
      `update selling_pauses set asked_at = asked_at - interval '6 minutes'`,
      {},
    );
    await storefront.shop.orders.checkSelling();
    expect(await status()).toBe(200);
  });

  it('still gives what costs nothing', async () => {
    await insertDiscountCode(storefront.db, published.event.id, {
      key: 'ALL',
      code: 'ALL',
      terms: { kind: 'percentage', percent: 100 },
      usesLimit: undefined,
      expiresAt: undefined,
    });
    stripe.changeAccount('acct_lea', restricted);
    await order(await visitor(), 'four@example.org');
    const browser = await visitor();
    await browser.post('/events/spring-run/cart/code', { code: 'all' });
    const placed = await order(browser, 'five@example.org');
    expect(placed.status).toBe(303);
    expect(placed.headers.get('location')).toMatch(/^\/orders\/[\w-]+$/);
  });
});

it('says that an amount cannot be paid, goes on selling, and tells the operator', async () => {
  const error = { code: 'amount_too_small', message: 'Amount must be at least €0.50 eur' };
  const browser = await visitor();
  const checkout = await browser.get('/events/spring-run/checkout');
  stripe.failNext(1, 400, error);
  const refused = await browser.post('/events/spring-run/checkout', {
    ...checkoutFields(checkout),
    email: 'six@example.org',
  });
  expect(refused.status).toBe(409);
  expect(refused.page.querySelector('h1')?.text).toBe('This amount cannot be paid');
  expect((await order(await visitor(), 'seven@example.org')).status).toBe(303);
  expect((await alarms()).map(({ data }) => data.alarm)).toContain('payment-refused');
});
