import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../storefront/log.js';
import { probeRouter } from './support/probe-router.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront({ routers: [probeRouter] });
});
afterAll(() => storefront.close());

describe('the log', () => {
  it('has a line for every request, by the id that the visitor sees', async () => {
    const answer = await storefront.browser().get('/probe');
    const requestId = answer.headers.get('x-request-id');
    const line = storefront.logLines.find((one) => one.includes(String(requestId))) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: '/probe', status: 200 });
  });

  it('holds nothing that a person can be known by, nor what opens an order', async () => {
    const browser = storefront.browser();
    await browser.post('/cart', { email: 'lea@example.org' });
    await browser.get('/probe?name=Lefebvre&bib=1204', { Referer: 'http://127.0.0.1/?q=Durand' });
    await browser.get('/orders/b3JkZXItdG9rZW4tMzItYnl0ZXM/photos/1');
    await browser.get('/fails/bug');
    const text = storefront.logLines.join('');
    expect(text).toContain('"route":"/fails/:kind"');
    for (const secret of ['lea@example.org', 'Lefebvre', '1204', 'Durand', 'b3JkZXIt', '127.0.0.1'])
      expect.soft(text, secret).not.toContain(secret);
    for (const [, value] of browser.cookies) expect(text).not.toContain(value.slice(0, 20));
  });

  it('strikes out private fields, and the values in a failed statement', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    log.info({ order: { email: 'lea@example.org', number: 12 } }, 'paid');
    const error = new Error(
      `insert into orders (email) values ('lea@example.org') - null value in column "x"`,
    );
    log.error({ err: error }, 'failed');
    expect(lines.join('')).not.toContain('lea@example.org');
    expect(lines[0]).toContain('"number":12');
    expect(lines[1]).toContain('null value in column');
    const token = 'b'.repeat(43);
    log.error({ err: new Error('failed', { cause: new Error(`/orders/${token}`) }) }, 'failed');
    expect(lines[2]).toContain('/orders/[token]');
  });
});
