import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeRouter } from '../support/probe-router.js';
import { rawRequest } from '../support/raw-request.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront({
    routers: [probeRouter],
    publicUrl: 'https://photos.example.org',
  });
});
afterAll(() => storefront.close());

describe('every answer', () => {
  it('lets the browser run and load nothing but our own', async () => {
    for (const path of ['/probe', '/nowhere', '/healthz', '/images/preview/x.jpg']) {
      const { headers } = await rawRequest(`${storefront.url}${path}`);
      const policy = String(headers['content-security-policy']);
      const directives = new Map(
        policy.split(';').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
      );
      expect.soft(directives.get('default-src'), path).toBe("'none'");
      expect.soft(directives.get('script-src'), path).toBe("'self'");
      expect.soft(directives.get('style-src'), path).toBe("'self'");
      expect.soft(directives.get('frame-ancestors'), path).toBe("'none'");
      expect.soft(policy, path).not.toMatch(/unsafe|stripe|\*/);
      expect.soft(headers['x-content-type-options'], path).toBe('nosniff');
      expect.soft(headers['referrer-policy'], path).toBe('same-origin');
      expect.soft(headers['x-powered-by'], path).toBeUndefined();
    }
  });

  it('has no script, style or handler within the page', async () => {
    const { page, body } = await storefront.browser().get('/probe');
    for (const script of page.querySelectorAll('script')) {
      expect(script.getAttribute('src')).toMatch(/^\/assets\//);
      expect(script.text).toBe('');
    }
    expect(page.querySelectorAll('style')).toEqual([]);
    expect(body).not.toMatch(/\sstyle="|\son[a-z]+="|javascript:/i);
  });
});

describe('a forged Host', () => {
  it('appears nowhere: links are those of the configured address', async () => {
    const headers = {
      Host: 'thief.example',
      'X-Forwarded-Host': 'thief.example',
      Forwarded: 'host=thief.example',
      Accept: 'text/html',
    };
    const answer = await rawRequest(`${storefront.url}/probe`, headers);
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).not.toContain('thief.example');
    expect(JSON.stringify(answer.headers)).not.toContain('thief.example');
    expect(answer.body.toString()).toContain('href="https://photos.example.org/probe"');
  });

  it('cannot be smuggled in by an absolute or doubled address', async () => {
    const answer = await rawRequest(`${storefront.url}//thief.example/x`, { Accept: 'text/html' });
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toMatch(/(?:href|content|value)="(?:https?:)?\/\/thief/);
  });
});

describe('the assets', () => {
  it('are kept for ever under their version, and asked for again under another', async () => {
    const { page } = await storefront.browser().get('/probe');
    const links = [
      ...page.querySelectorAll('link[rel=stylesheet], link[rel=preload], link[rel=icon]'),
    ].map((link) => link.getAttribute('href') ?? '');
    const scripts = page.querySelectorAll('script').map((one) => one.getAttribute('src') ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const path of [...links, ...scripts]) {
      const answer = await rawRequest(`${storefront.url}${path}`);
      expect.soft(answer.status, path).toBe(200);
      expect
        .soft(answer.headers['cache-control'], path)
        .toBe('public, max-age=31536000, immutable');
      const old = await rawRequest(`${storefront.url}${path.replace(/assets\/\w+/, 'assets/old')}`);
      expect.soft([old.status, old.headers['cache-control']], path).toEqual([200, 'no-cache']);
    }
  });

  it('are no way to other files', async () => {
    const { version } = storefront.context.assets;
    for (const path of ['../server.js', '%2e%2e/server.js', 'fonts/../../server.js', 'fonts/x', ''])
      expect
        .soft((await rawRequest(`${storefront.url}/assets/${version}/${path}`)).status, path)
        .toBeGreaterThanOrEqual(400);
  });
});
