import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import type { Browser } from './support/browser.js';
import { publishEvent, type PublishedEvent } from './support/published-event.js';
import { startStorefront, type TestStorefront } from './support/storefront.js';

let storefront: TestStorefront;
let published: PublishedEvent;

beforeAll(async () => {
  storefront = await startStorefront();
  published = await publishEvent(storefront, { name: 'bay-run', photos: 5 });
  const { db } = storefront;
  await query(
    db,
    `update events set faces = 'index', selfie_legal_basis = 'consent', selfie_notice = 'We compare.',
       selfie_until = current_date + 30`,
  );
  // What the engine reads in made-up photos is by chance: one runner is in four of them.
  await query(db, 'delete from tags');
  for (const { id } of published.photos.slice(0, 4))
    await query(
      db,
      `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       values (:event, :id, '777', 'manual', 100, '{"kind":"manual"}')`,
      { id, event: published.event.id },
    );
});
afterAll(() => storefront.close());

const photoId = (index: number) => published.photos[index]?.id ?? '';

/** A visitor whose selfie found these photos, by what the search keeps of it. */
async function afterSelfie(photoIds: readonly string[]): Promise<Browser> {
  const browser = storefront.browser();
  await browser.post('/events/bay-run/favourites', { photoId: photoId(4) });
  await query(
    storefront.db,
    `update sessions set data = jsonb_set(data, '{selfies}', :selfies::jsonb)
     where jsonb_exists(data, 'favourites') and not jsonb_exists(data, 'selfies')`,
    {
      selfies: JSON.stringify({
        'bay-run': { photoIds, consentId: '00000000-0000-4000-8000-000000000000' },
      }),
    },
  );
  return browser;
}

describe('what a selfie found', () => {
  it('goes to the checkout by one button with its price', async () => {
    const browser = await afterSelfie([photoId(0), photoId(1)]);
    const { page } = await browser.get('/events/bay-run/selfie');
    expect(page.querySelector('#finds')?.text).toBe('2 photos look like you');
    const form = page.querySelector('form.buy-all');
    expect(form?.querySelector('button')?.text).toBe('All 2 photos, €16.00');
    const fields = form?.querySelectorAll('[name=photoId]') ?? [];
    const added = await browser.post(form?.getAttribute('action') ?? '', {
      photoId: fields.map((field) => field.getAttribute('value') ?? ''),
      size: 'hd',
      returnTo: form?.querySelector('[name=returnTo]')?.getAttribute('value') ?? '',
    });
    expect(added.headers.get('location')).toBe('/events/bay-run/checkout');
    const checkout = await browser.follow(added);
    expect(checkout.page.querySelector('[data-total]')?.text).toBe('€17.00');
  });

  it('goes into the cart photo by photo, from the page and back to it', async () => {
    const browser = await afterSelfie([photoId(2)]);
    const { page } = await browser.get('/events/bay-run/selfie');
    const [add] = page.querySelectorAll('.tile-add');
    expect(add?.getAttribute('aria-label')).toContain('to my cart');
    const added = await browser.post(add?.getAttribute('formaction') ?? '', {
      photoId: add?.getAttribute('value') ?? '',
      returnTo: '/events/bay-run/selfie',
    });
    expect(added.headers.get('location')).toBe('/events/bay-run/selfie');
    const again = await browser.follow(added);
    expect(again.page.querySelector('.tile-in-cart')).not.toBeNull();
  });

  it('stands beside the other photos of the bib that it agrees on', async () => {
    const browser = await afterSelfie([photoId(0), photoId(1)]);
    const { page } = await browser.get('/events/bay-run/selfie');
    expect(page.querySelector('#others')?.text).toBe('More photos of bib 777');
    const hrefs = page
      .querySelectorAll('[aria-labelledby=others] .tile-link')
      .map((link) => link.getAttribute('href'));
    expect(new Set(hrefs)).toEqual(
      new Set([2, 3].map((index) => `/events/bay-run/photos/${photoId(index)}?q=777`)),
    );
  });

  it('holds no photo that was taken down or is of another event', async () => {
    const browser = await afterSelfie([photoId(3), '00000000-0000-4000-8000-000000000001']);
    await query(storefront.db, 'update photos set taken_down_at = now() where id = :id', {
      id: photoId(3),
    });
    const { page } = await browser.get('/events/bay-run/selfie');
    expect(page.querySelector('#finds')?.text).toBe('No photo looks like you');
    expect(page.querySelector('form.buy-all')).toBeNull();
  });
});
