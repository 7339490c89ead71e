import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { loadSelfies } from '../../core/bench/selfie-load.js';

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A storefront with one form, which it answers with a status; gives its origin and what was posted. */
async function formServer(status: number) {
  const posted: { url: string | undefined; cookie: string | undefined; body: string }[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (request.method === 'GET') {
      response.setHeader('Set-Cookie', ['csrf=c1; HttpOnly', 'session=s1']);
      response.end(
        '<form action="/events/bench/selfie?csrfToken=t1"><input name="consent" value="m1">',
      );
      return;
    }
    let body = '';
    for await (const chunk of request) body += String(chunk);
    posted.push({ url: request.url, cookie: request.headers.cookie, body });
    response.writeHead(status).end();
  }
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  // A server on TCP has an address of this kind once it listens.
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, posted };
}

const picture = new TextEncoder().encode('a face');

describe('a load of selfies', () => {
  it('posts the picture with consent, token and cookies, and once more for what is loaded first', async () => {
    const { origin, posted } = await formServer(303);
    const report = await loadSelfies({ origin, slug: 'bench', picture, searches: 2 });
    expect(report.searches).toBe(2);
    expect(posted).toHaveLength(3);
    expect(posted[0]).toMatchObject({
      url: '/events/bench/selfie?csrfToken=t1',
      cookie: 'csrf=c1; session=s1',
    });
    expect(posted[0]?.body).toMatch(/name="consent"\s+m1[\s\S]*a face/);
  });

  it('is no measurement where the storefront refuses the picture', async () => {
    const { origin } = await formServer(400);
    await expect(loadSelfies({ origin, slug: 'bench', picture, searches: 1 })).rejects.toThrow(
      'HTTP 400',
    );
  });
});
