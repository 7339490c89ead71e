import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillStorefrontEvent } from '../../core/bench/storefront-event.js';
import { query } from '../../core/db/query.js';
import { openStore } from '../../core/parts.js';
import { locateDataHome } from '../../core/config/data-home.js';
import { ensurePacks } from '../../core/usecases/ensure-packs.js';
import { publishEvent } from '../storefront/support/public-photo.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { lacksBrowser, launchChromium } from './support/chromium.js';
import { measurePage, throttle, type PageFigures } from './support/measure-page.js';

/** What a phone at the finish line has to load besides photos, and how far its page may jump. */
const MOST_BYTES = 300_000;
const MOST_SHIFT = 0.05;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };

describe.skipIf(lacksBrowser)('a first visit on a phone with slow 4G', () => {
  let storefront: TestStorefront;
  let browser: Browser;
  let photo: string;

  beforeAll(async () => {
    storefront = await startStorefront();
    const { db, home, shop } = storefront;
    const event = await publishEvent(storefront, 'spring-run');
    const store = await openStore(locateDataHome({ FOCUSRACER_HOME: home }), shop.settings);
    await fillStorefrontEvent({ db, store }, event.id, { photos: 300, entries: 40 });
    await ensurePacks(db, event.id);
    // Every fifth upright, alone and in pairs.
    await query(
      db,
      `with ordered as (select id, row_number() over (order by captured_at) as place from photos)
       update photos set width = 4000, height = 6000 from ordered
       where photos.id = ordered.id and (place % 10 = 3 or place % 10 = 4)`,
    );
    const [first] = await query<{ id: string }>(
      db,
      'select id from photos where width > height limit 1',
    );
    photo = `/events/spring-run/photos/${first?.id ?? ''}`;
    // The shop has been open for a while: its views are compiled.
    for (const path of ['/', '/events/spring-run', photo]) await fetch(storefront.url + path);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await storefront.close();
  });

  /** Of a visitor who was never here. */
  async function visit(
    path: string,
    use?: (page: Page) => Promise<void>,
    before?: (page: Page) => Promise<void>,
  ): Promise<PageFigures> {
    const context = await browser.newContext({ ...PHONE, baseURL: storefront.url });
    try {
      const page = await context.newPage();
      await before?.(page);
      await throttle(page);
      const figures = await measurePage(page, path, () => use?.(page) ?? Promise.resolve());
      // A figure of this machine and moment, to be read, not tested.
      console.info(
        `${path}: ${figures.bytes} bytes besides photos, LCP ${Math.round(figures.lcpMs)} ms (${figures.lcpElement}), shift ${figures.layoutShift.toFixed(3)}, INP ${figures.inpMs} ms (${figures.inpInteraction})`,
      );
      return figures;
    } finally {
      await context.close();
    }
  }

  /** As a thumb flings, a screen in a seventh of a second, until three pages of photos were shown. */
  async function scrollDown(page: Page): Promise<void> {
    const tiles = page.locator('.tile');
    const first = await tiles.count();
    for (let step = 0; step < 60 && (await tiles.count()) < 3 * first; step += 1) {
      await page.mouse.wheel(0, 800);
      await page.waitForTimeout(150);
      // However busy this machine is: it may not be outrun.
      await page.locator('[data-more][aria-busy]').waitFor({ state: 'detached' });
    }
    expect(await tiles.count()).toBeGreaterThanOrEqual(3 * first);
    await page.waitForTimeout(300);
    // Upright photos side by side, with no other that would give their row a height.
    const heights = await tiles.evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThan(100);
  }

  async function pressHeart(page: Page): Promise<void> {
    await page.click('.heart >> nth=0');
    await page.locator('.heart[aria-pressed=true]').waitFor();
  }

  async function turnOver(page: Page): Promise<void> {
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(300);
    }
    await page.click('.buy-form button');
    await page.locator('[data-in-cart]').waitFor();
  }

  async function typeName(page: Page): Promise<void> {
    await page.click('#find-q');
    await page.keyboard.type('mart', { delay: 60 });
    await page.locator('#find-names [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
  }

  /** On an earlier visit: the cart has all photos of a bib, and the device knows it. */
  async function takeAll(page: Page): Promise<void> {
    await page.goto('/events/spring-run?q=7');
    await Promise.all([page.waitForEvent('framenavigated'), page.click('.buy-all button')]);
  }

  async function seesCart(page: Page): Promise<void> {
    expect(await page.locator('.cart-photo').count()).toBeGreaterThan(0);
  }

  it.each([
    ['home, a bib known', () => '/', undefined, takeAll],
    ['the event, a bib known, a name typed', () => '/events/spring-run', typeName, takeAll],
    ['the cart', () => '/events/spring-run/cart', seesCart, takeAll],
    ['home', () => '/', undefined],
    ['the gallery, page after page', () => '/events/spring-run', scrollDown],
    ['a search, a heart pressed', () => '/events/spring-run?q=7', pressHeart],
    ['the viewer, photos turned over and bought', () => photo, turnOver],
  ])('%s is light, and nothing in it jumps', async (_name, path, use, before?) => {
    const figures = await visit(path(), use, before);
    expect(figures.bytes).toBeLessThan(MOST_BYTES);
    expect(figures.layoutShift).toBeLessThan(MOST_SHIFT);
  });
});
