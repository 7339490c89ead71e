import { afterEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../support/raw-request.js';
import {
  startStorefront,
  type StorefrontOptions,
  type TestStorefront,
} from '../support/storefront.js';

let storefront: TestStorefront | undefined;
afterEach(async () => {
  await storefront?.close();
  storefront = undefined;
});

async function opened(options?: StorefrontOptions): Promise<TestStorefront> {
  storefront = await startStorefront(options);
  return storefront;
}

function ask(path: string, headers: Record<string, string> = {}) {
  return fetch(`${storefront?.url ?? ''}${path}`, { headers });
}

describe('/healthz and /readyz', () => {
  it('say that all is well', async () => {
    await opened();
    expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await ask('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ok', database: true, objects: true });
    expect(ready.headers.get('set-cookie')).toBeNull();
  });

  it('tell a process that runs from one that is of use', async () => {
    const { shop } = await opened();
    await shop.close();
    expect((await ask('/healthz')).status).toBe(200);
    const ready = await ask('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'unavailable', database: false, objects: true });
  });
});

describe('/metrics', () => {
  it('counts requests by the pattern of their route, without what stands for a person', async () => {
    await opened();
    await ask('/healthz?name=Lefebvre');
    await ask('/orders/c2VjcmV0LXRva2Vu');
    const text = await (await ask('/metrics')).text();
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/healthz",status="200"} 1',
    );
    expect(text).not.toContain('Lefebvre');
    expect(text).not.toContain('c2VjcmV0LXRva2Vu');
  });

  it('is hidden from what comes through a proxy', async () => {
    await opened();
    expect((await ask('/metrics', { 'X-Forwarded-For': '127.0.0.1' })).status).toBe(404);
  });

  it.each([
    ['a shop with a public address', { publicUrl: 'https://photos.example.org' }],
    ['a shop behind a proxy', { environment: { FOCUSRACER_TRUST_PROXY: '1' } }],
  ])('is hidden without a token in %s: its proxy is local too', async (_, options) => {
    await opened(options);
    expect((await ask('/metrics')).status).toBe(404);
  });

  it('is hidden from a page that points a name of its own at this machine', async () => {
    const { url } = await opened();
    const answer = await rawRequest(`${url}/metrics`, { Host: 'rebound.example' });
    expect(answer.status).toBe(404);
  });

  it('asks for the token where one is set, from this machine too', async () => {
    await opened({ environment: { FOCUSRACER_METRICS_TOKEN: 'a-long-enough-token' } });
    expect((await ask('/metrics')).status).toBe(404);
    expect((await ask('/metrics', { Authorization: 'Bearer another-token-here' })).status).toBe(
      404,
    );
    const headers = {
      Authorization: 'Bearer a-long-enough-token',
      'X-Forwarded-For': '198.51.100.7',
    };
    expect((await ask('/metrics', headers)).status).toBe(200);
  });
});
