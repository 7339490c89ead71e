import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeRouter } from '../support/probe-router.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront({
    routers: [probeRouter],
    publicUrl: 'https://photos.example.org',
  });
});
afterAll(() => storefront.close());

async function languageOf(path: string, headers: Record<string, string> = {}) {
  const { page } = await storefront.browser().get(path, headers);
  return page.querySelector('html')?.getAttribute('lang');
}

describe('the language of a page', () => {
  it.each([
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['en-GB,fr;q=0.5', 'en'],
    ['de,fr;q=0.7,en;q=0.3', 'fr'],
    ['de', 'en'],
    ['*', 'en'],
    ['fr;q=0, en', 'en'],
    ['%%%', 'en'],
  ])('is what the browser asks for: %s gives %s', async (header, language) => {
    expect(await languageOf('/probe', { 'Accept-Language': header })).toBe(language);
  });

  it('is what was chosen, from then on', async () => {
    const browser = storefront.browser();
    await browser.get('/probe?lang=fr', { 'Accept-Language': 'en' });
    const next = await browser.get('/probe', { 'Accept-Language': 'en' });
    expect(next.page.querySelector('html')?.getAttribute('lang')).toBe('fr');
    expect(next.headers.get('content-language')).toBe('fr');
    expect(next.headers.get('vary')).toContain('Accept-Language');
  });

  it('is one of ours, whatever is asked for', async () => {
    for (const wanted of ['xx', '', '<script>', 'constructor'])
      expect.soft(await languageOf(`/probe?lang=${encodeURIComponent(wanted)}`), wanted).toBe('en');
    expect(await languageOf('/probe', { Cookie: 'lang=__proto__' })).toBe('en');
  });

  it('is offered to search engines in each, at the public address', async () => {
    const { page } = await storefront.browser().get('/probe?lang=fr&page=2');
    const alternates = page
      .querySelectorAll('link[rel=alternate]')
      .map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]);
    expect(alternates).toEqual([
      ['en', 'https://photos.example.org/probe?page=2&lang=en'],
      ['fr', 'https://photos.example.org/probe?page=2&lang=fr'],
      ['x-default', 'https://photos.example.org/probe?page=2'],
    ]);
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://photos.example.org/probe?page=2&lang=fr',
    );
  });
});
