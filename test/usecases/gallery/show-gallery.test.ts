import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { rememberFigures } from '../../../core/usecases/gallery/event-figures.js';
import { showGallery } from '../../../core/usecases/gallery/show-gallery.js';
import type { PhotosAround } from '../../../core/usecases/gallery/photos-around.js';
import type { GalleryQuery } from '../../../core/usecases/gallery/read-search.js';
import { showPhoto } from '../../../core/usecases/gallery/show-photo.js';
import { ask, takeDown, takeDownDeps } from '../take-downs/take-down-world.js';
import { addEntry, addPhotos, publishedEvent } from '../../support/gallery-rows.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const deps = () => ({ db: database.db, figures: rememberFigures(database.db) });

describe('showGallery', () => {
  it('shows every photo once, in the order of time, page by page', async () => {
    const event = await publishedEvent(database.db, 'Pages');
    const ids = await addPhotos(database.db, event.id, 150);
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    for (let hasMore = true; hasMore; pages += 1) {
      const page = await showGallery(deps(), event.slug, {}, after);
      seen.push(...page.photos.map(({ id }) => id));
      after = seen.at(-1);
      hasMore = page.hasMore;
    }
    expect(seen).toEqual(ids);
    expect(pages).toBe(3);
  });

  it('goes on after a photo that was taken down meanwhile', async () => {
    const event = await publishedEvent(database.db, 'Taken down between');
    const ids = await addPhotos(database.db, event.id, 70);
    const first = await showGallery(deps(), event.slug, {});
    const last = first.photos.at(-1)!.id;
    const request = { slug: event.slug, photoId: last };
    await takeDown(takeDownDeps(database.db), request);
    const second = await showGallery(deps(), event.slug, {}, last);
    expect(second.photos.map(({ id }) => id)).toEqual(ids.slice(60));
    await expect(ask(takeDownDeps(database.db), request)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(showPhoto(deps(), event.slug, last, {})).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('filters by the spot on the course, with a bib, in the order of time, and counts each', async () => {
    const event = await publishedEvent(database.db, 'Spots');
    const finish = await addPhotos(database.db, event.id, 70);
    const start = await addPhotos(database.db, event.id, 3, { bib: '7' });
    await addPhotos(database.db, event.id, 2);
    const mark = (ids: readonly string[], spot: string) =>
      query(database.db, 'update photos set spot = :spot where id = any(:ids::uuid[])', {
        ids,
        spot,
      });
    await mark(finish, 'Finish line');
    await mark(start, 'Start');
    const first = await showGallery(deps(), event.slug, { spot: 'Finish line' });
    expect(first.photos.map(({ id }) => id)).toEqual(finish.slice(0, 60));
    const second = await showGallery(deps(), event.slug, { spot: 'Finish line' }, finish[59]);
    expect(second.photos.map(({ id }) => id)).toEqual(finish.slice(60));
    expect(first.figures.spots).toEqual([
      { spot: 'Finish line', photos: 70 },
      { spot: 'Start', photos: 3 },
    ]);
    expect((await showGallery(deps(), event.slug, { spot: 'Start', q: '7' })).photos).toHaveLength(
      3,
    );
    const elsewhere = await showGallery(deps(), event.slug, { spot: 'Finish line', q: '7' });
    expect(elsewhere).toMatchObject({ photos: [], emptiness: 'filtered-out' });
  });

  it('filters by time of day at the event, by photographer, and by both', async () => {
    const event = await publishedEvent(database.db, 'Filters');
    const ids = await addPhotos(database.db, event.id, 130);
    const [other] = await addPhotos(database.db, event.id, 1, { camera: 'B' });
    const until = await showGallery(deps(), event.slug, { until: '10:00' });
    // 08:00 UTC is 10:00 in Paris; the minute named belongs to it, photos without a time do not.
    expect(until.photos.map(({ id }) => id)).toEqual(expect.arrayContaining([ids[0], other]));
    expect(until.photos).toHaveLength(54 + 1);
    const from = await showGallery(deps(), event.slug, { from: '10:02' });
    expect(from.photos).toHaveLength(130 - 119 - 2);
    const key = from.figures.photographers.map(({ cameraKey }) => cameraKey);
    expect(key).toHaveLength(2);
    const counts = await Promise.all(
      key.map(async (photographer) => {
        const { photos } = await showGallery(deps(), event.slug, { photographer, until: '10:00' });
        return photos.length;
      }),
    );
    expect(counts.sort((a, b) => a - b)).toEqual([1, 54]);
    const none = await showGallery(deps(), event.slug, { from: '20:00', until: '21:00' });
    expect(none.emptiness).toBe('filtered-out');
  });

  it('says which bibs look like one that has no photo, and whether it is on the list', async () => {
    const event = await publishedEvent(database.db, 'Near misses');
    await addPhotos(database.db, event.id, 3, { bib: '1284' });
    await addPhotos(database.db, event.id, 5, { bib: '9999' });
    await addEntry(database.db, event.id, '1234', 'Zoé', 'Le Goff');
    const listed = await showGallery(deps(), event.slug, { q: ' 1234 ' });
    expect(listed.nearMisses).toEqual([{ bib: '1284', photos: 3 }]);
    expect(listed.emptiness).toBe('bib-without-photos');
    expect(listed.runners).toMatchObject([{ lastName: 'Le Goff', photos: 0 }]);
    expect(await showGallery(deps(), event.slug, { q: '5678' })).toMatchObject({
      emptiness: 'bib-not-listed',
      nearMisses: [],
    });
    const found = await showGallery(deps(), event.slug, { q: '1284' });
    expect(found).toMatchObject({ emptiness: undefined, nearMisses: [] });
    expect(found.photos).toHaveLength(3);
  });

  it('finds people by the beginnings of their names, without accents', async () => {
    const event = await publishedEvent(database.db, 'Names');
    await addPhotos(database.db, event.id, 2, { bib: '7' });
    await addEntry(database.db, event.id, '7', 'Zoé', 'Le Goff');
    await addEntry(database.db, event.id, '8', 'Zoé', 'Martin');
    const bibs = async (q: string) =>
      (await showGallery(deps(), event.slug, { q })).runners.map(({ bib }) => bib);
    expect(await bibs('le gof ZOE')).toEqual(['7']);
    expect(await bibs('zo')).toEqual(['7', '8']);
    expect(await bibs('off')).toEqual([]);
    expect((await showGallery(deps(), event.slug, { q: 'goff' })).photos).toHaveLength(2);
    expect((await showGallery(deps(), event.slug, { q: 'martin' })).emptiness).toBe(
      'name-without-photos',
    );
  });

  it('says why there is nothing', async () => {
    const empty = await publishedEvent(database.db, 'Nothing');
    expect((await showGallery(deps(), empty.slug, {})).emptiness).toBe('no-photos-yet');
    const arriving = await publishedEvent(database.db, 'Arriving');
    await addPhotos(database.db, arriving.id, 1, { waits: true });
    expect((await showGallery(deps(), arriving.slug, { q: '55' })).emptiness).toBe(
      'still-arriving',
    );
    const done = await publishedEvent(database.db, 'Done');
    await addPhotos(database.db, done.id, 1);
    const why = async (q: string) => (await showGallery(deps(), done.slug, { q })).emptiness;
    expect(await why('55')).toBe('bib-without-photos');
    expect(await why('dupont')).toBe('no-start-list');
    expect(await why('🏃🏃 ;--')).toBe('not-searchable');
    expect(await why(`' or 1=1 --`)).toBe('not-searchable');
    expect(await why('<script>alert(1)</script>')).toBe('not-searchable');
    expect(await why('%_\\'.repeat(4000))).toBe('not-searchable');
  });

  it('takes what no name is for a name only where somebody has it', async () => {
    const event = await publishedEvent(database.db, 'Lively');
    await addPhotos(database.db, event.id, 1, { bib: '7' });
    await addEntry(database.db, event.id, '7', 'Zoé', 'Martin');
    const search = async (q: string) => {
      const { photos, emptiness } = await showGallery(deps(), event.slug, { q });
      return [photos.length, emptiness];
    };
    expect(await search('martin!!!')).toEqual([1, undefined]);
    expect(await search('hello!!!')).toEqual([0, 'not-searchable']);
    expect(await search('https://example.org/7')).toEqual([0, 'not-searchable']);
    expect(await search('durand')).toEqual([0, 'name-not-listed']);
  });

  it.each([
    [{ spot: 'Nowhere' }, 'spot'],
    [{ spot: "\0' or true --" }, 'spot'],
    [{ photographer: 'ffffffff' }, 'photographer'],
    [{ photographer: '../../etc' }, 'photographer'],
    [{ day: '2026-99-99' }, 'day'],
    [{ day: '2026-05-18' }, 'day'],
    [{ day: 'tomorrow' }, 'day'],
    [{ from: '99:99' }, 'from'],
    [{ until: 'noon', q: '7' }, 'until'],
  ] as const)('shows nobody where %o is none of the event', async (query, part) => {
    const event = await publishedEvent(database.db, `Unknown ${part} ${JSON.stringify(query)}`);
    const [id] = await addPhotos(database.db, event.id, 2, { bib: '7' });
    expect(await showGallery(deps(), event.slug, query)).toMatchObject({
      photos: [],
      hasMore: false,
      unknown: [part],
      emptiness: 'unknown-filter',
      nearMisses: [],
    });
    expect((await showPhoto(deps(), event.slug, id!, query)).around.after).toEqual([]);
  });

  it('shows nobody behind a photo that the event does not have', async () => {
    const event = await publishedEvent(database.db, 'Cursors');
    await addPhotos(database.db, event.id, 2);
    const other = await publishedEvent(database.db, 'Other cursors');
    const [foreign] = await addPhotos(database.db, other.id, 1);
    for (const after of ['nobody', '', foreign!, '00000000-0000-4000-8000-000000000000'])
      expect(await showGallery(deps(), event.slug, {}, after)).toMatchObject({
        photos: [],
        unknown: ['after'],
        emptiness: 'unknown-filter',
      });
  });

  it('knows the own day of an event without a photo at a known time', async () => {
    const event = await publishedEvent(database.db, 'Untimed');
    await addPhotos(database.db, event.id, 1);
    await query(database.db, 'update photos set captured_at = null where event_id = :id', {
      id: event.id,
    });
    const { emptiness } = await showGallery(deps(), event.slug, { day: '2026-05-17' });
    expect(emptiness).toBe('filtered-out');
  });

  it('shows nothing of an event that is not published', async () => {
    const event = await publishedEvent(database.db, 'Draft');
    const [id] = await addPhotos(database.db, event.id, 1);
    for (const state of ['draft', 'archived']) {
      await query(database.db, 'update events set state = :state where id = :id', {
        state,
        id: event.id,
      });
      await expect(showGallery(deps(), event.slug, {})).rejects.toMatchObject({
        kind: 'not-found',
      });
      await expect(showPhoto(deps(), event.slug, id!, {})).rejects.toMatchObject({
        kind: 'not-found',
      });
    }
  });
});

describe('showPhoto', () => {
  it('has the neighbours of the search it comes from', async () => {
    const event = await publishedEvent(database.db, 'Neighbours');
    const mine = await addPhotos(database.db, event.id, 4, { bib: '12' });
    const others = await addPhotos(database.db, event.id, 4, { bib: '13' });
    const all = await showGallery(deps(), event.slug, {});
    const at = all.photos.findIndex(({ id }) => id === mine[1]);
    const beside = async (photoId: string, query: GalleryQuery) => {
      const { around } = await showPhoto(deps(), event.slug, photoId, query);
      return [around.before.at(-1)?.id, around.after[0]?.id];
    };
    expect(await beside(mine[1]!, {})).toEqual([all.photos[at - 1]?.id, all.photos[at + 1]?.id]);
    expect(await beside(mine[1]!, { q: '12' })).toEqual([mine[0], mine[2]]);
    expect((await beside(mine[0]!, { q: '12' }))[0]).toBeUndefined();
    expect((await beside(others[3]!, { q: '13' }))[1]).toBeUndefined();
  });

  it('shows a dozen photos on either side, and others of the same runner where nobody is looked for', async () => {
    const event = await publishedEvent(database.db, 'Others');
    const mine = await addPhotos(database.db, event.id, 30, { bib: '12' });
    await addPhotos(database.db, event.id, 30, { bib: '13' });
    const idsOf = ({ before, after }: PhotosAround) =>
      [before, after].map((side) => side.map(({ id }) => id));
    const expected = [mine.slice(3, 15), mine.slice(16, 28)];
    const searched = await showPhoto(deps(), event.slug, mine[15]!, { q: '12' });
    expect(searched.bibs).toEqual(['12']);
    expect(idsOf(searched.around)).toEqual(expected);
    expect([searched.others.bib, idsOf(searched.others)]).toEqual(['12', expected]);
    const unsearched = await showPhoto(deps(), event.slug, mine[15]!, {});
    expect(idsOf(unsearched.around)).not.toEqual(expected);
    expect([unsearched.others.bib, idsOf(unsearched.others)]).toEqual(['12', expected]);
    const [unknown] = await addPhotos(database.db, event.id, 1);
    const nobody = await showPhoto(deps(), event.slug, unknown!, {});
    expect([nobody.others.bib, idsOf(nobody.others)]).toEqual([undefined, idsOf(nobody.around)]);
  });

  it('knows no photo of another event, and no id that is none', async () => {
    const event = await publishedEvent(database.db, 'One');
    const other = await publishedEvent(database.db, 'Two');
    const [id] = await addPhotos(database.db, other.id, 1);
    for (const photoId of [id!, '..', `${id!}'--`, '00000000-0000-0000-0000-000000000000'])
      await expect(showPhoto(deps(), event.slug, photoId, {})).rejects.toMatchObject({
        kind: 'not-found',
      });
  });
});
