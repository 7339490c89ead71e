import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeRouter } from '../support/probe-router.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront({ routers: [probeRouter] });
});
afterAll(() => storefront.close());

describe('a form', () => {
  it('is taken with the token of its page', async () => {
    expect((await storefront.browser().post('/cart')).status).toBe(303);
  });

  it('keeps working in a page that was open before the session began', async () => {
    const browser = storefront.browser();
    const page = await browser.get('/probe');
    const csrfToken = page.page.querySelector('input[name=csrfToken]')?.getAttribute('value') ?? '';
    await browser.post('/cart');
    await browser.get('/probe');
    expect((await browser.post('/cart', { csrfToken })).status).toBe(303);
  });

  it.each<[string, (token: string) => string]>([
    ['no token', () => ''],
    ['an invented token', () => `${'a'.repeat(64)}.${'b'.repeat(64)}`],
    ['an altered token', (token) => token.replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))],
  ])('is refused with %s, and the visitor is told why', async (_, forge) => {
    const browser = storefront.browser();
    const page = await browser.get('/probe');
    const token = page.page.querySelector('input[name=csrfToken]')?.getAttribute('value') ?? '';
    const answer = await browser.post('/cart', { csrfToken: forge(token) });
    expect(answer.status).toBe(403);
    expect(answer.page.querySelector('h1')?.text).toBe('This page had been open too long');
  });

  it("is refused with another visitor's token", async () => {
    const other = await storefront.browser().get('/probe');
    const csrfToken =
      other.page.querySelector('input[name=csrfToken]')?.getAttribute('value') ?? '';
    const browser = storefront.browser();
    await browser.get('/probe');
    expect((await browser.post('/cart', { csrfToken })).status).toBe(403);
  });

  it.each([
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Site', 'same-site'],
    ['Origin', 'https://thief.example'],
    ['Origin', 'null'],
  ])('is refused from elsewhere, with a good token too (%s: %s)', async (name, value) => {
    const answer = await storefront.browser().post('/cart', {}, { [name]: value });
    expect(answer.status).toBe(403);
  });

  it('with a file is judged by the token in its address, before its body is read', async () => {
    const browser = storefront.browser();
    const page = await browser.get('/probe');
    const token = page.page.querySelector('input[name=csrfToken]')?.getAttribute('value') ?? '';
    const body = () => {
      const form = new FormData();
      form.set('csrfToken', token);
      return form;
    };
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const send = (path: string) =>
      fetch(`${storefront.url}${path}`, { method: 'POST', body: body(), headers: { cookie } });
    expect((await send('/upload')).status).toBe(403);
    expect((await send(`/upload?csrfToken=${token}`)).status).toBe(200);
  });

  it('of another kind cannot bring its token in the address, where it would be seen', async () => {
    const browser = storefront.browser();
    const page = await browser.get('/probe');
    const token = page.page.querySelector('input[name=csrfToken]')?.getAttribute('value') ?? '';
    const answer = await browser.post(`/cart?csrfToken=${token}`, { csrfToken: '' });
    expect(answer.status).toBe(403);
  });

  it('is not asked of mail programs, at the one address they post to', async () => {
    const post = (path: string) => fetch(`${storefront.url}${path}`, { method: 'POST' });
    expect((await post('/unsubscribe?token=x')).status).toBe(200);
    expect((await post('/unsubscribed')).status).toBe(403);
  });
});
