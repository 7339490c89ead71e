import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import type { SelfieTerms } from '../../core/domain/selfie-terms.js';
import { publishEvent } from '../../core/usecases/publish-event.js';
import { addEntry, addPhotos, publishedEvent } from '../support/gallery-rows.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let slug: string;
let photos: string[];

beforeAll(async () => {
  storefront = await startStorefront();
  const { db } = storefront;
  const event = await publishedEvent(db, 'Foulées <b>& Cie</b>');
  ({ slug } = event);
  photos = await addPhotos(db, event.id, 70, { bib: '1284' });
  await addEntry(db, event.id, '1234', 'Zoé', '<i>Le Goff</i>');
});
afterAll(() => storefront.close());

/** Only what one form needs: a token for it. */
async function visitor() {
  const browser = storefront.browser();
  await browser.get('/events');
  return browser;
}

describe('home and the list of events', () => {
  it('lead to the event, which names itself as text, not as HTML', async () => {
    const home = await storefront.browser().get('/');
    expect(home.status).toBe(200);
    expect(home.page.querySelector('form.find')?.getAttribute('action')).toBe(`/events/${slug}`);
    expect(home.page.querySelector('.event-card-name')?.text).toBe('Foulées <b>& Cie</b>');
    expect(home.page.querySelector('.event-card-name b')).toBeNull();
    expect(home.page.querySelectorAll('h1')).toHaveLength(1);
  });

  it('find an event by its town without accents, and say so when there is none', async () => {
    const browser = storefront.browser();
    const found = await browser.get('/events?q=ANNECY+foulees');
    expect(found.page.querySelectorAll('.event-card')).toHaveLength(1);
    const none = await browser.get('/events?q=%25_%27');
    expect(none.page.querySelectorAll('.event-card')).toHaveLength(0);
    expect(none.page.querySelector('[role=status]')?.text).toContain('No event');
  });
});

describe('the gallery', () => {
  it('gives every photo its size, loads the first at once, and links to the next page', async () => {
    const browser = storefront.browser();
    const { page } = await browser.get(`/events/${slug}`);
    const pictures = page.querySelectorAll('.photo-grid img');
    expect(pictures).toHaveLength(60);
    for (const picture of pictures) {
      expect(picture.getAttribute('width')).toBe('400');
      expect(picture.getAttribute('height')).toBe('267');
      expect(picture.getAttribute('alt')).not.toBe('');
    }
    expect(pictures.map((one) => one.getAttribute('loading')).lastIndexOf('eager')).toBe(5);
    const more = page.querySelector('[data-more]')?.getAttribute('href') ?? '';
    const second = await browser.get(more);
    const ids = second.page.querySelectorAll('.heart').map((one) => one.getAttribute('value'));
    expect(ids).toEqual(photos.slice(60));
    expect(second.page.querySelector('[data-more]')).toBeNull();
  });

  it('answers a bib without photos with those that look like it, in the language asked for', async () => {
    const browser = storefront.browser();
    const { page } = await browser.get(`/events/${slug}?q=1234`, { 'accept-language': 'fr' });
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('fr');
    const chip = page.querySelector('.near-misses a');
    expect(chip?.text).toBe('1284 (70 photos)');
    expect(chip?.getAttribute('href')).toBe(`/events/${slug}?q=1284`);
    expect(page.querySelector('.empty h2')?.text).toContain('Pas encore');
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  });

  it('takes "n° 1234" for the bib, also where somebody asks to be told of its photos', async () => {
    const browser = storefront.browser();
    const { page } = await browser.get(
      `/events/${slug}?q=${encodeURIComponent('Dossard n° 1234')}`,
    );
    expect(page.querySelector('.near-misses a')?.text).toBe('1284 (70 photos)');
    const follow = page.querySelector('.empty a.button')?.getAttribute('href') ?? '';
    const form = await browser.get(follow);
    expect(form.page.querySelector('#bib')?.getAttribute('value')).toBe('1234');
  });

  it.each([
    `?q=${encodeURIComponent('<script>alert(1)</script>')}`,
    `?q=${encodeURIComponent("' or 1=1; drop table photos; --")}`,
    `?q=${encodeURIComponent('🏃‍♀️'.repeat(50))}`,
    `?q=${'x'.repeat(10_000)}`,
    '?q=a&q=b',
    '?after=nobody&from=99:99&day=2026-99-99&photographer=../../etc',
    '?q=%00',
  ])('is not hurt by %.40s', async (search) => {
    const answer = await storefront.browser().get(`/events/${slug}${search}`);
    expect(answer.status).toBe(200);
    expect(answer.page.querySelectorAll('script:not([src])')).toHaveLength(0);
  });

  it('says of a search that is neither bib nor name what can be typed, in both languages', async () => {
    const path = `/events/${slug}?q=${encodeURIComponent('<script>alert(1)</script>')}`;
    const { page } = await storefront.browser().get(path);
    expect(page.querySelector('.empty')?.text).toContain('neither a bib nor a name');
    expect(page.querySelector('.empty')?.text).toContain('such as 1204');
    expect(page.querySelectorAll('.tile')).toHaveLength(0);
    const french = await storefront.browser().get(path, { 'accept-language': 'fr' });
    expect(french.page.querySelector('.empty')?.text).toContain('ni un dossard ni un nom');
  });

  it('shows nobody for a filter that the event does not have, and a way out that keeps the rest', async () => {
    const search = '?q=1284&spot=Nowhere&photographer=ffffffff&from=09%3A30';
    const { page } = await storefront.browser().get(`/events/${slug}${search}`);
    expect(page.querySelectorAll('.tile')).toHaveLength(0);
    expect(page.querySelector('.empty')?.text).toContain('There is no place “Nowhere”');
    expect(page.querySelector('.empty a.button')?.getAttribute('href')).toBe(
      `/events/${slug}?q=1284&from=09%3A30`,
    );
    const cursor = await storefront.browser().get(`/events/${slug}?q=1284&after=nobody`);
    expect(cursor.page.querySelectorAll('.tile')).toHaveLength(0);
    expect(cursor.page.querySelector('.empty a.button')?.getAttribute('href')).toBe(
      `/events/${slug}?q=1284`,
    );
  });

  it('takes the first of a parameter that is given twice', async () => {
    const { page } = await storefront.browser().get(`/events/${slug}?q=1234&q=1284`);
    expect(page.querySelectorAll('.tile')).toHaveLength(0);
  });

  it('is not there for an event that is not published', async () => {
    const event = await publishedEvent(storefront.db, 'Hidden');
    await query(storefront.db, `update events set state = 'draft' where id = :id`, {
      id: event.id,
    });
    for (const path of ['', '/follow', '/selfie', '/hidden'])
      expect((await storefront.browser().get(`/events/${event.slug}${path}`)).status).toBe(404);
    expect((await storefront.browser().get('/sitemap.xml')).body).not.toContain(event.slug);
  });
});

describe('what visitors agree to before a search by face', () => {
  const french = { legalBasis: 'consentement', notice: 'Votre visage est comparé.' };
  const english = { legalBasis: 'consent', notice: 'Your face is compared.' };
  async function texts(name: string, selfie: SelfieTerms) {
    const event = await publishedEvent(storefront.db, name);
    await query(storefront.db, `update events set faces = 'index' where id = :id`, {
      id: event.id,
    });
    await publishEvent(storefront.db, { event: event.slug, selfie }, { legalGaps: [] });
    const browser = storefront.browser();
    return async (language: string) => {
      const { page } = await browser.get(`/events/${event.slug}/selfie?lang=${language}`);
      const foreign = page
        .querySelectorAll('main [lang]')
        .map((one) => [one.getAttribute('lang'), one.text]);
      return { form: page.querySelector('main form')?.text ?? '', foreign };
    };
  }

  it('is marked with its own language where the seller has one only', async () => {
    const read = await texts('One text', {
      texts: [{ language: 'fr', ...french }],
      until: '2999-01-01',
    });
    expect((await read('en')).foreign).toEqual([
      ['fr', french.notice],
      ['fr', french.legalBasis],
    ]);
    expect((await read('fr')).foreign).toEqual([]);
  });

  it('is read in the language of the visitor where the seller has both', async () => {
    const read = await texts('Both texts', {
      texts: [
        { language: 'fr', ...french },
        { language: 'en', ...english },
      ],
      until: '2999-01-01',
    });
    for (const [language, own, other] of [
      ['en', english, french],
      ['fr', french, english],
    ] as const) {
      const { form, foreign } = await read(language);
      expect(foreign).toEqual([]);
      expect(form).toContain(own.notice);
      expect(form).not.toContain(other.notice);
    }
  });
});

it('knows no event whose name no database takes', async () => {
  for (const path of ['/events/%00', '/events/..%2f..', '/events/%F0%9F%8F%83'])
    expect((await storefront.browser().get(path)).status).toBe(404);
});

describe('the viewer', () => {
  it('has the neighbours, a form for the cart, and a card for social networks', async () => {
    const { page } = await storefront.browser().get(`/events/${slug}/photos/${photos[1]!}?q=1284`);
    expect(page.querySelector('[data-previous]')?.getAttribute('href')).toBe(
      `/events/${slug}/photos/${photos[0]!}?q=1284`,
    );
    expect(page.querySelector('[data-next]')?.getAttribute('href')).toContain(photos[2]);
    const cart = page.querySelector(`form[action="/events/${slug}/cart"]`);
    expect(cart?.querySelector('input[name=photoId]')?.getAttribute('value')).toBe(photos[1]);
    expect(cart?.querySelectorAll('input[name=size]')).toHaveLength(2);
    const share = await storefront.browser().get(`/events/${slug}/photos/${photos[1]!}/share`);
    expect(share.page.querySelector('meta[property="og:image"]')?.getAttribute('content')).toBe(
      `${storefront.url}/events/${slug}/photos/${photos[1]!}/teaser.jpg`,
    );
  });

  it('counts reports of a wrong match, and none of a bib that is not there', async () => {
    const browser = await visitor();
    const path = `/events/${slug}/photos/${photos[6]!}/report`;
    await browser.post(path, { bib: '1284', note: ' not\0me ' });
    await browser.post(path, { bib: '1284' });
    await browser.post(path, { bib: '5' });
    const reports = await query(
      storefront.db,
      'select bib, times, note from wrong_match_reports where photo_id = :id',
      { id: photos[6]! },
    );
    expect(reports).toEqual([{ bib: '1284', times: 2, note: 'not me' }]);
  });
});

describe('favourites', () => {
  it('are in and out at a press, and each visitor has their own', async () => {
    const browser = await visitor();
    const press = { photoId: photos[7]!, returnTo: `/events/${slug}?q=1284` };
    const answer = await browser.post(`/events/${slug}/favourites`, press);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(press.returnTo);
    const { page } = await browser.get('/favourites');
    expect(page.querySelectorAll('.heart').map((one) => one.getAttribute('value'))).toEqual([
      photos[7],
    ]);
    expect((await storefront.browser().get('/favourites')).page.querySelector('.heart')).toBeNull();
    const script = { accept: 'application/json' };
    const out = await browser.post(`/events/${slug}/favourites`, { photoId: photos[7]! }, script);
    expect(JSON.parse(out.body)).toEqual({ isFavourite: false });
    expect((await browser.get('/favourites')).page.querySelector('.heart')).toBeNull();
  });

  it('lead nobody to another site, and take no form of another', async () => {
    const browser = await visitor();
    const away = { photoId: photos[8]!, returnTo: '//evil.example' };
    const answer = await browser.post(`/events/${slug}/favourites`, away);
    expect(answer.headers.get('location')).toBe('/');
    const foreign = await browser.post(`/events/${slug}/favourites`, { ...away, csrfToken: 'x' });
    expect(foreign.status).toBe(403);
  });
});

describe('following an event', () => {
  it('asks by mail first, once a day, and counts who follows the link', async () => {
    const browser = await visitor();
    const follow = { email: 'runner@example.org', bib: ' 12 84 ' };
    for (let time = 0; time < 2; time += 1) {
      const answer = await browser.post(`/events/${slug}/follow`, follow);
      expect(answer.headers.get('location')).toBe(`/events/${slug}/follow/sent`);
    }
    const mails = await query<{ data: { confirmPath: string; bib: string } }>(
      storefront.db,
      `select data from mails where kind = 'follow-confirmation'`,
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.data.bib).toBe('1284');
    const confirmed = async () =>
      query(storefront.db, 'select bib, email from followers where confirmed_at is not null');
    const path = mails[0]!.data.confirmPath;
    // Opening the link is what mail programs do as well; only the press counts.
    expect((await browser.get(path)).status).toBe(200);
    expect(await confirmed()).toEqual([]);
    expect((await browser.post(path)).status).toBe(200);
    expect(await confirmed()).toEqual([{ bib: '1284', email: 'runner@example.org' }]);
    expect((await browser.post(`/events/${slug}/follow/${'A'.repeat(43)}`)).status).toBe(404);
  });

  it('fills no mailbox, whatever bibs are made up for it, and stores nothing beyond that', async () => {
    const rows = async () => ({
      mails: await query(storefront.db, `select 1 from mails where recipient ilike 'victim@%'`),
      followers: await query(storefront.db, `select 1 from followers where email like 'victim@%'`),
    });
    const browser = await visitor();
    for (let bib = 1; bib <= 9; bib += 1) {
      await query(storefront.db, `delete from rate_limits where key like 'checkout:%'`);
      const email = bib % 2 === 0 ? 'victim@example.org' : 'Victim@example.org';
      const answer = await browser.post(`/events/${slug}/follow`, { email, bib: `${bib}` });
      expect(answer.headers.get('location')).toBe(`/events/${slug}/follow/sent`);
      // Asked again on the same day, no mail is sent, and none is counted.
      if (bib === 1) await browser.post(`/events/${slug}/follow`, { email, bib: '1' });
    }
    const { mails, followers } = await rows();
    expect([mails.length, followers.length]).toEqual([5, 5]);
  });

  it('says what is wrong and keeps what was typed', async () => {
    const browser = await visitor();
    const answer = await browser.post(`/events/${slug}/follow`, { email: 'a@b', bib: '7' });
    expect(answer.status).toBe(400);
    expect(answer.page.querySelector('[role=alert]')?.text).toContain('e-mail');
    expect(answer.page.querySelector('#bib')?.getAttribute('value')).toBe('7');
  });
});

describe('what stands beside the galleries', () => {
  it('has QR codes, a poster, a sitemap and rules for robots', async () => {
    const browser = storefront.browser();
    const code = await browser.get(`/qr/${slug}.png?bib=1284`);
    expect(code.headers.get('content-type')).toBe('image/png');
    const poster = await browser.get(`/qr/${slug}/poster.pdf`);
    expect(poster.body.startsWith('%PDF-')).toBe(true);
    expect((await browser.get('/qr/nowhere.png')).status).toBe(404);
    const icon = await browser.get('/favicon.ico');
    expect(icon.headers.get('content-type')).toContain('icon');
    expect((await browser.get('/sitemap.xml')).body).toContain(
      `<loc>${storefront.url}/events/${slug}</loc>`,
    );
    const robots = await browser.get('/robots.txt');
    expect(robots.body).toContain('Disallow: /orders/');
    // A shared photo's card is read by robots.
    expect(robots.body).not.toContain('/photos/');
  });

  it('has a poster that tells the day in the visitor’s language', async () => {
    const answer = await fetch(`${storefront.url}/qr/${slug}/poster.pdf?lang=fr`);
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text).toContain('dimanche 17 mai 2026 · Annecy');
  });

  it('has legal pages, and no others', async () => {
    for (const name of ['notice', 'terms', 'privacy'])
      expect((await storefront.browser().get(`/legal/${name}`)).status).toBe(200);
    expect((await storefront.browser().get('/legal/other')).status).toBe(404);
  });
});
