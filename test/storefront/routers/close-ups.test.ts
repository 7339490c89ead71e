import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateEvent } from '../../../core/db/queries/events.js';
import { query } from '../../../core/db/query.js';
import type { RaceEvent } from '../../../core/domain/event.js';
import type { PhotoId } from '../../../core/domain/ids.js';
import { rawRequest } from '../support/raw-request.js';
import { addPhoto, publishEvent } from '../support/public-photo.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
let event: RaceEvent;
let photo: PhotoId;

/** Blue, with somebody all in red where the first face is. */
async function crowd(): Promise<Buffer> {
  const red = { create: { width: 160, height: 260, channels: 3, background: '#ff0000' } } as const;
  const picture = await sharp(red).png().toBuffer();
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: '#0000ff' } })
    .composite([{ input: picture, left: 100, top: 300 }])
    .jpeg()
    .toBuffer();
}

/** Faces 32 px high in the preview: the first is bound to bib 12, the second to nobody. */
async function addCrowd(label: string): Promise<PhotoId> {
  const id = await addPhoto(storefront, event, label, { bodies: { preview: await crowd() } });
  const face = (ordinal: number, left: number, bib: string | null) =>
    query(
      storefront.db,
      `insert into faces (photo_id, ordinal, box, landmarks, confidence, quality, bib)
       values (:id, :ordinal, :box, '{}', 99, 90, :bib)`,
      { id, ordinal, box: [left, 0.42, 0.02, 0.04], bib },
    );
  await face(0, 0.14, '12');
  await face(1, 0.7, null);
  await query(
    storefront.db,
    `insert into versions (photo_id, kind, ordinal, object_key, width, height, bytes)
     select photo_id, 'crop', 1, replace(object_key, 'crop-0', 'crop-1'), 100, 150, 10
     from versions where photo_id = :id and kind = 'crop' and ordinal = 0`,
    { id },
  );
  await tag(id, '12', 0);
  return id;
}

async function tag(id: PhotoId, bib: string, faceOrdinal: number | null): Promise<void> {
  await query(
    storefront.db,
    `insert into tags (event_id, photo_id, bib, source, confidence, evidence, face_ordinal)
     values (:event, :id, :bib, 'reading', 90, '{}', :faceOrdinal)`,
    { event: event.id, id, bib, faceOrdinal },
  );
}

function ask(path: string, headers: Record<string, string> = {}) {
  return rawRequest(new URL(path, storefront.url), headers);
}

beforeAll(async () => {
  storefront = await startStorefront();
  event = await publishEvent(storefront, 'Crowded 10K');
  photo = await addCrowd('crowd');
});
afterAll(() => storefront.close());

describe('a close-up', () => {
  it('shows the runner with the bib, cut out of the watermarked preview, and is kept', async () => {
    const answer = await ask(`/images/close-up/${photo}.jpg?bib=12`);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=600',
      'x-robots-tag': 'noindex, noimageindex',
    });
    const { width, height, format } = await sharp(answer.body).metadata();
    // 7.2 faces of 32 px high, at 2:3: no pixel more than the preview has.
    expect([format, height, width]).toEqual(['jpeg', 230, 154]);
    const { channels } = await sharp(answer.body).stats();
    expect(channels[0]?.mean).toBeGreaterThan(240);
    expect(channels[2]?.mean).toBeLessThan(20);
    const etag = answer.headers.etag ?? '';
    expect((await ask(`/images/close-up/${photo}.jpg?bib=12`)).body).toEqual(answer.body);
    const again = await ask(`/images/close-up/${photo}.jpg?bib=12`, { 'If-None-Match': etag });
    expect(again.status).toBe(304);
  });

  it('is the same for all who ask for it at once', async () => {
    const id = await addCrowd('at once');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(`/images/close-up/${id}.jpg?bib=12`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1);
  });

  it('is of nobody whose bib is not known to be on that body', async () => {
    const id = await addCrowd('unbound');
    await tag(id, '13', null);
    for (const search of [
      '?bib=13',
      '?bib=14',
      '?bib=',
      '',
      '?bib=0',
      '?bib=12&bib=13',
      '?bib=%00',
    ])
      expect.soft((await ask(`/images/close-up/${id}.jpg${search}`)).status, search).toBe(404);
    for (const path of [
      `/images/close-up/nobody.jpg?bib=12`,
      `/images/crop/${id}.jpg?bib=12`,
      `/images/crop-0/${id}.jpg`,
      `/images/close-up-0/${id}.jpg`,
    ])
      expect.soft((await ask(path)).status, path).toBe(404);
  });

  it('is the face that a person named, where no other is left', async () => {
    const id = await addCrowd('by hand');
    await query(storefront.db, 'delete from tags where photo_id = :id', { id });
    await tag(id, '12', null);
    expect((await ask(`/images/close-up/${id}.jpg?bib=12`)).status).toBe(200);
  });

  it('goes with the photo, the tag, the event and its faces', async () => {
    const shown = async (id: PhotoId) => (await ask(`/images/close-up/${id}.jpg?bib=12`)).status;
    const hidden = await addCrowd('hidden');
    expect(await shown(hidden)).toBe(200);
    await query(storefront.db, 'update photos set taken_down_at = now() where id = :id', {
      id: hidden,
    });
    expect(await shown(hidden)).toBe(404);

    const untagged = await addCrowd('untagged');
    expect(await shown(untagged)).toBe(200);
    await query(storefront.db, 'delete from tags where photo_id = :id', { id: untagged });
    expect(await shown(untagged)).toBe(404);

    const set = (changes: string) =>
      query(storefront.db, `update events set ${changes} where id = :id`, { id: event.id });
    await set(`faces = 'off'`);
    expect(await shown(photo)).toBe(404);
    await set(`faces = 'detect'`);
    expect(await shown(photo)).toBe(200);
    await updateEvent(storefront.db, event.id, { state: 'archived' });
    expect(await shown(photo)).toBe(404);
    await updateEvent(storefront.db, event.id, { state: 'published' });
  });

  it('stands in the gallery of a search for that bib, of photos with a crowd, and in no other', async () => {
    const alone = await addPhoto(storefront, event, 'alone');
    await tag(alone, '12', null);
    const pictures = async (search: string) =>
      (await storefront.browser().get(`/events/${event.slug}${search}`)).page
        .querySelectorAll('.tile img')
        .map((one) => one.getAttribute('src'));
    const mine = await pictures('?q=12');
    expect(mine).toContain(`/images/close-up/${photo}.jpg?bib=12`);
    expect(mine).toContain(`/images/thumbnail/${alone}.jpg`);
    expect((await pictures('')).filter((src) => src?.includes('close-up'))).toEqual([]);
    expect((await pictures('?q=13')).filter((src) => src?.includes('close-up'))).toEqual([]);
  });
});
