import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import type { Answer } from './support/browser.js';
import { addPhoto, publishEvent } from './support/public-photo.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let photoPath: string;
beforeAll(async () => {
  storefront = await startStorefront();
  const event = await publishEvent(storefront, 'Refused');
  photoPath = `/events/${event.slug}/photos/${await addPhoto(storefront, event, 'one')}`;
});
afterAll(() => storefront.close());
beforeEach(() => query(storefront.db, 'delete from rate_limits'));

const GUESSES = 10;

/** A photo's page until it is refused, by a client that keeps no cookie. */
async function refusedPhoto(headers: Record<string, string> = {}): Promise<Answer> {
  for (let times = 0; times < 100; times += 1) {
    const client = storefront.browser();
    const answer = await client.get(photoPath, headers);
    if (answer.status !== 200) return answer;
  }
  throw new Error('Expected a refusal');
}

describe('a page that is refused', () => {
  it('says when to come back, comes by itself, and leads to where it is not refused', async () => {
    const { status, headers, page } = await refusedPhoto();
    expect(status).toBe(429);
    const seconds = headers.get('retry-after');
    expect(Number(seconds)).toBeGreaterThanOrEqual(2);
    expect(headers.get('refresh')).toBe(seconds);
    expect(page.querySelector('[data-wait]')?.getAttribute('data-wait')).toBe(seconds);
    expect(page.querySelector('[role=status]')?.text).toContain('The page comes by itself.');
    const way = page.querySelector('main a.button')?.getAttribute('href') ?? '';
    expect(way).toBe('/events/refused');
    expect((await storefront.browser().get(way)).status).toBe(200);
  });

  it('comes to whoever waits that long, with the token given beside the refusal', async () => {
    await refusedPhoto();
    await query(storefront.db, 'delete from visitors');
    const visitor = storefront.browser();
    const refused = await visitor.get(photoPath);
    expect(refused.status).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await visitor.get(photoPath)).status).toBe(200);
  });

  it('is told to scripts as JSON, with the seconds', async () => {
    const { status, headers, body } = await refusedPhoto({ Accept: 'application/json' });
    expect(status).toBe(429);
    expect(JSON.parse(body)).toEqual({
      error: {
        code: 'request.too-many',
        requestId: headers.get('x-request-id'),
        retryAfterSeconds: Number(headers.get('retry-after')),
      },
    });
  });
});

describe('a form that is refused', () => {
  it('is not lost: the answer holds it, to be sent again', async () => {
    const visitor = storefront.browser();
    await visitor.get('/');
    const path = '/events/refused/cart/code';
    const send = () => visitor.post(path, { code: '<CLUB "10">', other: ['a', 'b'] });
    for (let times = 0; times < GUESSES; times += 1) expect((await send()).status).toBe(303);
    const { status, headers, page } = await send();
    expect(status).toBe(429);
    expect(headers.get('refresh')).toBeNull();
    const form = page.querySelector('form[data-send-again]');
    expect(form?.getAttribute('action')).toBe(path);
    const fields = form?.querySelectorAll('input').map((input) => ({
      name: input.getAttribute('name'),
      value: input.getAttribute('value'),
    }));
    expect(fields?.slice(1)).toEqual([
      { name: 'code', value: '<CLUB "10">' },
      { name: 'other', value: 'a' },
      { name: 'other', value: 'b' },
    ]);
    expect(page.querySelector('main a')?.getAttribute('href')).toBe('/');
    await query(storefront.db, 'delete from rate_limits');
    const csrfToken = fields?.[0]?.value ?? '';
    expect((await visitor.post(path, { csrfToken, code: 'CLUB' })).status).toBe(303);
  });

  it('does not come again by itself where the wait is a day', async () => {
    const visitor = storefront.browser();
    await visitor.get('/');
    for (let times = 0; times <= GUESSES; times += 1)
      await visitor.post('/events/refused/cart/code', { code: 'x' });
    await query(storefront.db, `update rate_limits set resets_at = now() + interval '1 day'`);
    const refused = await visitor.post('/events/refused/cart/code', { code: 'x' });
    expect(refused.status).toBe(429);
    expect(refused.page.querySelector('[data-wait]')).toBeNull();
    expect(refused.page.querySelector('[role=status]')?.text).toMatch(/Try again in 24.hours\./);
  });
});

it('is counted for whoever watches the shop', async () => {
  await refusedPhoto();
  const { body } = await storefront.browser().get('/metrics');
  expect(body).toMatch(/rate_limit_refusals_total\{limit="photos"\} [1-9]/);
});
