import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { publishEvent, type PublishedEvent } from '../storefront/support/published-event.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { lacksBrowser, launchChromium } from './support/chromium.js';

describe.skipIf(lacksBrowser)('buying in a real browser', () => {
  let storefront: TestStorefront;
  let published: PublishedEvent;
  let browser: Browser | undefined;
  let visit: BrowserContext | undefined;
  let page: Page;
  const failures: string[] = [];

  beforeAll(async () => {
    storefront = await startStorefront();
    published = await publishEvent(storefront, { name: 'spring-run', photos: 6 });
    // What the engine of these made-up photos reads is by chance: one runner is on four of them.
    for (const { id } of published.photos.slice(0, 4)) {
      await query(
        storefront.db,
        `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
         values (:event, :id, '777', 'manual', 100, '{"kind":"manual"}')`,
        { id, event: published.event.id },
      );
    }
  });
  beforeEach(async () => {
    await query(storefront.db, 'delete from rate_limits');
    await visit?.close();
    visit = await newVisit();
    page = await visit.newPage();
    failures.length = 0;
    page.on('pageerror', (error) => failures.push(error.message));
    // A page that breaks its own content security policy says so here.
    page.on('console', (message) => {
      if (message.type() === 'error') failures.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await storefront.close();
  });

  async function newVisit(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    browser ??= await launchChromium();
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'en-IE',
      acceptDownloads: true,
      baseURL: storefront.url,
      ...options,
    });
    context.setDefaultTimeout(20_000);
    return context;
  }

  /** From the search by bib to the provider's page, with as many photos. */
  async function orderByBib(photos: number): Promise<void> {
    await page.goto('/events/spring-run');
    await page.fill('input[name=q]', '777');
    await page.press('input[name=q]', 'Enter');
    await page.waitForURL('**/spring-run?*');
    const links = await page.locator('a.tile-link').all();
    const found = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(found).toHaveLength(4);
    for (const href of found.slice(0, photos)) {
      await page.goto(href ?? '');
      await page.check('input[name=size][value=hd]');
      await page.click('form[action$="/cart"] button');
      await page.locator('[data-in-cart]').waitFor();
    }
    await page.goto('/events/spring-run/cart');
  }

  async function checkOut(): Promise<void> {
    await page.click('a[href$="/checkout"]');
    await page.fill('#email', 'runner@example.org');
    await page.check('input[name=waiver]');
    await page.click('form[data-once] button');
    await page.waitForURL('**/pay/test/**');
    await expectText('.banner-test', 'Test money');
  }

  async function expectText(selector: string, text: string): Promise<void> {
    await page.locator(selector, { hasText: text }).first().waitFor();
  }

  async function expectState(state: string): Promise<void> {
    await page.waitForURL('**/orders/**');
    await page.locator(`[data-order-state=${state}]`).waitFor({ timeout: 60_000 });
  }

  async function downloadFirst(): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('.order-photo a >> nth=0'),
    ]);
    return readFile(await download.path());
  }

  it('finds, orders, pays and downloads; the bytes are those of the original', async () => {
    await orderByBib(3);
    await expectText('[data-hint]', '2 more photos for €1.00 with the pack of 5');
    await expectText('[data-total]', '€25.00');
    await checkOut();
    await page.click('button[value=paid]');
    await expectState('paid');
    const name = (await page.locator('.order-photo-name >> nth=0').innerText()).trim();
    const bought = await downloadFirst();
    const original = published.photos.find(({ fileName }) => fileName === name)?.original;
    expect(original?.equals(bought)).toBe(true);
    expect(failures).toEqual([]);
  });

  it('takes all photos of the runner at once, and gives them as a ZIP', async () => {
    await page.goto('/events/spring-run?q=777');
    await page.click('form[action$="/cart/bib"] button');
    await page.waitForURL('**/checkout');
    await page.goto('/events/spring-run/cart');
    expect(await page.locator('.cart-photo').count()).toBe(4);
    await expectText('[data-total]', '€26.00');
    await checkOut();
    await page.click('button[value=paid]');
    await expectState('paid');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a[href$="/zip"]'),
    ]);
    const zip = await readFile(await download.path());
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    expect(await page.locator('a[href^="/withdrawal"]').count()).toBe(2);
    const number = /FR-\d+-\d+/.exec(await page.locator('h1').innerText())?.[0] ?? '';
    await storefront.shop.orders.refund({ order: number, amount: undefined, reason: 'asked' });
    await page.reload();
    await expectState('refunded');
    expect(await page.locator('a[download]').count()).toBe(0);
    // Only the one in the footer: there is nothing left to withdraw from.
    expect(await page.locator('a[href^="/withdrawal"]').count()).toBe(1);
    expect(failures).toEqual([]);
  });

  it('is told of a card that was declined, and pays with another', async () => {
    await orderByBib(1);
    await checkOut();
    await page.click('button[value=declined]');
    await expectText('[role=alert]', 'declined');
    await page.click('button[value=paid]');
    await expectState('paid');
  });

  it('goes as far as to pay with JavaScript switched off', async () => {
    await visit?.close();
    visit = await newVisit({ javaScriptEnabled: false });
    page = await visit.newPage();
    await page.goto('/');
    await page.fill('#find-q', '777');
    await page.press('#find-q', 'Enter');
    await expectText('h1', 'Photos of bib 777');
    await page.click('.heart >> nth=1');
    await page.locator('.heart[aria-pressed=true]').waitFor();
    await page.click('a.tile-link >> nth=0');
    await page.click('[data-next]');
    await page.click('[data-previous]');
    await page.check('input[name=size][value=web]');
    await page.click('form[action$="/cart"] button');
    await page.click('[data-back]');
    await page.click('form[action="/theme"] button[value=dark]');
    await page.locator('html[data-theme=dark]').waitFor();
    await page.click('a[lang=fr]');
    await page.locator('html[lang=fr]').waitFor();
    await page.click('a[lang=en]');
    await page.locator('html[lang=en]').waitFor();
    await page.goto('/events/spring-run/cart');
    await page.fill('#code', 'NOSUCH');
    await page.press('#code', 'Enter');
    await page.locator('#code[aria-invalid=true]').waitFor();
    await page.click('a[href$="/checkout"]');
    await expectText('[role=status]', 'Your discount code does not apply');
    await page.goBack();
    await checkOut();
    await page.click('button[value="3d-secure"]');
    await page.click('button[value=paid]');
    await expectState('paid');
    expect((await downloadFirst()).subarray(0, 2).toString('hex')).toBe('ffd8');
  });

  it('passes by the bank where the card asks for it', async () => {
    await orderByBib(1);
    await checkOut();
    await page.click('button[value="3d-secure"]');
    await expectText('h2', 'bank');
    await page.click('button[value=declined]');
    await expectText('[role=alert]', 'declined');
    await page.click('button[value="3d-secure"]');
    await page.click('button[value=paid]');
    await expectState('paid');
  });

  it.each([
    ['debit-settles', 'paid'],
    ['debit-fails', 'failed'],
  ])('waits for a debit (%s), and sees by itself that it is %s', async (outcome, state) => {
    await orderByBib(1);
    await checkOut();
    await page.click(`button[value="${outcome}"]`);
    await expectState('processing');
    expect(await page.locator('.order-photo a').count()).toBe(0);
    // The bank decides, days later.
    await query(storefront.db, 'update test_events set due_at = now() - make_interval(secs => 1)');
    await storefront.shop.payments.test.deliverDue();
    await expectState(state);
    expect(await page.locator('.order-photo a').count()).toBe(state === 'paid' ? 2 : 0);
  });
});
