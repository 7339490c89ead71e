import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { queueDigests } from '../../core/usecases/mail/queue-digests.js';
import { undoTakeDowns } from '../../core/usecases/take-downs/undo-take-downs.js';
import { createRequesterHash } from '../../core/usecases/take-downs/take-down-deps.js';
import type { Browser } from './support/browser.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;
beforeAll(async () => {
  storefront = await startStorefront({
    environment: { FOCUSRACER_OPERATOR_EMAIL: 'photos@example.org, 01 23 45 67 89' },
  });
  published = await publishEvent(storefront, { name: 'quiet-run', photos: 8 });
});
beforeEach(() => query(storefront.db, 'delete from rate_limits'));
afterAll(() => storefront.close());

const photoPath = (index: number): string =>
  `/events/quiet-run/photos/${published.photos[index]?.id ?? ''}`;

/** Sends the form of the photo's own page, as it is there. */
async function ask(browser: Browser, index: number, fields: Record<string, string>) {
  const { page } = await browser.get(photoPath(index));
  const form = page.querySelector('form[action$="/take-down"]');
  return browser.post(form?.getAttribute('action') ?? '', fields);
}

async function mailedPath(): Promise<string> {
  const [mail] = await query<{ path: string }>(
    storefront.db,
    `select data->>'confirmPath' as path from mails where kind = 'take-down-confirmation'
     order by created_at desc limit 1`,
  );
  return mail?.path ?? '';
}

describe('having a photo hidden', () => {
  it('takes one field and a press in the mail, and says what happens next', async () => {
    const browser = storefront.browser();
    const { page } = await browser.get(photoPath(0));
    const form = page.querySelector('form[action$="/take-down"]');
    expect(form?.querySelectorAll('[required]').map((one) => one.getAttribute('name'))).toEqual([
      'email',
    ]);
    // Whoever has no e-mail is told whom to call, and what to name.
    expect(form?.text).toContain('01 23 45 67 89');
    expect(form?.text).toContain(published.photos[0]?.id.slice(0, 8).toUpperCase());

    const asked = await ask(browser, 0, { email: 'Zoe@example.org' });
    expect(asked.status).toBe(303);
    const said = await browser.follow(asked);
    expect(said.page.querySelector('[data-take-down=asked]')?.text).toContain(
      'Nothing has changed yet',
    );
    expect((await storefront.browser().get(photoPath(0))).status).toBe(200);

    // In another browser, as mail programs do it; opening it is not enough.
    const other = storefront.browser();
    const path = await mailedPath();
    const confirm = await other.get(path);
    expect(confirm.page.querySelector('h1')?.text).toBe('Hide this photo?');
    expect(confirm.headers.get('cache-control')).toBe('no-store');
    expect((await storefront.browser().get(photoPath(0))).status).toBe(200);

    const hidden = await other.follow(await other.post(path));
    expect(hidden.page.querySelector('[data-take-down=hidden]')).not.toBeNull();
    expect((await storefront.browser().get(photoPath(0))).status).toBe(404);
    const picture = `/images/preview/${published.photos[0]?.id ?? ''}.jpg`;
    expect((await storefront.browser().get(picture)).status).toBe(404);

    // The link works once; used again it tells what became of it, and proves nothing.
    const third = storefront.browser();
    expect((await third.follow(await third.post(path))).body).toContain('The photo is hidden');
    expect((await third.get(photoPath(1))).body).not.toContain('Zoe@example.org');
  });

  it('needs no other mail in the browser that pressed the button', async () => {
    const browser = storefront.browser();
    await ask(browser, 1, { email: 'lea@example.org' });
    await browser.post(await mailedPath());
    const { page } = await browser.get(photoPath(2));
    expect(page.querySelector('#take-down-email')?.getAttribute('value')).toBe('lea@example.org');
    const hidden = await browser.follow(await ask(browser, 2, { email: 'lea@example.org' }));
    expect(hidden.page.querySelector('[data-take-down=hidden]')).not.toBeNull();
    expect((await storefront.browser().get(photoPath(2))).status).toBe(404);
  });

  it('says what is wrong and keeps what was typed', async () => {
    const browser = storefront.browser();
    for (const email of ['', 'nobody']) {
      const refused = await ask(browser, 3, { email, reason: 'It is me' });
      expect(refused.status).toBe(400);
      expect(refused.page.querySelector('[role=alert]')?.text).toContain('e-mail address');
      expect(refused.page.querySelector('#take-down-reason')?.text).toBe('It is me');
    }
    expect((await storefront.browser().get(photoPath(3))).status).toBe(200);
    const standalone = await browser.get(`${photoPath(3)}/take-down`);
    expect(standalone.page.querySelector('#take-down-email')).not.toBeNull();
  });

  it('gives no hold on a photo by a link that is none', async () => {
    const browser = storefront.browser();
    for (const token of ['x', 'A'.repeat(43), '%00']) {
      const { status } = await browser.get(`/take-down/${token}`);
      expect([404, 410]).toContain(status);
      expect([404, 410]).toContain((await browser.post(`/take-down/${token}`)).status);
    }
  });

  it('is shown again everywhere when it is undone, and announced to nobody a second time', async () => {
    const { db } = storefront;
    const id = published.photos[4]?.id ?? '';
    await query(
      db,
      `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       select event_id, id, '77', 'manual', 100, '{}' from photos where id = :id`,
      { id },
    );
    await query(
      db,
      `insert into followers (event_id, bib, email, language, token_sha256, confirmed_at)
       select event_id, bib, bib || '@example.org', 'en', sha256(bib::bytea), now()
       from photos, unnest(array['', '77']) as bib where id = :id`,
      { id },
    );
    const pace = { pauseMinutes: 0, settleMinutes: 0, longestMinutes: 0 };
    const digests = async () => {
      await queueDigests(db, pace, new AbortController().signal);
      return (await query(db, `select 1 from mails where kind = 'photos-available'`)).length;
    };
    const told = await digests();
    expect(told).toBeGreaterThan(0);

    const buyer = storefront.browser();
    await buyer.post('/events/quiet-run/cart', { photoId: id, size: 'hd' });
    const browser = storefront.browser();
    await ask(browser, 4, { email: 'prank@example.org' });
    await browser.post(await mailedPath());
    expect((await buyer.get('/events/quiet-run')).body).not.toContain(id);
    expect(
      (await buyer.get('/events/quiet-run/cart')).page.querySelector('.cart-photo img'),
    ).toBeNull();

    const hash = createRequesterHash('unused');
    await undoTakeDowns({ db, hash }, { from: 'prank@example.org' });
    expect((await buyer.get('/events/quiet-run')).body).toContain(id);
    expect((await buyer.get(photoPath(4))).status).toBe(200);
    await buyer.post('/events/quiet-run/cart', { photoId: id, size: 'hd' });
    expect((await buyer.get('/events/quiet-run/cart')).body).toContain(id);
    expect(await digests()).toBe(told);
  });
});
