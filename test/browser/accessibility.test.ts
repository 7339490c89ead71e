import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { publishEvent, type PublishedEvent } from '../storefront/support/published-event.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { lacksBrowser, launchChromium } from './support/chromium.js';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
/** Both languages, both themes, both widths; a page is loaded once a language. */
const LOOKS = {
  en: [
    { colorScheme: 'light', viewport: PHONE },
    { colorScheme: 'dark', viewport: DESKTOP },
  ],
  fr: [
    { colorScheme: 'dark', viewport: PHONE },
    { colorScheme: 'light', viewport: DESKTOP },
  ],
} as const;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
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
    await query(
      storefront.db,
      `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       select event_id, id, '777', 'manual', 100, '{}' from photos where event_id = :id`,
      { id: published.event.id },
    );
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
    for (const lang of ['en', 'fr'] as const) {
      address.searchParams.set('lang', lang);
      await page.goto(address.href);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      for (const look of LOOKS[lang])
        for (const finding of await findingsOf(look))
          found.push(`${address.pathname} ${lang} ${look.colorScheme}: ${finding}`);
    }
    return found;
  }

  async function findingsOf({
    colorScheme,
    viewport,
  }: (typeof LOOKS)['en' | 'fr'][number]): Promise<string[]> {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // In legacy mode axe opens no second page; it would only be needed for frames.
    const axe = new AxeBuilder({ page })
      .options({ runOnly: RULES, resultTypes: ['violations'] })
      .setLegacyMode();
    const { violations } = await axe.analyze();
    const found = violations
      .filter(({ impact }) => GRAVE.has(impact ?? ''))
      .map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
    const overflow = Number(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    );
    return overflow > 0 ? [...found, `${overflow} px too wide at ${viewport.width}`] : found;
  }

  it('has nothing seriously wrong with the public ones', async () => {
    const photo = `/events/spring-run/photos/${published.photos[0]?.id ?? ''}`;
    const paths = [
      '/',
      '/events',
      '/events/spring-run',
      '/events/spring-run?q=777',
      '/events/spring-run?q=9999',
      '/events/spring-run?q=777&spot=Nowhere',
      photo,
      `${photo}/share`,
      '/favourites',
      '/events/spring-run/follow',
      // The other legal pages are of the same view.
      '/legal/terms',
      '/withdrawal',
      '/sign-in',
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
    await page.locator('[data-in-cart]').waitFor();
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
