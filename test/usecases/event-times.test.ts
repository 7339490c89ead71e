import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getEvent } from '../../core/db/queries/events.js';
import { query } from '../../core/db/query.js';
import type { EventDetails } from '../../core/domain/event.js';
import { createEvent } from '../../core/usecases/create-event.js';
import { editEvent, planEventEdit } from '../../core/usecases/edit-event.js';
import { doubtPhotos } from '../../core/usecases/doubt-times.js';
import { createIngestWorld, type IngestWorld } from '../support/ingest-world.js';
import { madePicture } from '../support/made-photos.js';

let world: IngestWorld;
beforeAll(async () => {
  world = await createIngestWorld();
});
afterAll(() => world.remove());
beforeEach(() => world.clear());

interface Shot {
  readonly taken: string;
  readonly offset?: string;
  readonly model?: string;
}

let seed = 0;
async function shoot(name: string, { taken, offset, model = 'EOS 600D' }: Shot): Promise<void> {
  seed += 1;
  const photo = madePicture(seed).withExif({
    IFD0: { Make: 'Canon', Model: model },
    IFD2: {
      DateTimeOriginal: taken,
      ...(offset !== undefined && { OffsetTimeOriginal: offset }),
    },
  });
  await world.put(name, await photo.jpeg().toBuffer());
}

/** By file, in UTC. */
async function takenAt(): Promise<Record<string, string | undefined>> {
  const rows = await query<{ file: string; taken: Date | null }>(
    world.db,
    `select f.display_path as file, p.captured_at as taken
     from files f join photos p on p.id = f.photo_id order by 1`,
  );
  return Object.fromEntries(rows.map(({ file, taken }) => [file, taken?.toISOString()]));
}

async function edit(details: Parameters<typeof planEventEdit>[1]['details']) {
  const plan = await planEventEdit(world.db, { event: 'race', details });
  await editEvent(world.db, plan);
  return plan;
}

const ingest = (details: EventDetails = {}) => world.ingest({ event: 'race', details });

describe('an event that is edited', () => {
  it('has its times read anew in another time zone, but those of cameras that know theirs', async () => {
    await shoot('clock.jpg', { taken: '2026:05:17 09:00:00' });
    await shoot('offset.jpg', { taken: '2026:05:17 09:00:00', offset: '+02:00' });
    await ingest({ timeZone: 'UTC' });
    expect((await takenAt())['clock.jpg']).toBe('2026-05-17T09:00:00.000Z');
    await query(
      world.db,
      `insert into packs (event_id, kind, quantity, size, price_cents, available_from, available_until)
       select id, 'photos', 1, 'hd', 800, '2026-05-17T00:00:00Z', '2026-06-21T00:00:00Z' from events`,
    );
    const plan = await edit({ timeZone: 'Europe/Paris' });
    expect(plan).toMatchObject({
      photosRetimed: 1,
      changes: [{ field: 'timeZone', from: 'UTC', to: 'Europe/Paris' }],
    });
    expect(await takenAt()).toEqual({
      'clock.jpg': '2026-05-17T07:00:00.000Z',
      'offset.jpg': '2026-05-17T07:00:00.000Z',
    });
    const [pack] = await query<{ from: Date; until: Date }>(
      world.db,
      'select available_from as "from", available_until as "until" from packs',
    );
    expect(pack?.from.toISOString()).toBe('2026-05-16T22:00:00.000Z');
    expect(pack?.until.toISOString()).toBe('2026-06-20T22:00:00.000Z');
  });

  it('is not touched by a plan, and changes only what is given', async () => {
    await createEvent(world.db, { name: 'Race', place: 'Nice', timeZone: 'Europe/Paris' });
    const details = { name: ' Spring race ', date: '2026-05-17' };
    const plan = await planEventEdit(world.db, { event: 'race', details });
    expect(plan.changes).toEqual([
      { field: 'name', from: 'Race', to: 'Spring race' },
      { field: 'date', from: undefined, to: '2026-05-17' },
    ]);
    expect(await getEvent(world.db, 'race')).toMatchObject({ name: 'Race', date: undefined });
    expect(await editEvent(world.db, plan)).toMatchObject({
      slug: 'race',
      name: 'Spring race',
      date: '2026-05-17',
      place: 'Nice',
      timeZone: 'Europe/Paris',
    });
  });

  it('takes nothing that a new event could not have', async () => {
    await createEvent(world.db, { name: 'Race' });
    for (const details of [{ date: '2026-02-30' }, { timeZone: 'Mars/North' }, { name: ' ' }])
      await expect(edit(details)).rejects.toMatchObject({ kind: 'input' });
  });

  it('has no photo left in its old zone by an ingest that runs meanwhile', async () => {
    for (let n = 0; n < 12; n += 1) await shoot(`${n}.jpg`, { taken: '2026:05:17 09:00:00' });
    await createEvent(world.db, { name: 'Race', timeZone: 'UTC' });
    const running = ingest();
    for (const timeZone of ['Asia/Tokyo', 'America/Lima', 'Europe/Paris']) {
      await edit({ timeZone });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await running;
    expect(new Set(Object.values(await takenAt()))).toEqual(new Set(['2026-05-17T07:00:00.000Z']));
  });

  it('is edited by a later ingest too, which then says the zone', async () => {
    await shoot('clock.jpg', { taken: '2026:05:17 09:00:00' });
    await ingest({ timeZone: 'UTC' });
    await ingest({ timeZone: 'Europe/Paris' });
    expect((await takenAt())['clock.jpg']).toBe('2026-05-17T07:00:00.000Z');
  });
});

describe('doubts about times', () => {
  const notices = async (details: EventDetails = {}) =>
    (await ingest(details)).notices.flatMap((notice) =>
      notice.code === 'time.doubt' ? [notice.values.doubt] : [],
    );

  it('say that nobody said the zone, until somebody does', async () => {
    const event = await createEvent(world.db, { name: 'Race' });
    expect(event.timeZoneSource).toBe('machine');
    expect(await notices()).toEqual([{ code: 'time.zone-guessed', timeZone: event.timeZone }]);
    await edit({ timeZone: event.timeZone });
    expect(await notices()).toEqual([]);
    const said = await createEvent(world.db, { name: 'Said', timeZone: 'Europe/Paris' });
    expect(said.timeZoneSource).toBe('said');
  });

  it('count the photos that record another offset than a guessed zone has', async () => {
    const event = await createEvent(world.db, { name: 'Race' });
    await shoot('a.jpg', { taken: '2026:05:17 09:00:00', offset: '+13:45' });
    await shoot('b.jpg', { taken: '2026:05:17 09:00:00' });
    expect(await notices()).toContainEqual({
      code: 'time.other-offset',
      timeZone: event.timeZone,
      photos: 1,
      offsetMinutes: 825,
    });
    await edit({ timeZone: 'Europe/Paris' });
    expect(await notices()).toEqual([]);
  });

  it('name the cameras whose photos lie months from the date, with an example', async () => {
    await shoot('reset.jpg', { taken: '2015:01:01 00:00:05', model: 'Canon EOS 600D' });
    await shoot('reset-2.jpg', { taken: '2015:01:01 00:00:09', model: 'Canon EOS 600D' });
    await shoot('late.jpg', { taken: '2027:05:17 09:00:00', model: 'R6' });
    await shoot('training.jpg', { taken: '2026:05:02 09:00:00' });
    await shoot('right.jpg', { taken: '2026:05:17 09:00:00' });
    const day = { timeZone: 'Europe/Paris', date: '2026-05-17' };
    const far = { code: 'time.far-from-date', date: '2026-05-17' };
    const expected = [
      { ...far, photos: 2, camera: 'Canon EOS 600D', file: 'reset.jpg', day: '2015-01-01' },
      { ...far, photos: 1, camera: 'Canon R6', file: 'late.jpg', day: '2027-05-17' },
    ];
    expect(await notices(day)).toEqual(expected);
    expect(await doubtPhotos(world.db, await getEvent(world.db, 'race'))).toEqual(expected);
  });
});
