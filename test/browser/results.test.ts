import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { addEntry } from '../support/gallery-rows.js';
import { publishEvent, type PublishedEvent } from '../storefront/support/published-event.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { lacksBrowser, launchChromium } from './support/chromium.js';

const LONG = {
  first: 'Marie-Élisabeth Françoise Antoinette',
  last: 'de Montmorency-Bouteville du Plessis-Lamothe',
};

describe.skipIf(lacksBrowser)('a search on a phone', () => {
  let storefront: TestStorefront;
  let published: PublishedEvent;
  let browser: Browser | undefined;
  let visit: BrowserContext | undefined;
  let page: Page;

  beforeAll(async () => {
    storefront = await startStorefront();
    const { db } = storefront;
    published = await publishEvent(storefront, { name: 'spring-run', photos: 6 });
    const { event, photos } = published;
    await query(db, `update events set name = :name where id = :id`, {
      name: 'Grande traversée nocturne des crêtes et des lacs du Haut-Jura',
      id: event.id,
    });
    await query(db, 'delete from tags where event_id = :id', { id: event.id });
    for (const { id } of photos.slice(0, 4)) {
      await query(
        db,
        `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
         values (:event, :id, '777', 'manual', 100, '{"kind":"manual"}')`,
        { id, event: event.id },
      );
    }
    // One upright, as tall as two others.
    await query(db, 'update photos set width = 2000, height = 3000 where id = :id', {
      id: photos[0]?.id ?? '',
    });
    await query(
      db,
      `update photos set spot = 'Finish line', captured_at = '2026-05-03 08:00Z' where event_id = :id`,
      { id: event.id },
    );
    await addEntry(db, event.id, '777', LONG.first, LONG.last);
    for (let bib = 1; bib <= 20; bib += 1)
      await addEntry(db, event.id, `${bib}`, LONG.first, `Martin ${LONG.last}`);
    await query(
      db,
      `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       select event_id, id, '1', 'manual', 100, '{}' from photos where event_id = :id`,
      { id: event.id },
    );
  });
  beforeEach(async () => {
    await query(storefront.db, 'delete from rate_limits');
    await visit?.close();
    browser ??= await launchChromium();
    visit = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: 'en-IE',
      baseURL: storefront.url,
    });
    page = await visit.newPage();
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await browser?.close();
    await storefront.close();
  });

  /** Where the first row of photos ends, in pixels from the top of the screen. */
  async function endOfFirstRow(): Promise<number> {
    const boxes = await page
      .locator('.tile')
      .evaluateAll((tiles) =>
        tiles
          .map((tile) => tile.getBoundingClientRect())
          .map(({ top, bottom }) => ({ top, bottom })),
      );
    const first = Math.min(...boxes.map(({ top }) => top));
    return Math.max(...boxes.filter(({ top }) => top === first).map(({ bottom }) => bottom));
  }

  it.each([
    ['a bib, of somebody with long names', '?q=777'],
    ['the only one of a name', `?q=${encodeURIComponent('elisabeth de montmorency')}`],
    ['a name that many have', '?q=martin'],
    ['a bib and a time', '?q=777&from=00%3A00&until=23%3A59'],
    ['a spot', '?spot=Finish+line'],
  ])('shows the first row of photos whole after that for %s', async (_name, search) => {
    for (const lang of ['en', 'fr']) {
      await page.goto(`/events/spring-run${search}&lang=${lang}`);
      // The header is one line, in either language.
      expect((await page.locator('.site-header').boundingBox())?.height).toBeLessThan(70);
      expect(await endOfFirstRow(), `${lang} ${search}`).toBeLessThanOrEqual(844);
    }
  });

  it('leads from the event to the payment of all own photos in four taps', async () => {
    let taps = 0;
    const tap = async (selector: string) => {
      taps += 1;
      await page.tap(selector);
    };
    await page.goto('/events/spring-run');
    await tap('#find-q');
    await page.keyboard.type('777');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/spring-run?q=777*');
    const button = page.locator('.buy-all button');
    expect(await button.textContent()).toBe('All 4 photos, €25.00');
    const box = await button.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(844);
    await tap('.buy-all button');
    await page.waitForURL('**/spring-run/checkout');
    await page.locator('#email:focus').waitFor();
    await page.locator('.checkout-summary', { hasText: '4 photos' }).waitFor();
    await page.locator('a[href$="/spring-run/cart"]', { hasText: 'cart' }).first().waitFor();
    await page.keyboard.type('runner@example.org');
    await tap('input[name=waiver]');
    await tap('form[data-once] button');
    await page.waitForURL('**/pay/test/**');
    expect(taps).toBe(4);
    await page.locator('text=€26.00').first().waitFor();
  });

  it('says the price of what is missing beside a cart that holds others', async () => {
    const other = published.photos[5]?.id ?? '';
    await page.goto(`/events/spring-run/photos/${other}`);
    await page.tap('.buy-form button');
    await page.locator('[data-in-cart]').waitFor();
    await page.goto('/events/spring-run?q=777&lang=fr');
    expect(await page.locator('.buy-all button').innerText()).toMatch(
      /^Les 4 photos, 17,00\s€ de plus$/u,
    );
  });

  it('opens the search again, also without JavaScript', async () => {
    await visit?.close();
    visit = await browser!.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
      baseURL: storefront.url,
    });
    page = await visit.newPage();
    await page.goto('/events/spring-run?q=777');
    expect(await page.locator('#find-q').isVisible()).toBe(false);
    await page.click('.search-again > summary');
    await page.fill('#find-q', '1');
    await page.press('#find-q', 'Enter');
    await page.waitForURL('**/spring-run?q=1*');
    expect(await page.locator('h1').textContent()).toBe('Photos of bib 1');
    // Somebody reads this page first: three searches within a second are a machine's.
    await page.waitForTimeout(2000);
    await page.goto('/events/spring-run?q=4711');
    expect(await page.locator('#find-q').isVisible()).toBe(true);
  });
});
