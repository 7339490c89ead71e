import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import type { Browser } from '../support/browser.js';
import { probeRouter } from '../support/probe-router.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
let second: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront({ routers: [probeRouter] });
  second = await startStorefront({ routers: [probeRouter], beside: storefront });
});
afterAll(async () => {
  await second.close();
  await storefront.close();
});

function sessions(): Promise<{ id: string; data: { carts?: unknown } }[]> {
  return query(storefront.db, `select encode(id_sha256, 'hex') as id, data from sessions`);
}

async function tokenOf(browser: Browser): Promise<{ csrfToken: string }> {
  const { page } = await browser.get('/probe');
  return { csrfToken: page.querySelector('input[name=csrfToken]')?.getAttribute('value') ?? '' };
}

describe('a session', () => {
  it('does not begin before there is something to remember', async () => {
    const browser = storefront.browser();
    await browser.get('/probe');
    expect(browser.cookies.has('session')).toBe(false);
    expect(await sessions()).toEqual([]);
  });

  it('is known to every process, and kept without its id', async () => {
    const browser = storefront.browser();
    await browser.post('/cart');
    const cookie = browser.cookies.get('session') ?? '';
    const answer = await fetch(`${second.url}/cart`, { headers: { cookie: `session=${cookie}` } });
    expect(await answer.json()).toEqual({ race: [{ photoId: 'one', size: 'hd' }] });
    const stored = JSON.stringify(await sessions());
    const id = decodeURIComponent(cookie).replace(/^s:([^.]+).*$/, '$1');
    expect(stored).not.toContain(id);
  });

  it('is a cookie that scripts and other sites do not get', async () => {
    const browser = storefront.browser();
    await browser.get('/probe');
    const answer = await browser.post('/cart');
    const line = answer.headers.getSetCookie().find((one) => one.startsWith('session='));
    expect(line).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  it('is not taken from an invented or altered cookie', async () => {
    const browser = storefront.browser();
    await browser.post('/cart');
    const cookie = browser.cookies.get('session') ?? '';
    for (const forged of ['s%3Aabc.def', cookie.replace(/.$/, 'X'), 'abc']) {
      browser.cookies.set('session', forged);
      expect.soft((await browser.get('/cart')).body, forged).toBe('null');
    }
  });

  it('ends when its time is over, and is swept away', async () => {
    const browser = storefront.browser();
    await browser.post('/cart');
    await query(storefront.db, `update sessions set expires_at = now() - interval '1 second'`);
    expect((await browser.get('/cart')).body).toBe('null');
    await storefront.shop.sweep();
    expect(await sessions()).toEqual([]);
  });

  it('keeps what each of many requests at the same time put into it, over two processes', async () => {
    const browser = storefront.browser();
    await browser.post('/cart');
    const { csrfToken } = await tokenOf(browser);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        fetch(`${index % 2 === 0 ? storefront.url : second.url}/cart`, {
          method: 'POST',
          headers: { cookie },
          body: new URLSearchParams({ csrfToken, photoId: `photo ${index}` }),
          redirect: 'manual',
        }),
      ),
    );
    const { race } = JSON.parse((await browser.get('/cart')).body) as { race: unknown[] };
    expect(race).toHaveLength(13);
  });

  it('lives on while it is used', async () => {
    const browser = storefront.browser();
    await browser.post('/cart');
    await query(storefront.db, `update sessions set expires_at = now() + interval '1 day'`);
    await browser.get('/cart');
    const [row] = await query<{ days: number }>(
      storefront.db,
      'select extract(epoch from max(expires_at) - now()) / 86400 as days from sessions',
    );
    expect(Number(row?.days)).toBeGreaterThan(29);
  });
});

describe('behind https', () => {
  it('cookies are for https and this host alone', async () => {
    const secure = await startStorefront({
      routers: [probeRouter],
      beside: storefront,
      publicUrl: 'https://photos.example.org',
    });
    try {
      const headers = { 'X-Forwarded-Proto': 'https' };
      const browser = secure.browser();
      const page = await browser.get('/probe', headers);
      const answer = await browser.post('/cart', {}, headers);
      const lines = [...page.headers.getSetCookie(), ...answer.headers.getSetCookie()];
      expect([...new Set(lines.map((line) => line.split('=')[0]))].sort()).toEqual([
        '__Host-csrf',
        '__Host-session',
        '__Host-visitor',
      ]);
      for (const line of lines) expect(line).toMatch(/; Secure/);
      expect(page.headers.get('strict-transport-security')).toContain('max-age=31536000');
    } finally {
      await secure.close();
    }
  });
});
