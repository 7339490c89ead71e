import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront();
});
afterAll(() => storefront.close());

describe('the theme', () => {
  it('is remembered, written into every page, and taken back', async () => {
    const browser = storefront.browser();
    const themeNow = async () =>
      (await browser.get('/nowhere')).page.querySelector('html')?.getAttribute('data-theme');
    expect(await themeNow()).toBeUndefined();
    const answer = await browser.post('/theme', { theme: 'dark', returnTo: '/nowhere?page=2' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/nowhere?page=2']);
    expect(await themeNow()).toBe('dark');
    const { page } = await browser.get('/nowhere');
    expect(page.querySelector('meta[name=color-scheme]')?.getAttribute('content')).toBe('dark');
    expect(page.querySelector('button[value=dark]')?.getAttribute('aria-pressed')).toBe('true');
    await browser.post('/theme', { theme: 'auto', returnTo: '/' });
    expect(await themeNow()).toBeUndefined();
  });

  it('is not what a forged form says', async () => {
    const browser = storefront.browser();
    await browser.post('/theme', { theme: '"><script>', returnTo: '/' });
    expect(browser.cookies.has('theme')).toBe(false);
  });

  it.each([
    'https://thief.example/',
    '//thief.example',
    '/\\thief.example',
    '/..//thief.example',
    'x',
    '',
  ])('never leads to another site (%s)', async (returnTo) => {
    const answer = await storefront.browser().post('/theme', { theme: 'dark', returnTo });
    expect(answer.headers.get('location')).toBe('/');
  });
});
