import { afterEach, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { probeRouter } from '../support/probe-router.js';
import { rawRequest } from '../support/raw-request.js';
import {
  startStorefront,
  type StorefrontOptions,
  type TestStorefront,
} from '../support/storefront.js';

const opened: TestStorefront[] = [];
afterEach(async () => {
  for (const storefront of opened.splice(0).reverse()) await storefront.close();
});

async function start(options: StorefrontOptions = {}): Promise<TestStorefront> {
  const storefront = await startStorefront({ routers: [probeRouter], ...options });
  opened.push(storefront);
  return storefront;
}

/** Statuses of so many requests at the same time, spread over the storefronts. */
async function ask(
  storefronts: readonly TestStorefront[],
  times: number,
  headers: (index: number) => Record<string, string> = () => ({}),
): Promise<number[]> {
  const answers = Array.from({ length: times }, (_, index) => {
    const { url } = storefronts[index % storefronts.length]!;
    return rawRequest(`${url}/limited/search`, headers(index));
  });
  return (await Promise.all(answers)).map(({ status }) => status);
}

function refusals(statuses: readonly number[]): number {
  return statuses.filter((status) => status === 429).length;
}

describe('a rate limit', () => {
  it('holds over several processes, for requests that come at the same time', async () => {
    const first = await start();
    const second = await start({ beside: first });
    expect(refusals(await ask([first, second], 40))).toBe(10);
  });

  it('tells how much is left, and then how long to wait, on a friendly page', async () => {
    const { url } = await start();
    const first = await rawRequest(`${url}/limited/selfie`);
    expect(first.headers['ratelimit-policy']).toMatch(/"selfie"; q=5; w=60/);
    expect(first.headers.ratelimit).toMatch(/"selfie"; r=4; t=\d+/);
    for (let times = 0; times < 4; times += 1) await rawRequest(`${url}/limited/selfie`);
    const refused = await rawRequest(`${url}/limited/selfie`, { Accept: 'text/html' });
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.body.toString()).toContain('Catch your breath');
    expect(refused.body.toString()).toContain(`Try again in ${seconds} second`);
    // Another limit counts for itself.
    expect((await rawRequest(`${url}/limited/search`)).status).toBe(200);
  });

  it('lasts a day for what hides photos from everybody, and says so in hours', async () => {
    const { url } = await start();
    const ask = () => rawRequest(`${url}/limited/take-down`, { 'Accept-Language': 'fr' });
    for (let times = 0; times < 20; times += 1) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.body.toString()).toMatch(/Réessayez dans 24\sheures\./);
  });

  it('is not escaped by inventing addresses', async () => {
    const storefront = await start();
    const invented = (index: number) => ({ 'X-Forwarded-For': `198.51.100.${index}` });
    expect(refusals(await ask([storefront], 40, invented))).toBe(10);
  });

  it('counts each client behind a trusted proxy for itself', async () => {
    const storefront = await start({ environment: { FOCUSRACER_TRUST_PROXY: 'loopback' } });
    const different = (index: number) => ({ 'X-Forwarded-For': `198.51.100.${index}` });
    expect(refusals(await ask([storefront], 40, different))).toBe(0);
    // What the client wrote itself comes before what the proxy added.
    const invented = (index: number) => ({ 'X-Forwarded-For': `192.0.2.${index}, 203.0.113.5` });
    expect(refusals(await ask([storefront], 40, invented))).toBe(10);
  });

  it('counts each visitor behind one address for themselves', async () => {
    const storefront = await start();
    const visitors = Array.from({ length: 3 }, () => storefront.browser());
    for (const visitor of visitors) {
      await visitor.get('/probe');
      const statuses = await Promise.all(
        Array.from({ length: 31 }, async () => (await visitor.get('/limited/search')).status),
      );
      expect(refusals(statuses)).toBe(1);
    }
  });

  it('lets no refused visitor use up what those at the same address share', async () => {
    const storefront = await start();
    const visitor = storefront.browser();
    await visitor.get('/probe');
    for (let times = 0; times < 9; times += 1) await visitor.get('/limited/selfie');
    const [shared] = await query<{ hits: number }>(
      storefront.db,
      `select hits from rate_limits order by hits limit 1`,
    );
    expect(shared?.hits).toBe(5);
  });

  it('believes no token that it did not sign', async () => {
    const storefront = await start();
    const visitor = storefront.browser();
    await visitor.get('/probe');
    const given = visitor.cookies.get('visitor') ?? '';
    const invented = (index: number) => ({
      Cookie: `visitor=${String(index).padStart(16, '0')}${given.slice(16)}`,
    });
    expect(refusals(await ask([storefront], 40, invented))).toBe(10);
  });

  it('takes all addresses of one household for one', async () => {
    const storefront = await start({ environment: { FOCUSRACER_TRUST_PROXY: 'loopback' } });
    const addresses = (index: number) => ({
      'X-Forwarded-For': `2001:db8:1:2${index % 10}::${index}`,
    });
    expect(refusals(await ask([storefront], 40, addresses))).toBe(10);
  });

  it('begins anew when its window is over, and keeps no address', async () => {
    const storefront = await start();
    await ask([storefront], 31);
    const rows = await query<{ key: string }>(storefront.db, 'select key from rate_limits');
    expect(rows).toHaveLength(2);
    for (const { key } of rows) expect(key).toMatch(/^search:(?:strangers-)?[\w-]{43}$/);
    await query(storefront.db, `update rate_limits set resets_at = now() - interval '1 second'`);
    expect(refusals(await ask([storefront], 30))).toBe(0);
    await query(storefront.db, `update rate_limits set resets_at = now() - interval '1 second'`);
    await storefront.shop.sweep();
    expect(await query(storefront.db, 'select key from rate_limits')).toEqual([]);
  });
});
