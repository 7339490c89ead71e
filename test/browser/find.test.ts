import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { addEntry, addPhotos, publishedEvent } from '../support/gallery-rows.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { lacksBrowser, launchChromium } from './support/chromium.js';

describe.skipIf(lacksBrowser)('the field of a search on a phone', () => {
  let storefront: TestStorefront;
  let browser: Browser | undefined;
  let visit: BrowserContext | undefined;
  let page: Page;
  let slug: string;
  const failures: string[] = [];

  beforeAll(async () => {
    storefront = await startStorefront();
    const { db } = storefront;
    const event = await publishedEvent(db, 'Spring run');
    ({ slug } = event);
    await addPhotos(db, event.id, 130, { bib: '777' });
    await addEntry(db, event.id, '777', 'Zoé', 'Le Goff');
    await addEntry(db, event.id, '778', 'Zoé', 'Martin');
    await addPhotos(db, (await publishedEvent(db, 'Autumn run')).id, 1, { bib: 'A1' });
  });
  beforeEach(async () => {
    await query(storefront.db, 'delete from rate_limits');
    await visit?.close();
    browser ??= await launchChromium();
    visit = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: 'en-IE',
      baseURL: storefront.url,
    });
    page = await visit.newPage();
    page.setDefaultTimeout(20_000);
    failures.length = 0;
    page.on('pageerror', (error) => failures.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await storefront.close();
  });

  const inputMode = () => page.locator('#find-q').evaluate((one) => one.getAttribute('inputmode'));

  it('opens digits where the bibs are digits, and letters at a press', async () => {
    await page.goto(`/events/${slug}`);
    await expect.poll(inputMode).toBe('numeric');
    await page.tap('[data-find-switch]');
    expect(await inputMode()).toBe('text');
    expect(await page.locator('[data-find-switch]').textContent()).toBe('Search by bib');
    await page.locator('#find-q:focus').waitFor();
    await page.tap('[data-find-switch]');
    expect(await inputMode()).toBe('numeric');
    await page.goto(`/events/${slug}?q=goff`);
    await page.tap('.search-again > summary');
    await expect.poll(inputMode).toBe('text');
    await page.goto('/events/autumn-run');
    await page.locator('#find-q').waitFor();
    expect(await inputMode()).toBeNull();
    expect(await page.locator('[data-find-switch]').count()).toBe(0);
    expect(failures).toEqual([]);
  });

  it('remembers the last bib on this device, for other events too, until it is to forget', async () => {
    await page.goto(`/events/${slug}?q=777`);
    await page.goto(`/events/${slug}`);
    const last = page.locator('.find-last');
    expect(await last.textContent()).toBe('Last time: 777');
    await last.tap();
    await page.waitForURL(`**/events/${slug}?q=777`);
    for (const path of ['/', '/events/autumn-run']) {
      await page.goto(path);
      expect(await last.textContent()).toBe('Last time: 777');
    }
    // A search without a photo is not worth remembering.
    await page.goto(`/events/${slug}?q=4711`);
    await page.goto(`/events/${slug}`);
    expect(await last.textContent()).toBe('Last time: 777');
    await page.tap('.find-forget');
    expect(await last.count()).toBe(0);
    await page.reload();
    await page.locator('#find-q').waitFor();
    expect(await last.count()).toBe(0);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(failures).toEqual([]);
  });

  it('suggests names while one is typed, to be chosen by key or by tap', async () => {
    await page.goto(`/events/${slug}`);
    const field = page.locator('#find-q');
    const options = page.locator('#find-names [role=option]');
    await field.tap();
    await page.keyboard.type('zo');
    await page.waitForTimeout(400);
    expect(await options.count()).toBe(0);
    await page.keyboard.type('e');
    await options.nth(1).waitFor();
    expect(await field.getAttribute('role')).toBe('combobox');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('[data-find-status]').textContent()).toBe('2 names below');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).textContent()).toContain('Zoé Martin');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await options.first().isVisible()).toBe(false);
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.type(' le');
    await page.locator('.find-name', { hasText: 'Le Goff' }).tap();
    await page.waitForURL(`**/events/${slug}?q=777`);
    expect(failures).toEqual([]);
  });

  it('shows more photos although too many were asked for a while', async () => {
    let refused = 0;
    await page.route(/after=/, async (route) => {
      refused += 1;
      if (refused > 2) await route.continue();
      else await route.fulfill({ status: 429, headers: { 'Retry-After': '1' }, body: '' });
    });
    await page.goto(`/events/${slug}?q=777`);
    const tiles = page.locator('.tile');
    for (let step = 0; step < 40 && (await tiles.count()) < 130; step += 1) {
      await page.mouse.wheel(0, 3000);
      await page.waitForTimeout(300);
    }
    expect(await tiles.count()).toBe(130);
    expect(refused).toBeGreaterThanOrEqual(3);
    expect(await page.locator('.more-ahead').count()).toBe(0);
  });
});
