import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { publishEvent, type PublishedEvent } from '../storefront/support/published-event.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { lacksBrowser, launchChromium } from './support/chromium.js';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
/** Both languages, both themes, both widths. */
const LOOKS = [
  { lang: 'en', colorScheme: 'light', viewport: PHONE },
  { lang: 'fr', colorScheme: 'dark', viewport: PHONE },
  { lang: 'fr', colorScheme: 'light', viewport: DESKTOP },
  { lang: 'en', colorScheme: 'dark', viewport: DESKTOP },
] as const;
const GRAVE = new Set(['serious', 'critical']);

describe.skipIf(lacksBrowser)('pages for everybody', () => {
  let storefront: TestStorefront;
  let published: PublishedEvent;
  let browser: Browser | undefined;
  let visit: BrowserContext | undefined;
  let page: Page;

  beforeAll(async () => {
    storefront = await startStorefront();
    published = await publishEvent(storefront, { name: 'spring-run', photos: 3 });
  });
  beforeEach(async () => {
    await query(storefront.db, 'delete from rate_limits');
    await visit?.close();
    browser ??= await launchChromium();
    visit = await browser.newContext({ locale: 'en-IE', baseURL: storefront.url });
    page = await visit.newPage();
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await browser?.close();
    await storefront.close();
  });

  /** What is wrong with the page that is open, in every look; its address and state stay. */
  async function findings(): Promise<string[]> {
    const found: string[] = [];
    const address = new URL(page.url());
    for (const { lang, colorScheme, viewport } of LOOKS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      address.searchParams.set('lang', lang);
      await page.goto(address.href);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations) {
        if (GRAVE.has(impact ?? ''))
          found.push(`${address.pathname} ${lang} ${colorScheme}: ${id} ${nodes[0]?.html ?? ''}`);
      }
      const overflow = Number(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      );
      if (overflow > 0)
        found.push(`${address.pathname} is ${overflow} px too wide at ${viewport.width}`);
    }
    return found;
  }

  it('has nothing seriously wrong with the public ones', async () => {
    const photo = `/events/spring-run/photos/${published.photos[0]?.id ?? ''}`;
    const paths = [
      '/',
      '/events',
      '/events/spring-run',
      '/events/spring-run?q=9999',
      photo,
      `${photo}/share`,
      '/favourites',
      '/events/spring-run/follow',
      '/legal/notice',
      '/legal/terms',
      '/legal/privacy',
      '/withdrawal',
      '/nowhere',
    ];
    const found: string[] = [];
    for (const path of paths) {
      await query(storefront.db, 'delete from rate_limits');
      await page.goto(path);
      found.push(...(await findings()));
    }
    expect(found).toEqual([]);
  });

  it('has nothing seriously wrong with those of a purchase', async () => {
    const found: string[] = [];
    await page.goto(`/events/spring-run/photos/${published.photos[0]?.id ?? ''}`);
    await page.click('form[action$="/cart"] button');
    await page.waitForLoadState();
    await page.goto('/events/spring-run/cart');
    found.push(...(await findings()));
    await page.click('a[href$="/checkout"]');
    await page.waitForURL('**/checkout**');
    found.push(...(await findings()));
    await page.fill('#email', 'runner@example.org');
    await page.check('input[name=waiver]');
    await page.click('form[data-once] button');
    await page.waitForURL('**/pay/test/**');
    found.push(...(await findings()));
    await page.click('button[value=paid]');
    await page.waitForURL('**/orders/**');
    found.push(...(await findings()));
    expect(found).toEqual([]);
  });
});
