import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeRouter } from '../support/probe-router.js';
import { rawRequest } from '../support/raw-request.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront({ routers: [probeRouter] });
});
afterAll(() => storefront.close());

describe('an error', () => {
  it.each([
    ['input', 400, 'That did not work'],
    ['forbidden', 403, 'Not with this link'],
    ['not-found', 404, 'Nobody at this address'],
    ['conflict', 409, 'Somebody was faster'],
    ['unavailable', 503, 'Back in a moment'],
    ['config', 503, 'Back in a moment'],
    ['bug', 500, 'We stumbled'],
  ])('of the kind %s is answered by %i and a page in words', async (kind, status, title) => {
    const answer = await storefront.browser().get(`/fails/${kind}`);
    expect(answer.status).toBe(status);
    expect(answer.page.querySelector('h1')?.text).toBe(title);
    expect(answer.page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(answer.body).not.toContain('lea@example.org');
    expect(answer.body).toContain(answer.headers.get('x-request-id'));
  });

  it('is told in French, and as JSON to whoever asks for JSON', async () => {
    const browser = storefront.browser();
    const french = await browser.get('/nowhere', { 'Accept-Language': 'fr' });
    expect(french.page.querySelector('h1')?.text).toBe('Personne à cette adresse');
    const answer = await browser.get('/fails/conflict', { Accept: 'application/json' });
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.body)).toEqual({
      error: { code: 'probe.fails', requestId: answer.headers.get('x-request-id') },
    });
  });

  it('is the answer to a form that is too large, and to an address that cannot be read', async () => {
    const large = await storefront.browser().post('/cart', { note: 'x'.repeat(100_000) });
    expect(large.status).toBe(413);
    expect(large.page.querySelector('h1')?.text).toBe('Too much at once');
    expect((await rawRequest(`${storefront.url}/fails/%E0%A4%A`)).status).toBe(400);
    expect((await rawRequest(`${storefront.url}/images/preview/%E0%A4%A.jpg`)).status).toBe(400);
  });

  it('keeps what came from outside out of the markup', async () => {
    const answer = await storefront.browser().get('/nowhere"><script>alert(1)</script>?x="><b>');
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('<script>alert');
    expect(answer.body).not.toContain('"><b>');
    const probe = await storefront.browser().get('/probe');
    expect(probe.body).toContain('&lt;b&gt;advice&lt;/b&gt;');
  });
});
