import { chromium, type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { publishedEvent } from '../support/gallery-rows.js';
import { startStorefront, type TestStorefront } from '../storefront/support/storefront.js';
import { chromiumPath, lacksBrowser } from './support/chromium.js';

describe.skipIf(lacksBrowser)('a selfie in a real browser', () => {
  let storefront: TestStorefront;
  let browser: Browser;
  let page: Page;
  let path: string;
  /** Sides of the pictures that were looked at. */
  const seen: [number, number][] = [];

  beforeAll(async () => {
    storefront = await startStorefront({
      describeFaces: ({ width, height }) => {
        seen.push([width, height]);
        return Promise.resolve([]);
      },
    });
    const { slug } = await publishedEvent(storefront.db, 'Face run');
    await query(
      storefront.db,
      `update events set faces = 'index', selfie_legal_basis = 'consent',
         selfie_notice = 'We compare.', selfie_until = current_date + 30`,
    );
    path = `/events/${slug}/selfie`;
    browser = await chromium.launch({
      executablePath: chromiumPath() ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    });
  });
  beforeEach(async () => {
    seen.length = 0;
    await query(storefront.db, 'delete from rate_limits');
    const context = await browser.newContext({
      baseURL: storefront.url,
      viewport: { width: 390, height: 844 },
      locale: 'en-IE',
    });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await storefront.close();
  });

  it('is taken with the camera, taken again, and told in words where it shows no face', async () => {
    await page.goto(path);
    await page.check('input[name=consent]');
    await page.click('[data-camera-open]');
    await page.locator('[data-camera-video]').waitFor();
    await page.click('[data-camera-cancel]');
    await page.click('[data-camera-open]');
    for (const next of ['again', 'send']) {
      await expect
        .poll(() =>
          page.evaluate<number>('document.querySelector("[data-camera-video]").videoWidth'),
        )
        .toBeGreaterThan(0);
      await page.click('[data-camera-take]');
      await page.locator('[data-camera-still]').waitFor();
      await page.click(next === 'again' ? '[data-camera-again]' : '[data-send]');
    }
    await page.locator('[data-problem]', { hasText: 'No face was found' }).waitFor();
    expect(seen).toHaveLength(1);
  });

  it('of a phone is sent small and upright', async () => {
    const large = await sharp({
      create: { width: 4000, height: 3000, channels: 3, background: '#a86' },
    })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await page.goto(path);
    await page.check('input[name=consent]');
    await page.setInputFiles('#picture', { name: 'me.jpg', mimeType: 'image/jpeg', buffer: large });
    await page.click('[data-send]');
    await page.locator('[data-problem]', { hasText: 'No face was found' }).waitFor();
    expect(seen).toEqual([[960, 1280]]);
  });

  it('has the camera on its own page only', async () => {
    const policyOf = async (address: string) =>
      (await page.goto(address))?.headers()['permissions-policy'];
    expect(await policyOf(path)).toBe('camera=(self)');
    expect(await policyOf('/')).toContain('camera=()');
  });
});
