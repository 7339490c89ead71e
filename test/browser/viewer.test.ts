import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillStorefrontEvent } from '../../core/bench/storefront-event.js';
import { locateDataHome } from '../../core/config/data-home.js';
import { insertPack } from '../../core/db/queries/packs.js';
import { query } from '../../core/db/query.js';
import { cents } from '../../core/domain/money.js';
import { openStore } from '../../core/parts.js';
import { publishEvent } from '../storefront/support/public-photo.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { lacksBrowser, launchChromium } from './support/chromium.js';

const BIB = '7';

describe.skipIf(lacksBrowser)('the viewer in a real browser', () => {
  let storefront: TestStorefront;
  let browser: Browser;
  let visit: BrowserContext | undefined;
  let page: Page;
  /** The runner's photos, as the gallery has them. */
  let places: string[];
  const failures: string[] = [];
  /** Pages of photos that were asked for, in order. */
  const asked: string[] = [];

  beforeAll(async () => {
    storefront = await startStorefront();
    const { db, home, shop } = storefront;
    const event = await publishEvent(storefront, 'spring-run');
    const store = await openStore(locateDataHome({ FOCUSRACER_HOME: home }), shop.settings);
    await fillStorefrontEvent({ db, store }, event.id, { photos: 300, entries: 10 });
    await query(
      db,
      `delete from tags where bib = :bib and photo_id not in (
      select photo_id from tags where bib = :bib order by photo_id limit 18)`,
      { bib: BIB },
    );
    await insertPack(db, event.id, {
      kind: 'photos',
      quantity: 1,
      size: 'hd',
      price: cents(800),
      availableFrom: undefined,
      availableUntil: undefined,
    });
    browser = await launchChromium();
  });
  beforeEach(async () => {
    await query(storefront.db, 'delete from rate_limits');
    await open({ hasTouch: true });
    await page.goto(`/events/spring-run?q=${BIB}`);
    places = await page.locator('a.tile-link').evaluateAll((links) => links.map(String));
    asked.length = 0;
  });
  afterAll(async () => {
    await browser.close();
    await storefront.close();
  });

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    await visit?.close();
    visit = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'en-IE',
      baseURL: storefront.url,
      ...options,
    });
    visit.setDefaultTimeout(20_000);
    page = await visit.newPage();
    failures.length = 0;
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('request', (request) => {
      if (/\/photos\/[0-9a-f-]{36}(\?|$)/.test(request.url())) asked.push(request.url());
    });
  }

  const place = (index: number) => places[index] ?? '';
  const idIn = (address: string) => /photos\/([0-9a-f-]{36})/.exec(address)?.[1] ?? '';
  /** Marks the document: it is gone after a page load. */
  const mark = () => page.evaluate('window.sameDocument = true');
  const isSameDocument = () => page.evaluate<boolean>('window.sameDocument === true');

  /** The page of that photo is there, all of it. */
  async function expectShown(address: string): Promise<void> {
    await page.waitForURL(address);
    await page
      .locator(`[data-part=buy] input[name=photoId][value="${idIn(address)}"]`)
      .waitFor({ state: 'attached' });
    await page.locator('[data-viewer]:not([aria-busy])').waitFor();
    const picture = await page.locator('[data-stage] img').getAttribute('src');
    expect(picture).toContain(idIn(address));
    const facts = await page.locator('[data-share]').getAttribute('href');
    expect(facts).toContain(idIn(address));
  }

  async function swipe(across: number, down = 0): Promise<void> {
    const devtools = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
      });
    await touch('touchStart', 195, 250);
    for (const part of [0.25, 0.5, 0.75, 1])
      await touch('touchMove', 195 + across * part, 250 + down * part);
    await touch('touchEnd', 0, 0);
    await devtools.detach();
  }

  it('turns photos over by key and swipe without loading a page; back and reload show what the address says', async () => {
    await page.goto(place(0));
    await mark();
    await page.keyboard.press('ArrowRight');
    await expectShown(place(1));
    const second = await page.title();
    await swipe(-200);
    await expectShown(place(2));
    await swipe(200);
    await expectShown(place(1));
    expect(await page.title()).toBe(second);
    // Down, and too short: somebody scrolls, or has a trembling thumb.
    await swipe(-60, 150);
    await swipe(-30);
    await page.waitForTimeout(400);
    await expectShown(place(1));
    await page.evaluate('scrollTo(0, 0)');
    await page.goBack();
    await expectShown(place(2));
    await page.goForward();
    await expectShown(place(1));
    expect(await isSameDocument()).toBe(true);
    await page.reload();
    await expectShown(place(1));
    expect(await page.title()).toBe(second);
    await page.keyboard.press('Escape');
    await page.waitForURL(`**/events/spring-run?q=${BIB}`);
    expect(failures).toEqual([]);
  });

  it('asks for no page of photos that fly by, and remembers only those that somebody stayed with', async () => {
    await page.goto(place(0));
    await mark();
    asked.length = 0;
    // Faster than this machine sends keys, however busy it is.
    await page.evaluate(`for (let step = 0; step < 5; step += 1)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))`);
    await expectShown(place(5));
    expect(asked.map(idIn)).toEqual([idIn(place(5))]);
    await page.goBack();
    await expectShown(place(0));
    expect(await isSameDocument()).toBe(true);
  });

  it('goes on beyond the dozen photos that it knows', async () => {
    await page.goto(place(0));
    await mark();
    for (let step = 0; step < 17; step += 1) await page.keyboard.press('ArrowRight');
    await expectShown(place(17));
    expect(await page.locator('[data-next]').isHidden()).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(300);
    await expectShown(place(17));
    expect(await isSameDocument()).toBe(true);
  });

  it('has the runner’s other photos in a strip, and says aloud which one is shown', async () => {
    await page.goto(place(3));
    await mark();
    const strip = page.locator('[data-strip] a');
    expect(await strip.evaluateAll((links) => links.map(String))).toEqual(places.slice(0, 16));
    await strip.nth(5).click();
    await expectShown(place(5));
    const current = page.locator('[data-strip] a[aria-current=true]');
    expect(await current.evaluateAll((links) => links.map(String))).toEqual([place(5)]);
    const spoken = await page.locator('[data-announce]').textContent();
    expect(spoken).toMatch(new RegExp(`^Photo of bib .*${BIB}`));
    expect(await isSameDocument()).toBe(true);
  });

  it('keeps the focus where it is, and off what has gone', async () => {
    await page.goto(place(16));
    await page.focus('[data-next]');
    await page.keyboard.press('Enter');
    await expectShown(place(17));
    expect(await page.evaluate('document.activeElement.hasAttribute("data-stage")')).toBe(true);
    await page.focus('[data-part=facts] button.chip');
    await page.keyboard.press('ArrowLeft');
    await expectShown(place(16));
    expect(await page.evaluate('document.activeElement.className')).toBe('chip');
  });

  it('puts the photo that is seen into the cart, in the size that was chosen, without leaving it', async () => {
    await page.goto(place(0));
    await mark();
    await page.check('input[name=size][value=web]');
    await page.keyboard.press('Tab');
    await page.click('[data-next]');
    // At once: the page of the second photo is not there yet.
    await page.click('.buy-form button');
    await page.locator('[data-in-cart]').waitFor();
    await expectShown(place(1));
    expect(await isSameDocument()).toBe(true);
    expect(await page.locator('[data-cart-link]').innerText()).toContain('1');
    const [session] = await query<{ data: { carts: unknown } }>(
      storefront.db,
      'select data from sessions',
    );
    expect(session?.data.carts).toEqual({
      'spring-run': [{ photoId: idIn(place(1)), size: 'web' }],
    });
  });

  it('waits quietly where the shop asks for patience, and loads the page where nothing else helps', async () => {
    await page.goto(place(0));
    await mark();
    let refusals = 1;
    await page.route(place(1), async (route) => {
      if (refusals-- > 0) await route.fulfill({ status: 429, headers: { 'Retry-After': '1' } });
      else await route.continue();
    });
    await page.keyboard.press('ArrowRight');
    await expectShown(place(1));
    expect(await isSameDocument()).toBe(true);
    refusals = 1;
    await page.route(place(2), async (route) => {
      if (refusals-- > 0) await route.fulfill({ status: 500 });
      else await route.continue();
    });
    await page.keyboard.press('ArrowRight');
    await expect.poll(isSameDocument, { timeout: 20_000 }).toBe(false);
    await expectShown(place(2));
  });

  it('fills the screen, on an iPhone too, and gives it back', async () => {
    for (const hasOwn of [true, false]) {
      await open({ viewport: { width: 1440, height: 900 } });
      if (!hasOwn)
        await page.addInitScript(
          `Object.defineProperty(document, 'fullscreenEnabled', { value: false })`,
        );
      await page.goto(place(0));
      await page.click('[data-full-screen]');
      await page.locator('.stage-full').waitFor();
      const size = await page
        .locator('[data-stage]')
        .evaluate((one) => [one.clientWidth, one.clientHeight]);
      expect(size).toEqual([1440, 900]);
      // Nothing behind it can be reached.
      expect(await page.locator('[data-part=buy]').evaluate((one) => one.matches('[inert]'))).toBe(
        true,
      );
      await page.keyboard.press('ArrowRight');
      await expectShown(place(1));
      // The browser's own keys are not a script's; its button is.
      if (hasOwn) await page.click('[data-full-screen]');
      else await page.keyboard.press('Escape');
      await page.locator('.stage-full').waitFor({ state: 'detached' });
      expect(await page.locator('[data-part=buy]').evaluate((one) => one.matches('[inert]'))).toBe(
        false,
      );
      await expectShown(place(1));
    }
  });

  it('is enlarged to the pixels of the preview and no further, moved about, and let go', async () => {
    await open({ viewport: { width: 1440, height: 900 } });
    await page.goto(place(0));
    const picture = page.locator('[data-stage] img');
    const widthOf = async () => Math.round((await picture.boundingBox())?.width ?? 0);
    const whole = await widthOf();
    await picture.dblclick();
    await expect.poll(widthOf).toBe(1200);
    await page.mouse.wheel(0, -2000);
    await page.waitForTimeout(100);
    expect(await widthOf()).toBe(1200);
    const before = await picture.boundingBox();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await picture.boundingBox())?.x).toBe((before?.x ?? 0) - 60);
    await page.waitForURL(place(0));
    await page.keyboard.press('Escape');
    await expect.poll(widthOf).toBe(whole);
    await page.click('[data-zoom]');
    await expect.poll(widthOf).toBe(1200);
    await page.click('[data-zoom]');
    await expect.poll(widthOf).toBe(whole);
  });

  it('is enlarged by two fingers and by two taps', async () => {
    await page.goto(place(0));
    const picture = page.locator('[data-stage] img');
    const widthOf = async () => Math.round((await picture.boundingBox())?.width ?? 0);
    const devtools = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spread: number) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [
                { x: 195 - spread, y: 250, id: 0 },
                { x: 195 + spread, y: 250, id: 1 },
              ],
      });
    await touch('touchStart', 20);
    for (const spread of [25, 30, 35, 40]) await touch('touchMove', spread);
    await touch('touchEnd', 0);
    // Twice as far apart, but for the last move, which a busy browser may leave out.
    await expect.poll(widthOf).toBeGreaterThan(700);
    expect(await widthOf()).toBeLessThan(790);
    // What is enlarged is moved about, not turned over.
    await swipe(-200);
    await page.waitForTimeout(300);
    await page.waitForURL(place(0));
    // By a clock of their own: this machine may be slower than two taps.
    const now = Date.now() / 1000;
    for (const [at, wanted] of [
      [0, 390],
      [10, 1200],
    ] as const) {
      for (const [after, type] of [
        [0, 'touchStart'],
        [0.05, 'touchEnd'],
        [0.1, 'touchStart'],
        [0.15, 'touchEnd'],
      ] as const)
        await devtools.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x: 195, y: 220 }],
          timestamp: now + at + after,
        });
      await expect.poll(widthOf).toBe(wanted);
    }
  });

  it.each([
    ['a phone', { width: 390, height: 844 }],
    ['a desk', { width: 1440, height: 900 }],
  ])('has price and button in view on %s', async (_name, viewport) => {
    await open({ viewport });
    await page.goto(place(0));
    const button = await page.locator('.buy-form button').boundingBox();
    expect((button?.y ?? Infinity) + (button?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    const prices = page.locator('.buy-form strong', { hasText: '€' });
    const inView = await prices.evaluateAll(
      (all, height) =>
        all.filter((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return bottom > top && top >= 0 && bottom <= height;
        }).length,
      viewport.height,
    );
    expect(inView).toBeGreaterThan(0);
  });

  it('is a page for every photo without a script', async () => {
    await open({ javaScriptEnabled: false });
    await page.goto(place(0));
    expect(await page.locator('[data-stage-tools]').isHidden()).toBe(true);
    await page.click('[data-next]');
    await page.waitForURL(place(1));
    await page.click('[data-strip] a >> nth=4');
    await page.waitForURL(place(4));
    await page.click('.buy-form button');
    await page.locator('[data-in-cart]').waitFor();
    await page.click('[data-back]');
    await page.waitForURL(`**/events/spring-run?q=${BIB}`);
  });
});
