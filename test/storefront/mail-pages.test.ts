import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enqueueMail } from '../../core/db/queries/mails.js';
import { cents } from '../../core/domain/money.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

const NEVER = new AbortController().signal;

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront();
});
afterAll(() => storefront.close());

function outboxPath(): string {
  return `/outbox/${storefront.shop.mail.outbox?.token ?? ''}`;
}

/** A mail to the seller, sent; gives the path of the link that stops such mail. */
async function mailSale(key: string, to: string): Promise<string> {
  await enqueueMail(storefront.db, {
    kind: 'new-sale',
    key,
    to,
    language: 'en',
    data: {
      orderNumber: 'FR-1',
      eventName: '<b>Foulées</b>',
      currency: 'EUR',
      photoCount: 1,
      earnedCents: cents(900),
    },
  });
  await storefront.shop.mail.sendDue(storefront.url, NEVER);
  const listed = await storefront.shop.mail.outbox?.list();
  const id = listed?.find((mail) => mail.to === to)?.id ?? '';
  const letter = await storefront.shop.mail.outbox?.read(id);
  return /\/unsubscribe\/\S+/.exec(letter?.text ?? '')?.[0] ?? 'no link';
}

describe('the link that stops mail', () => {
  test('asks before it stops, in both languages, and stops by a plain form', async () => {
    const path = await mailSale('sale:1', 'seller@example.org');
    const browser = storefront.browser();
    expect((await browser.get(path)).page.querySelector('h1')?.text).toBe('Stop these mails?');
    const page = await browser.get(`${path}?lang=fr`);
    expect(page.page.querySelector('h1')?.text).toBe('Arrêter ces messages\u00A0?');
    expect(page.headers.get('cache-control')).toBe('no-store');

    const answer = await browser.post(path);
    expect(answer.status).toBe(303);
    const done = await browser.follow(answer);
    expect(done.page.querySelector('h1')?.text).toBe('C’est fait');
    expect(await mailSale('sale:2', 'seller@example.org')).toBeDefined();
    const letters = await storefront.shop.mail.outbox?.list();
    expect(letters?.filter(({ to }) => to === 'seller@example.org')).toHaveLength(1);
  });

  test('is pressed by the mail reader itself: no cookie, no token, no redirect', async () => {
    const path = await mailSale('sale:3', 'other@example.org');
    const response = await fetch(new URL(path, storefront.url), {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      redirect: 'manual',
    });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().filter((line) => line.includes('session'))).toEqual([]);
    await mailSale('sale:4', 'other@example.org');
    const letters = await storefront.shop.mail.outbox?.list();
    expect(letters?.filter(({ to }) => to === 'other@example.org')).toHaveLength(1);
  });

  test('that is not ours leads nowhere', async () => {
    expect((await storefront.browser().get('/unsubscribe/none.such')).status).toBe(404);
    expect((await storefront.browser().post('/unsubscribe/none.such')).status).toBe(404);
  });
});

describe('the outbox', () => {
  test('lists the mails, and shows each with a policy that runs no script', async () => {
    await mailSale('sale:5', 'listed@example.org');
    const browser = storefront.browser();
    const list = await browser.get(outboxPath());
    expect(list.status).toBe(200);
    const row = list.page.querySelectorAll('tbody tr').find(({ text }) => text.includes('listed@'));
    // With its zone: "17 May 2026 at 12:30 CEST".
    expect(row?.querySelectorAll('td')[2]?.text).toMatch(/\d{2}:\d{2} [A-Z]+\S*$/);
    const href = row?.querySelector('a')?.getAttribute('href') ?? '';
    const letter = await browser.get(href);
    expect(letter.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(letter.body).toContain('&lt;b&gt;Foulées&lt;/b&gt;');
    const text = await browser.get(`${href}/text`);
    expect(text.headers.get('content-type')).toContain('text/plain');
    expect(text.body).toContain('FR-1');
  });

  test.each([
    ['a wrong token', () => '/outbox/0123456789abcdef0123456789abcdef', {}],
    ['a proxy in between', outboxPath, { 'x-forwarded-for': '203.0.113.5' }],
    ['a name that leads out of it', () => `${outboxPath()}/..%2f..%2fshop-secret`, {}],
    ['a mail that is not there', () => `${outboxPath()}/${'0'.repeat(32)}.eml`, {}],
  ])('there is no page for %s', async (_, path, headers) => {
    const answer = await storefront.browser().get(path(), headers);
    expect(answer.status).toBe(404);
  });

  test('there is no page in a shop with a public address, whose proxy is on this machine', async () => {
    const open = await startStorefront({ beside: storefront, publicUrl: 'https://example.org' });
    try {
      expect((await open.browser().get(outboxPath())).status).toBe(404);
    } finally {
      await open.close();
    }
  });

  test('a shop that sends its mail has no outbox to read', async () => {
    const sending = await startStorefront({
      beside: storefront,
      environment: {
        FOCUSRACER_SMTP_URL: 'smtp://localhost:2525',
        FOCUSRACER_MAIL_FROM: 'Focus Racer <photos@example.org>',
      },
    });
    try {
      expect(sending.shop.mail.outbox).toBeUndefined();
      expect((await sending.browser().get(outboxPath())).status).toBe(404);
    } finally {
      await sending.close();
    }
  });

  test('a service without a sender is refused at once', async () => {
    const starting = startStorefront({
      beside: storefront,
      environment: { FOCUSRACER_SMTP_URL: 'smtp://localhost:2525' },
    });
    await expect(starting).rejects.toMatchObject({ kind: 'config', code: 'mail.no-sender' });
  });
});
