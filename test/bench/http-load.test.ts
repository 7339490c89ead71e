import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadHttp } from '../../core/bench/http-load.js';

let server: Server;
let origin: string;
const asked: { path: string; address: string; encodings: string }[] = [];

beforeEach(async () => {
  asked.length = 0;
  server = createServer((request, response) => {
    asked.push({
      path: request.url ?? '',
      address: String(request.headers['x-forwarded-for']),
      encodings: String(request.headers['accept-encoding']),
    });
    if (request.url === '/gone') response.statusCode = 404;
    if (request.url === '/cut') request.socket.destroy();
    else response.end('body');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('loadHttp', () => {
  it('sends as many requests as were due, each from another address and as a browser', async () => {
    const report = await loadHttp({
      origin,
      pathOf: (index) => `/${index}`,
      perSecond: 100,
      seconds: 0.5,
      clients: 4,
    });
    expect(report).toMatchObject({ requests: 50, errors: 0 });
    expect(new Set(asked.map(({ path }) => path)).size).toBe(50);
    expect(new Set(asked.map(({ address }) => address)).size).toBe(50);
    expect(asked[0]?.encodings).toBe('gzip, deflate, br');
    expect(report.latencyMs.p50).toBeLessThanOrEqual(report.latencyMs.p99);
  });

  it('counts what is refused or cut off', async () => {
    const paths = ['/', '/gone', '/cut'];
    const report = await loadHttp({
      origin,
      pathOf: (index) => paths[index % 3] ?? '/',
      perSecond: 300,
      seconds: 0.1,
      clients: 2,
    });
    expect(report).toMatchObject({ requests: 30, errors: 20 });
  });
});
