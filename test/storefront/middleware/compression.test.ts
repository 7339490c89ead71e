import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPhoto, publishEvent } from '../support/public-photo.js';
import { rawRequest } from '../support/raw-request.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
let photoId: string;
beforeAll(async () => {
  storefront = await startStorefront();
  const event = await publishEvent(storefront, 'spring-run');
  // Text, in which a compressor would find much.
  const body = Buffer.from('photo '.repeat(1000));
  photoId = await addPhoto(storefront, event, 'one', { bodies: { thumbnail: body } });
});
afterAll(() => storefront.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  rawRequest(`${storefront.url}${path}`, { 'accept-encoding': 'br, gzip', ...headers });

describe('compression', () => {
  it('shrinks pages, styles and scripts', async () => {
    const page = await ask('/events/spring-run');
    expect(page.headers['content-encoding']).toBe('br');
    expect(page.headers.vary).toContain('Accept-Encoding');
    expect(brotliDecompressSync(page.body).toString()).toContain('</html>');
    for (const file of ['css/site.css', 'css/gallery.css', 'js/gallery.js']) {
      const { headers } = await ask(storefront.context.assets.url(file));
      expect.soft(headers['content-encoding'], file).toBe('br');
      expect.soft(headers['cache-control'], file).toContain('immutable');
    }
  });

  it('serves whoever takes none', async () => {
    const page = await ask('/events/spring-run', { 'accept-encoding': 'identity' });
    expect(page.headers['content-encoding']).toBeUndefined();
    expect(page.body.toString()).toContain('</html>');
  });

  it('leaves pictures and letters alone', async () => {
    const paths = [
      `/images/thumbnail/${photoId}.jpg`,
      storefront.context.assets.url('fonts/text.woff2'),
    ];
    for (const path of paths) {
      const { status, headers } = await ask(path);
      expect.soft(status, path).toBe(200);
      expect.soft(headers['content-encoding'], path).toBeUndefined();
      expect.soft(Number(headers['content-length']), path).toBeGreaterThan(1000);
    }
  });

  it('leaves a part of a file alone, whose bytes are counted as they are stored', async () => {
    const path = storefront.context.assets.url('css/gallery.css');
    const { status, headers, body } = await ask(path, { range: 'bytes=0-1999' });
    expect(status).toBe(206);
    expect(headers['content-range']).toMatch(/^bytes 0-1999\//);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.length).toBe(2000);
  });

  it.each([
    ['cross-site', undefined],
    ['same-site', undefined],
    [undefined, undefined],
    ['same-origin', 'br'],
    ['none', 'br'],
  ])('of a page with a visitor’s token, asked for from %s: %s', async (site, encoding) => {
    const { headers } = await ask('/events/spring-run?q=csrfToken', {
      cookie: 'csrf=known',
      ...(site !== undefined && { 'sec-fetch-site': site }),
    });
    expect(headers['content-encoding']).toBe(encoding);
  });
});
