import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { updateEvent } from '../../../core/db/queries/events.js';
import { findPublicEvent } from '../../../core/db/queries/gallery-events.js';
import { query } from '../../../core/db/query.js';
import type { RaceEvent } from '../../../core/domain/event.js';
import type { PhotoId } from '../../../core/domain/ids.js';
import { editEvent, planEventEdit } from '../../../core/usecases/edit-event.js';
import { findCover, offerCovers } from '../../../core/usecases/find-cover.js';
import { rawRequest } from '../support/raw-request.js';
import { addPhoto, publishEvent } from '../support/public-photo.js';
import { startStorefront, type TestStorefront } from '../support/storefront.js';

let storefront: TestStorefront;
beforeAll(async () => {
  storefront = await startStorefront();
});
afterAll(() => storefront.close());

let event: RaceEvent;
let round = 0;
let best: PhotoId;
let good: PhotoId;
let plain: PhotoId;
beforeEach(async () => {
  round += 1;
  event = await publishEvent(storefront, `Cover ${round}`);
  plain = await photo('plain', 40);
  good = await photo('good', 60);
  best = await photo('best', 80);
  await findCover(storefront.db, event.id);
});

/** Grey, of the size of a web version, so that a mark is all that is on it. */
async function photo(label: string, quality: number): Promise<PhotoId> {
  const web = await sharp({
    create: { width: 1600, height: 1067, channels: 3, background: '#808080' },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  const id = await addPhoto(storefront, event, `${label} ${round}`, { bodies: { web } });
  await query(storefront.db, `update photos set quality = :quality where id = :id`, {
    id,
    quality,
  });
  await query(
    storefront.db,
    `update versions set width = 1600, height = 1067 where photo_id = :id and kind = 'web'`,
    { id },
  );
  return id;
}

const ask = (path: string) => rawRequest(new URL(path, storefront.url), {});
const current = async () => (await findPublicEvent(storefront.db, event.slug))?.coverPhotoId;
const takeDown = (id: PhotoId) =>
  query(storefront.db, 'update photos set taken_down_at = now() where id = :id', { id });
async function choose(cover: string): Promise<void> {
  const plan = await planEventEdit(storefront.db, { event: event.slug, details: {}, cover });
  await editEvent(storefront.db, plan);
}

describe('the cover of an event', () => {
  it('is the best photo until the seller chooses one, and again with "auto"', async () => {
    expect(await current()).toBe(best);
    await choose(plain);
    expect(await current()).toBe(plain);
    await findCover(storefront.db, event.id);
    expect(await current()).toBe(plain);
    await choose('auto');
    expect(await current()).toBe(best);
  });

  it('falls back by itself where the chosen one, and the found one, are taken down or deleted', async () => {
    await choose(plain);
    await takeDown(plain);
    expect(await current()).toBe(best);
    await takeDown(best);
    expect(await current()).toBe(good);
    await query(storefront.db, 'delete from photos where id = :id', { id: good });
    expect(await current()).toBeUndefined();
    await query(storefront.db, 'update photos set taken_down_at = null where id = :id', {
      id: plain,
    });
    expect(await current()).toBe(plain);
  });

  it('is no photo that nobody may see', async () => {
    await takeDown(plain);
    await expect(choose(plain)).rejects.toMatchObject({ code: 'event.cover-hidden' });
    expect(await current()).toBe(best);
  });

  it('is offered from the five best, with the address of each', async () => {
    for (let n = 0; n < 4; n += 1) await photo(`more ${n}`, 30 + n);
    const offered = await offerCovers(storefront.db, event.slug);
    expect(offered).toHaveLength(5);
    expect(offered[0]).toMatchObject({
      id: best,
      isCurrent: true,
      path: `/events/${event.slug}/photos/${best}`,
    });
    expect(offered.map(({ score }) => score)).toEqual(
      offered.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  it('is planned with the names of both, and changes nothing where it is so already', async () => {
    const plan = (cover: string) =>
      planEventEdit(storefront.db, { event: event.slug, details: {}, cover });
    expect((await plan(plain)).changes).toEqual([{ field: 'cover', from: 'auto', to: plain }]);
    expect((await plan('auto')).changes).toEqual([]);
    await choose(plain);
    expect((await plan(plain)).changes).toEqual([]);
    expect((await plan('auto')).changes).toEqual([{ field: 'cover', from: plain, to: 'auto' }]);
  });
});

describe('the picture of a cover', () => {
  /** Share of the pixels of the grey photo that something was laid over, and how far the farthest went. */
  async function markOn(path: string) {
    const { data, info } = await sharp((await ask(path)).body)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const changes = [...data].map((value) => Math.abs(value - 128));
    return {
      width: info.width,
      height: info.height,
      share: changes.filter((change) => change > 10).length / changes.length,
      most: changes.reduce((most, change) => Math.max(most, change), 0),
    };
  }

  it('is at most 1200 pixels wide, cut and marked, but calmly', async () => {
    for (const [version, width] of [
      ['cover', 1200],
      ['cover-small', 640],
    ] as const) {
      const mark = await markOn(`/images/${version}/${best}.jpg`);
      expect(mark).toMatchObject({ width, height: Math.round((width * 2) / 3) });
      expect(mark.share).toBeGreaterThan(0.02);
      expect(mark.share).toBeLessThan(0.15);
      expect(mark.most).toBeLessThan(70);
    }
  });

  it('leaves no quarter of the picture without a mark', async () => {
    const body = (await ask(`/images/cover/${best}.jpg`)).body;
    for (const left of [0, 600])
      for (const top of [0, 400]) {
        const { data } = await sharp(body)
          .extract({ left, top, width: 600, height: 400 })
          .greyscale()
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect(data.filter((value) => Math.abs(value - 128) > 10).length).toBeGreaterThan(2000);
      }
  });

  it('is there of the cover alone: the calm mark is for one photo of an event', async () => {
    expect((await ask(`/images/cover/${best}.jpg`)).status).toBe(200);
    expect((await ask(`/images/cover/${good}.jpg`)).status).toBe(404);
    await choose(good);
    expect((await ask(`/images/cover/${good}.jpg`)).status).toBe(200);
    expect((await ask(`/images/cover/${best}.jpg`)).status).toBe(404);
    await takeDown(good);
    expect((await ask(`/images/cover/${good}.jpg`)).status).toBe(404);
    await updateEvent(storefront.db, event.id, { state: 'draft' });
    expect((await ask(`/images/cover/${best}.jpg`)).status).toBe(404);
    for (const id of ['x', '%00', '00000000-0000-8000-8000-000000000000'])
      expect((await ask(`/images/cover/${id}.jpg`)).status).toBe(404);
  });

  it('is what the home page and the event cards show, in two sizes', async () => {
    const home = (await ask('/')).body.toString();
    expect(home).toContain(`/images/cover-small/${best}.jpg 640w, /images/cover/${best}.jpg 1200w`);
    expect((await ask('/events')).body.toString()).toContain(`/images/cover/${best}.jpg`);
    expect((await ask(`/events/${event.slug}`)).body.toString()).toContain(
      `/events/${event.slug}/photos/${best}/teaser.jpg`,
    );
  });
});
