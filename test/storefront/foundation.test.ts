import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront();
});
afterAll(() => storefront.close());

describe('the storefront', () => {
  it('answers what does not exist with a page in the layout', async () => {
    const answer = await storefront.browser().get('/nowhere');
    expect(answer.status).toBe(404);
    console.log(answer.body);
  });
  it('theme', async () => {
    const b = storefront.browser();
    const answer = await b.post('/theme', { theme: 'dark', returnTo: '/nowhere?a=1' });
    expect(answer.status).toBe(303);
    console.log((await b.follow(answer)).body.slice(0, 200), storefront.logLines, b.cookies);
    console.log((await b.get('/nowhere', { 'accept-language': 'fr-FR,fr' })).headers);
  });
});
