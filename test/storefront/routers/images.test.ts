import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateEvent } from '../../../core/db/queries/events.js';
import { query } from '../../../core/db/query.js';
import type { RaceEvent } from '../../../core/domain/event.js';
import { rawRequest } from '../support/raw-request.js';
import { addPhoto, publishEvent } from '../support/public-photo.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
let event: RaceEvent;
beforeAll(async () => {
  storefront = await startStorefront();
  event = await publishEvent(storefront, 'Summer 10K');
});
afterAll(() => storefront.close());

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return rawRequest(new URL(path, storefront.url), headers, { method });
}

describe('pictures', () => {
  it('gives out the preview and the thumbnail of a kept photo, to be shown and not kept long', async () => {
    const id = await addPhoto(storefront, event, 'start');
    for (const version of ['preview', 'thumbnail']) {
      const answer = await ask(`/images/${version}/${id}.jpg`);
      expect(answer.status).toBe(200);
      expect(answer.body.toString()).toBe(`${version} of start`);
      expect(answer.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': 'inline',
        'cache-control': 'public, max-age=600',
        'x-robots-tag': 'noindex, noimageindex',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-site',
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('gives out no other version, whatever it is called', async () => {
    const id = await addPhoto(storefront, event, 'private');
    const names = [
      'web',
      'crop',
      'original',
      'hd',
      'PREVIEW',
      '..%2fweb',
      'preview%2f..%2fweb',
      '',
    ];
    for (const name of names) {
      const answer = await ask(`/images/${name}/${id}.jpg`);
      expect.soft(answer.status, name).toBe(404);
      expect.soft(answer.body.toString(), name).not.toContain('of private');
    }
  });

  it('takes nothing for a photo that is none', async () => {
    for (const id of ["x' or 1=1", '%00', '../../secret', '00000000-0000-8000-8000-000000000000']) {
      expect
        .soft((await ask(`/images/preview/${encodeURIComponent(id)}.jpg`)).status, id)
        .toBe(404);
    }
  });

  it('hides what was set aside, what was taken down, and events that are no longer published', async () => {
    const blurry = await addPhoto(storefront, event, 'blurry', { status: 'blurry' });
    expect((await ask(`/images/preview/${blurry}.jpg`)).status).toBe(404);

    const regretted = await addPhoto(storefront, event, 'regretted');
    expect((await ask(`/images/preview/${regretted}.jpg`)).status).toBe(200);
    await query(storefront.db, 'update photos set taken_down_at = now() where id = :id', {
      id: regretted,
    });
    const gone = await ask(`/images/preview/${regretted}.jpg`);
    expect(gone.status).toBe(404);
    expect(gone.headers['cache-control']).toBe('no-store');

    const other = await publishEvent(storefront, 'Winter 10K');
    const photo = await addPhoto(storefront, other, 'winter');
    for (const state of ['draft', 'archived'] as const) {
      await updateEvent(storefront.db, other.id, { state });
      expect.soft((await ask(`/images/thumbnail/${photo}.jpg`)).status, state).toBe(404);
    }
  });

  it('answers 304 to whoever has it already, and HEAD without a body', async () => {
    const id = await addPhoto(storefront, event, 'cached');
    const etag = (await ask(`/images/preview/${id}.jpg`)).headers.etag ?? '';
    const again = await ask(`/images/preview/${id}.jpg`, { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(again.body.toString()).toBe('');
    const other = await ask(`/images/preview/${id}.jpg`, { 'If-None-Match': '"another"' });
    expect(other.status).toBe(200);

    const head = await ask(`/images/preview/${id}.jpg`, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(String('preview of cached'.length));
    expect(head.headers.etag).toBe(etag);
    const thumbnail = await ask(`/images/thumbnail/${id}.jpg`);
    expect(thumbnail.headers.etag).not.toBe(etag);
  });
});

describe('hot links', () => {
  let path: string;
  beforeAll(async () => {
    path = `/images/preview/${await addPhoto(storefront, event, 'linked')}.jpg`;
  });

  it.each<[string, Record<string, string>]>([
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }],
    ['an older browser on another site', { Referer: 'https://thief.example/gallery' }],
    ['a site whose name begins like ours', { Referer: 'http://127.0.0.1.thief.example/' }],
    ['a referer that is no address', { Referer: 'nonsense' }],
    [
      'the crawler of a network, which has a card for it',
      { 'User-Agent': 'facebookexternalhit/1.1' },
    ],
    ['a crawler for picture search', { 'User-Agent': 'Googlebot-Image/1.0' }],
    [
      'a crawler that comes from a page of ours',
      {
        'User-Agent': 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
        'Sec-Fetch-Site': 'same-origin',
      },
    ],
  ])('refuses %s', async (_, headers) => {
    const answer = await ask(path, headers);
    expect(answer.status).toBe(403);
    expect(answer.body.toString()).toBe('');
  });

  it.each<[string, () => Record<string, string>]>([
    ['our own pages', () => ({ 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'no-cors' })],
    ['our own pages in an older browser', () => ({ Referer: `${storefront.url}/events/x` })],
    [
      'a link that was followed',
      () => ({ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }),
    ],
    ['a program that says nothing', () => ({})],
    [
      'a telephone whose maker has a name like a crawler’s',
      () => ({
        'User-Agent': 'Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 50) Mobile Safari/537.36',
      }),
    ],
    [
      'the proxy by which a mailbox shows pictures',
      () => ({ 'User-Agent': 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)' }),
    ],
  ])('serves %s', async (_, headers) => {
    expect((await ask(path, headers())).status).toBe(200);
  });
});
