import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listEvents } from '../../core/db/queries/events.js';
import { query, type Db } from '../../core/db/query.js';
import { FocusError } from '../../core/errors.js';
import type { PhotoPool } from '../../core/pipeline/photo-task.js';
import type { ObjectStore } from '../../core/ports/object-store.js';
import { deleteEvent, planEventDeletion } from '../../core/usecases/delete-event.js';
import {
  createIngestWorld,
  expectToAddUp,
  sameThreadPool,
  type IngestWorld,
} from '../support/ingest-world.js';
import { madeJpeg } from '../support/made-photos.js';

let world: IngestWorld;

beforeAll(async () => {
  world = await createIngestWorld();
});
afterAll(async () => {
  await world.remove();
});
beforeEach(() => world.clear());

const put: IngestWorld['put'] = (...given) => world.put(...given);

describe('processes side by side', () => {
  it('refuses the second one on the same folder, and both mean the same event', async () => {
    for (let seed = 0; seed < 6; seed += 1) await put(`${seed}.jpg`, await madeJpeg(seed));
    const [one, two] = await Promise.allSettled([world.ingest(), world.ingest()]);
    const refused = [one, two].filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ kind: 'conflict', code: 'ingest.already-running' });
    expect(await listEvents(world.db)).toHaveLength(1);
  });

  it('brings two folders with common photos into one event, each photo once', async () => {
    for (let seed = 0; seed < 8; seed += 1) {
      await put(`${seed}.jpg`, await madeJpeg(seed), world.photos);
      await put(`${seed}.jpg`, await madeJpeg(seed + 4), world.others);
    }
    const runs = await Promise.all(
      [world.photos, world.others].map((folder) => world.ingest({ folder, event: 'Both' })),
    );
    for (const run of runs) expectToAddUp(run);
    expect(await listEvents(world.db)).toHaveLength(1);
    expect(await query(world.db, 'select id from photos')).toHaveLength(12);
    expect(runs.reduce((kept, { summary }) => kept + summary.kept, 0)).toBe(12);
  });

  it('says that the event was deleted, and leaves none of its objects', async () => {
    for (let seed = 0; seed < 4; seed += 1) await put(`${seed}.jpg`, await madeJpeg(seed));
    const pool = sameThreadPool(1);
    let isDeleted = false;
    const deleting: PhotoPool = {
      ...pool,
      async process(task) {
        if (!isDeleted) await deleteEvent(world, await planEventDeletion(world, 'gone'));
        isDeleted = true;
        return pool.process(task);
      },
    };
    const attempt = world.ingest({ event: 'Gone' }, { pool: deleting });
    await expect(attempt).rejects.toMatchObject({ kind: 'conflict', code: 'ingest.event-deleted' });
    expect(await world.objectKeys()).toEqual([]);
  });
});

describe('deleting an event', () => {
  it('takes what an ingest stores while its objects are being deleted', async () => {
    await put('a.jpg', await madeJpeg(1));
    await world.ingest({ event: 'Race' });
    const plan = await planEventDeletion(world, 'race');
    let isLate = true;
    const late: ObjectStore = Object.assign(Object.create(world.store) as ObjectStore, {
      async *list(prefix: string) {
        yield* world.store.list(prefix);
        if (isLate) await world.store.put(`${prefix}photos/late`, new Uint8Array([1]));
        isLate = false;
      },
    });
    await deleteEvent({ db: world.db, store: late }, plan);
    expect(await world.objectKeys()).toEqual([]);
  });

  it('ends a run that was about to finish with the reason', async () => {
    await put('a.jpg', await madeJpeg(1));
    const events: string[] = [];
    const deleting: Db = new Proxy(world.db, {
      get(db, name, receiver) {
        const value: unknown = Reflect.get(db, name, receiver);
        if (name !== 'raw') return value;
        return async (sql: string, values: Record<string, Knex.Value>) => {
          if (sql.includes('update runs')) {
            events.push('deleted');
            await deleteEvent(world, await planEventDeletion(world, 'race'));
          }
          return world.db.raw(sql, values);
        };
      },
    });
    const attempt = world.ingest({ event: 'Race' }, { db: deleting });
    await expect(attempt).rejects.toMatchObject({ kind: 'conflict', code: 'ingest.event-deleted' });
    expect(events).toEqual(['deleted']);
  });
});

describe('a run that stops', () => {
  it('finishes what is in hand when asked to stop, and the next run does the rest', async () => {
    for (let seed = 0; seed < 9; seed += 1) await put(`${seed}.jpg`, await madeJpeg(seed));
    const stop = new AbortController();
    const pool = sameThreadPool(1);
    const stopping: PhotoPool = {
      ...pool,
      process(task) {
        stop.abort();
        return pool.process(task);
      },
    };
    const stopped = await world.ingest({}, { pool: stopping }, stop.signal);
    expectToAddUp(stopped);
    expect(stopped.summary.kept).toBeGreaterThan(0);
    expect(stopped.summary.found).toBeLessThan(9);
    const rest = await world.ingest();
    expectToAddUp(rest);
    expect(rest.summary).toMatchObject({
      found: 9,
      known: stopped.summary.kept,
      kept: 9 - stopped.summary.kept,
    });
  });

  it('is not stopped by one photo that says what the database cannot hold', async () => {
    for (let seed = 0; seed < 4; seed += 1) await put(`${seed}.jpg`, await madeJpeg(seed));
    const pool = sameThreadPool(1);
    const odd: PhotoPool = {
      ...pool,
      async process(task) {
        const { fileName } = task;
        const result = await pool.process(task);
        if (result.kind !== 'analysed' || fileName !== '1.jpg') return result;
        const capture = { ...result.photo.capture, local: '0000-01-01T00:00:00.000000' };
        return { ...result, photo: { ...result.photo, capture } };
      },
    };
    const run = await world.ingest({}, { pool: odd });
    expectToAddUp(run);
    expect(run.summary).toMatchObject({ found: 4, kept: 3, failed: 1 });
    const failed = run.photos.find(({ outcome }) => outcome === 'failed');
    expect(failed).toMatchObject({
      file: '1.jpg',
      reason: expect.stringContaining('out of range'),
    });
    expect((await world.ingest()).summary).toMatchObject({ known: 3, kept: 1, failed: 0 });
  });

  it('loses nothing to a full disk: the next run goes on', async () => {
    for (let seed = 0; seed < 6; seed += 1) await put(`${seed}.jpg`, await madeJpeg(seed));
    let puts = 0;
    const full = new FocusError('unavailable', 'object.disk-full', 'The disk is full');
    const small: ObjectStore = Object.assign(Object.create(world.store) as ObjectStore, {
      put: (...args: Parameters<ObjectStore['put']>) =>
        (puts += 1) > 10 ? Promise.reject(full) : world.store.put(...args),
    });
    await expect(world.ingest({}, { store: small })).rejects.toBe(full);
    const [stored] = await query<{ photos: number }>(
      world.db,
      'select count(*)::int as photos from photos',
    );
    const run = await world.ingest();
    expectToAddUp(run);
    expect(run.summary).toMatchObject({ found: 6, known: stored?.photos, failed: 0 });
    expect(await world.objectKeys()).toHaveLength(6 * 4);
  });
});
