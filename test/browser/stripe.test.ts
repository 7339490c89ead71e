import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { signEvent } from '../../core/adapters/payments/test/sign-event.js';
import { query } from '../../core/db/query.js';
import { startStripeServer, type StripeServer } from '../adapters/payments/stripe-server.js';
import { publishEvent, type PublishedEvent } from '../storefront/support/published-event.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { lacksBrowser, launchChromium } from './support/chromium.js';
import { standInForStripe, type StripeCalls } from './support/stripe-stub.js';

const loopback = vi.hoisted(() => ({ host: '127.0.0.1', port: 0, protocol: 'http' as const }));
// The shop has no setting for another host than Stripe's: nobody should be able to send keys elsewhere.
vi.mock(import('../../core/adapters/payments/stripe/stripe-payments.js'), async (original) => {
  const { createStripePayments } = await original();
  return {
    createStripePayments: (options) => createStripePayments({ ...options, server: loopback }),
  };
});

const WEBHOOK_SECRET = 'whsec_loopback';
const KEY = 'pk_test_loopback';

describe.skipIf(lacksBrowser)('paying with Stripe in a real browser', () => {
  let stripe: StripeServer;
  let storefront: TestStorefront;
  let published: PublishedEvent;
  let browser: Browser;
  let visit: BrowserContext;
  let page: Page;
  let asked: string[];

  beforeAll(async () => {
    stripe = await startStripeServer();
    loopback.port = stripe.port;
    storefront = await startStorefront({
      environment: {
        STRIPE_SECRET_KEY: 'sk_test_loopback',
        STRIPE_PUBLISHABLE_KEY: KEY,
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      },
    });
    published = await publishEvent(storefront, { name: 'spring-run', photos: 1 });
    browser = await launchChromium();
  });
  beforeEach(async () => {
    visit = await browser.newContext({ locale: 'fr-FR', baseURL: storefront.url });
    asked = await standInForStripe(visit, storefront.url);
    page = await visit.newPage();
    page.setDefaultTimeout(20_000);
  });
  afterEach(() => visit.close());
  afterAll(async () => {
    await browser.close();
    await storefront.close();
    await stripe.close();
  });

  async function orderOne(): Promise<void> {
    await page.goto(`/events/spring-run/photos/${published.photos[0]?.id ?? ''}`);
    // Sent by the page itself: a keepalive request gets no answer where requests are stood in for.
    await page
      .locator('form[action$="/cart"]')
      .evaluate((form) => form.removeAttribute('data-in-place'));
    await page.click('form[action$="/cart"] button');
    await page.locator('[data-in-cart]').waitFor();
    await page.goto('/events/spring-run/checkout');
    await page.fill('#email', 'runner@example.org');
    await page.check('input[name=waiver]');
    await page.click('form[data-once] button');
    await page.waitForURL('**/pay');
  }

  /** As Stripe does once the money is sure (docs.stripe.com/webhooks). */
  async function tellSucceeded(): Promise<void> {
    const [order] = await query<{ id: string; total: number }>(
      storefront.db,
      `select payment_id as id, total_cents as total from orders`,
    );
    const { id = '', total = 0 } = order ?? {};
    stripe.setStatus(id, 'succeeded');
    const object = {
      id,
      object: 'payment_intent',
      status: 'succeeded',
      currency: 'eur',
      amount: total,
      amount_received: total,
      latest_charge: 'ch_1',
    };
    const body = JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'payment_intent.succeeded',
      created: Math.floor(Date.now() / 1000),
      data: { object },
    });
    const answer = await fetch(`${storefront.url}/webhooks/stripe`, {
      method: 'POST',
      body,
      headers: { 'Stripe-Signature': signEvent(body, WEBHOOK_SECRET, new Date()) },
    });
    expect(answer.status).toBe(200);
  }

  it('shows the form, says what went wrong, pays, and delivers once Stripe says so', async () => {
    const broken: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') broken.push(message.text());
    });
    page.on('pageerror', (error) => broken.push(error.message));
    await orderOne();
    const pay = page.locator('[data-stripe] button');
    await page.frameLocator('iframe[title=card]').getByText('4242').waitFor();

    await pay.click();
    const problem = page.locator('[data-payment-error]');
    await problem.getByText('Your card was declined.').waitFor();
    await pay.click();
    await problem.getByText('jamais payée deux fois').waitFor();
    const { calls } = await page.evaluate<StripeCalls>('({ calls: window.stripeCalls })');
    const order = page.url().replace(/\/pay$/, '');
    expect(calls).toEqual([
      ['Stripe', KEY, { locale: 'fr' }],
      [
        'elements',
        { clientSecret: expect.stringMatching(/^pi_/), appearance: { theme: 'stripe' } },
      ],
      ['create', 'payment', { defaultValues: { billingDetails: { email: 'runner@example.org' } } }],
      ['mount'],
      ['confirmPayment', { return_url: order }],
      ['confirmPayment', { return_url: order }],
    ]);

    await pay.click();
    await page.waitForURL(/redirect_status=succeeded/);
    await page.locator('[data-order-state]').waitFor();
    expect(await page.locator('.order-photo a').count()).toBe(0);
    await tellSucceeded();
    await page.locator('[data-order-state=paid]').waitFor({ timeout: 60_000 });
    expect(await page.locator('.order-photo a').count()).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(
      new Set([
        'https://js.stripe.com/v3/',
        'https://js.stripe.com/v3/elements-inner.html',
        'https://api.stripe.com/v1/payment_intents/pi/confirm',
      ]),
    );
    expect(broken).toEqual([]);
  });

  it('says why there is no form where the script is kept back, and tries again', async () => {
    await query(storefront.db, 'delete from rate_limits');
    const block = (url: URL) => url.host === 'js.stripe.com';
    await visit.route(block, (route) => route.abort('blockedbyclient'));
    await orderOne();
    const reason = page.locator('[data-payment-blocked]');
    await reason.getByText('n’a pas pu être chargé').waitFor();
    expect(await reason.innerText()).toContain('js.stripe.com');
    expect(await reason.innerText()).toContain('Rien n’a été débité');
    expect(await page.locator('button:visible:disabled').count()).toBe(0);
    expect(await page.locator('[data-stripe]').isVisible()).toBe(false);
    await visit.unroute(block);
    await reason.getByText('Réessayer').click();
    await page.locator('iframe[title=card]').waitFor();
    await page.locator('[data-stripe] button').waitFor();
    expect(await reason.isVisible()).toBe(false);
  });

  it('goes on where the bank still waits for the buyer', async () => {
    await query(storefront.db, 'delete from rate_limits');
    await page.addInitScript('window.stripeStatus = "requires_action"');
    await orderOne();
    const order = page.url().replace(/\/pay$/, '');
    await page.getByText('Votre banque attend encore').waitFor();
    expect(await page.locator('[data-stripe]').isVisible()).toBe(false);
    await page.getByText('Poursuivre la confirmation').click();
    await page.waitForURL(order);
  });

  it('lets in what Stripe needs and nobody else', async () => {
    await query(storefront.db, 'delete from rate_limits');
    await orderOne();
    await page.locator('iframe[title=card]').waitFor();
    const answer = await page.request.get(page.url());
    const policy = new Map(
      (answer.headers()['content-security-policy'] ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ');
        return [name, sources];
      }),
    );
    // docs.stripe.com/security/guide#content-security-policy
    const scripts = ['https://js.stripe.com', 'https://*.js.stripe.com'];
    expect(policy.get('script-src')).toEqual(["'self'", ...scripts]);
    expect(policy.get('frame-src')).toEqual([...scripts, 'https://hooks.stripe.com']);
    expect(policy.get('connect-src')).toEqual(["'self'", 'https://api.stripe.com']);
    asked.length = 0;
    await page.evaluate(`Promise.allSettled([
      fetch('https://thief.example/'),
      fetch('https://stripe.com.thief.example/'),
      new Promise((done) => {
        const script = Object.assign(document.createElement('script'), { src: 'https://thief.example/x.js' });
        script.onload = script.onerror = done;
        document.head.append(script);
      }),
      new Promise((done) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          if (event.effectiveDirective === 'frame-src') done();
        });
        document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://thief.example/' }));
      }),
    ])`);
    expect(asked).toEqual([]);
    const cart = await page.request.get('/events/spring-run');
    expect(cart.headers()['content-security-policy']).not.toContain('stripe');
  });
});
