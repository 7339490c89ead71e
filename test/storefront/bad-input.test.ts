import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import type { Answer } from './support/browser.js';
import { buy, checkoutFields, choose, orderPhotos } from './support/buying.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { rawRequest } from './support/raw-request.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;
let other: PublishedEvent;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'spring-run', photos: 4 });
  other = await publishEvent(storefront, { name: 'other-run', photos: 1 });
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const photo = (index: number): string => published.photos[index]?.id ?? '';

/** Does the work while a column of a row is set, and sets it back. */
async function whileSet(
  what: { readonly set: string; readonly back: string },
  work: () => Promise<void>,
): Promise<void> {
  await query(storefront.db, what.set);
  try {
    await work();
  } finally {
    await query(storefront.db, what.back);
  }
}

function takenDown(id: string) {
  const set = (at: string) => `update photos set taken_down_at = ${at} where id = '${id}'`;
  return { set: set('now()'), back: set('null') };
}

function archived() {
  const set = (state: string) => `update events set state = '${state}' where slug = 'spring-run'`;
  return { set: set('archived'), back: set('published') };
}

async function count(table: string): Promise<number> {
  const [row] = await query<{ rows: number }>(
    storefront.db,
    `select count(*)::int as rows from ${table}`,
  );
  return row?.rows ?? 0;
}

const stateOf = ({ page }: Answer) =>
  page.querySelector('[data-order-state]')?.getAttribute('data-order-state');

describe('a photo that is taken down', () => {
  it('while the checkout is filled in is not sold, and the cart says why', async () => {
    const browser = storefront.browser();
    await browser.post('/events/spring-run/cart', { photoId: [photo(0), photo(1)], size: 'hd' });
    const checkout = await browser.get('/events/spring-run/checkout');
    const orders = await count('orders');
    await whileSet(takenDown(photo(1)), async () => {
      const answer = await browser.post('/events/spring-run/checkout', {
        ...checkoutFields(checkout),
        email: 'runner@example.org',
      });
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        '/events/spring-run/cart',
      ]);
      expect(await count('orders')).toBe(orders);
      const cart = await browser.follow(answer);
      expect(cart.page.querySelectorAll('.cart-photo')).toHaveLength(1);
      expect(cart.page.querySelector('[role=status]')?.text).toContain('taken down');
    });
  });

  it('after the order and before the money is delivered until the seller decides', async () => {
    const browser = storefront.browser();
    const placed = await orderPhotos(browser, published, [photo(0), photo(1)]);
    await whileSet(takenDown(photo(1)), async () => {
      const order = await choose(browser, placed, 'paid');
      expect(stateOf(await browser.get(order))).toBe('paid');
      for (const index of [0, 1])
        expect((await browser.get(`${order}/photos/${photo(index)}`)).status).toBe(200);
    });
  });
});

describe('an event that is archived between the order and the payment', () => {
  it('delivers what is paid all the same', async () => {
    const browser = storefront.browser();
    const placed = await orderPhotos(browser, published, [photo(0)]);
    await whileSet(archived(), async () => {
      const order = await choose(browser, placed, 'paid');
      expect(stateOf(await browser.get(order))).toBe('paid');
      expect((await browser.get(`${order}/photos/${photo(0)}`)).status).toBe(200);
    });
  });
});

describe('a double click on "pay"', () => {
  it('pays once, and leads to the same order', async () => {
    const browser = storefront.browser();
    const placed = await orderPhotos(browser, published, [photo(2)]);
    const payment = await browser.follow(placed);
    const action = payment.page.querySelector('main form')?.getAttribute('action') ?? '';
    const [entries, mails] = [await count('ledger_entries'), await count('mails')];
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => browser.post(action, { outcome: 'paid' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    const once = await buyOnce();
    expect((await count('ledger_entries')) - entries).toBe(2 * once.entries);
    expect((await count('mails')) - mails).toBe(2 * once.mails);
  });

  /** What one payment without haste writes. */
  async function buyOnce(): Promise<{ entries: number; mails: number }> {
    const [entries, mails] = [await count('ledger_entries'), await count('mails')];
    await buy(storefront.browser(), published, [photo(3)]);
    return {
      entries: (await count('ledger_entries')) - entries,
      mails: (await count('mails')) - mails,
    };
  }
});

describe('a cart that is filled and emptied without end', () => {
  it('is refused in words for the rest of the minute, and stays as it was', async () => {
    const browser = storefront.browser();
    await browser.post('/events/spring-run/cart', { photoId: photo(0), size: 'hd' });
    await browser.get('/events/spring-run');
    const answers = await Promise.all(
      Array.from({ length: 120 }, () =>
        browser.post('/events/spring-run/cart/items', { remove: photo(3) }),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.page.querySelector('h1')?.text).toBe('Catch your breath');
    await query(storefront.db, 'delete from rate_limits');
    const cart = await browser.get('/events/spring-run/cart');
    expect(cart.page.querySelectorAll('.cart-photo')).toHaveLength(1);
  });
});

describe('a search for', () => {
  const searches: readonly [string, string][] = [
    ['SQL', "'; drop table photos; --"],
    ['SQL with wildcards', '%_\\%'],
    ['HTML', '<script>alert(1)</script>"><img src=x onerror=alert(1)>'],
    ['emoji', '🏃‍♀️🥇'.repeat(30)],
    ['half an emoji', `${'a'.repeat(79)}🏃`],
    ['control characters', '\u0000\u202e\ufeff\r\nSet-Cookie: a=b'],
    ['10 kB', 'x'.repeat(10_000)],
    ['a bib of 10 kB', '7'.repeat(10_000)],
  ];
  it.each(searches)('%s finds nothing and breaks nothing', async (_, text) => {
    const q = encodeURIComponent(text);
    const pages = [`/events/spring-run?q=${q}`, `/events?q=${q}`, `/events/spring-run?q=&q=${q}`];
    for (const path of pages) {
      const answer = await storefront.browser().get(path);
      expect([path.slice(0, 40), answer.status]).toEqual([path.slice(0, 40), 200]);
      expect(answer.body).not.toContain('<script>alert');
      expect(answer.page.querySelector('img[onerror]')).toBeNull();
      expect(answer.headers.has('set-cookie') && answer.headers.get('set-cookie')).not.toContain(
        'a=b',
      );
    }
    expect(await count('photos')).toBe(5);
  });

  it('times, days and photographers that are none is one for all', async () => {
    const { page } = await storefront.browser().get('/events/spring-run');
    const all = page.querySelectorAll('[data-photo-id], .photo-tile').length;
    const nonsense = 'day=2026-13-45&from=99:99&until=x&photographer=%27--';
    const answer = await storefront.browser().get(`/events/spring-run?${nonsense}`);
    expect(answer.status).toBe(200);
    expect(answer.page.querySelectorAll('[data-photo-id], .photo-tile')).toHaveLength(all);
  });
});

describe('a NUL', () => {
  it('in an address is the name of nothing', async () => {
    const browser = storefront.browser();
    for (const path of ['/events/%00/cart', '/events/a%00b/checkout', '/pay/test/%00'])
      expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
    const form = { photoId: photo(0), size: 'hd' };
    expect((await browser.post('/events/%00/cart', form)).status).toBe(404);
    expect((await browser.get('/cart')).page.querySelector('a[href*="%00"]')).toBeNull();
  });

  it('in a form is a space', async () => {
    const browser = storefront.browser();
    const withdrawal = { orderNumber: 'FR\0', email: 'a\0@example.org' };
    for (const path of ['/withdrawal', '/withdrawal/confirm'])
      expect([path, (await browser.post(path, withdrawal)).status]).toEqual([path, 422]);
    expect((await browser.post('/events/spring-run/cart/code', { code: 'A\0B' })).status).toBe(303);
    const placed = await orderPhotos(browser, published, [photo(0)], 'run\0ner@example.org');
    expect(placed.status).toBe(422);
  });
});

describe('an address', () => {
  it('of a QR code with an emoji that is cut in two still gives a code', async () => {
    const bib = encodeURIComponent(`${'1'.repeat(19)}🏃`);
    const answer = await storefront.browser().get(`/qr/spring-run.png?bib=${bib}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('of a photo of another event gives no page, teaser, report or take-down', async () => {
    const browser = storefront.browser();
    const path = `/events/spring-run/photos/${other.photos[0]?.id}`;
    for (const page of ['', '/share', '/teaser.jpg'])
      expect([page, (await browser.get(`${path}${page}`)).status]).toEqual([page, 404]);
    for (const form of ['report', 'take-down'])
      expect((await browser.post(`${path}/${form}`, { bib: '1' })).status).toBe(404);
    expect((await browser.get(`/events/other-run/photos/${other.photos[0]?.id}`)).status).toBe(200);
  });
});

describe('forged X-Forwarded-* headers', () => {
  it('change neither links nor mails, nor who is counted, where no proxy is trusted', async () => {
    const forged = {
      'X-Forwarded-Host': 'thief.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Port': '1',
      'X-Forwarded-Prefix': '/thief',
      'X-Original-URL': '/outbox',
    };
    const answer = await rawRequest(`${storefront.url}/events/spring-run`, forged);
    expect(answer.status).toBe(200);
    expect(answer.body.toString() + JSON.stringify(answer.headers)).not.toContain('thief');
    const browser = storefront.browser();
    await browser.get('/events/spring-run/follow');
    const followed = await browser.post(
      '/events/spring-run/follow',
      { email: 'runner@example.org' },
      forged,
    );
    expect(followed.headers.get('location')).toBe('/events/spring-run/follow/sent');
    await storefront.shop.mail.sendDue(storefront.url, new AbortController().signal);
    const [letter] = (await storefront.shop.mail.outbox?.list()) ?? [];
    const { text = '' } = (await storefront.shop.mail.outbox?.read(letter?.id ?? '')) ?? {};
    expect(text).not.toContain('thief');
  });
});
