import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getEvent, listEvents } from '../../core/db/queries/events.js';
import { lockEvent } from '../../core/db/queries/locks.js';
import { markNearDuplicate } from '../../core/db/queries/photos.js';
import { query, type Db } from '../../core/db/query.js';
import type { PhotoId } from '../../core/domain/ids.js';
import { tagPhoto } from '../../core/usecases/change-tags.js';
import { deleteEvent, planEventDeletion } from '../../core/usecases/delete-event.js';
import { restorePhoto } from '../../core/usecases/restore-photo.js';
import { createIngestWorld, sameThreadPool, type IngestWorld } from '../support/ingest-world.js';
import { blurredJpeg, madeJpeg, madePicture } from '../support/made-photos.js';

let world: IngestWorld;

beforeAll(async () => {
  world = await createIngestWorld();
});
afterAll(async () => {
  await world.remove();
});
beforeEach(async () => {
  for (const { slug } of await listEvents(world.db))
    await deleteEvent(world, await planEventDeletion(world, slug));
  for (const name of ['a.jpg', 'b.jpg']) await rm(join(world.photos, name), { force: true });
});

const put = (name: string, content: Uint8Array): Promise<void> =>
  writeFile(join(world.photos, name), content);
const LINK_ONLY = { nearDuplicates: false, nearDuplicateDistance: 5, similarityThreshold: 85 };
const RESTORE = {
  ...LINK_ONLY,
  task: { retouch: false, watermarkText: 'made' },
  maximumBytes: 10_000_000,
  templateDays: 90,
};
const restore = (photo: string) => {
  const openPool = () => Promise.resolve(sameThreadPool(1));
  return restorePhoto({ ...world, openPool }, { event: 'race', photo }, RESTORE);
};
const statuses = async (): Promise<string[]> =>
  (await query<{ status: string }>(world.db, 'select status from photos order by status')).map(
    ({ status }) => status,
  );

/** Holds the event as another process would, until somebody waits for it; gives what `look` sees then. */
async function seenWhileHeld<T>(work: () => Promise<unknown>, look: (db: Db) => Promise<T>) {
  const event = await getEvent(world.db, 'race');
  return world.db.transaction(async (transaction) => {
    await lockEvent(transaction, event.id);
    const waiting = work();
    for (;;) {
      const blocked = await query(
        transaction,
        `select from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
      );
      if (blocked.length > 0) break;
    }
    return { seen: await look(transaction), waiting };
  });
}

describe('a correction by a person', () => {
  it('waits for whoever works on the event, before it changes anything', async () => {
    await put('a.jpg', await madeJpeg(1));
    await world.ingest({ event: 'race' });
    const target = { event: 'race', photo: 'a.jpg', bib: '900' };
    const { seen, waiting } = await seenWhileHeld(
      () => tagPhoto(world.db, target, LINK_ONLY),
      (db) => query(db, "select from tags where source = 'manual'"),
    );
    expect(seen).toEqual([]);
    expect(await waiting).toMatchObject({ changed: true });
  });

  it('to restore a photo is not undone by a comparison that began before it', async () => {
    await put('a.jpg', await madeJpeg(1));
    await put('b.jpg', await madePicture(1).jpeg({ quality: 60 }).toBuffer());
    await world.ingest({ event: 'race' });
    expect(await statuses()).toEqual(['kept', 'near-duplicate']);
    const rows = await query<{ id: PhotoId; keeper: PhotoId; file: string }>(
      world.db,
      `select p.id, p.duplicate_of as keeper, f.display_path as file
       from photos p join files f on f.photo_id = p.id where p.status = 'near-duplicate'`,
    );
    for (const { id, keeper, file } of rows) {
      await restore(file);
      await markNearDuplicate(world.db, id, keeper);
    }
    expect(await statuses()).toEqual(['kept', 'kept']);
  });
});

describe('photos that came in with near duplicates kept', () => {
  beforeEach(async () => {
    await put('a.jpg', await madeJpeg(1));
    await put('b.jpg', await madePicture(1).jpeg({ quality: 60 }).toBuffer());
  });

  it('stay kept when something else of the event changes, and in a later run', async () => {
    await world.ingest({ event: 'race', nearDuplicates: false });
    await tagPhoto(world.db, { event: 'race', photo: 'a.jpg', bib: '900' }, LINK_ONLY);
    await world.ingest({ event: 'race' });
    expect(await statuses()).toEqual(['kept', 'kept']);
  });

  it('do not keep the photos of a run that was stopped from being compared', async () => {
    const stopped = new AbortController();
    const pool = sameThreadPool(1);
    const stopping = {
      ...pool,
      process: (task: Parameters<typeof pool.process>[0]) => {
        if (task.fileName === 'b.jpg') stopped.abort();
        return pool.process(task);
      },
    };
    await world.ingest({ event: 'race' }, { pool: stopping }, stopped.signal);
    await world.ingest({ event: 'race', nearDuplicates: false });
    await tagPhoto(world.db, { event: 'race', photo: 'a.jpg', bib: '900' }, LINK_ONLY);
    expect(await statuses()).toEqual(['kept', 'kept']);
    await world.ingest({ event: 'race' });
    expect(await statuses()).toEqual(['kept', 'near-duplicate']);
  });
});

describe('restoring a blurry photo that was ingested by reference', () => {
  it('refuses a file that is no longer the one that was ingested', async () => {
    await put('a.jpg', await blurredJpeg(1));
    await world.ingest({ event: 'race', byReference: true });
    await put('a.jpg', await madeJpeg(2));
    await expect(restore('a.jpg')).rejects.toMatchObject({ code: 'photo.original-gone' });
    expect(await statuses()).toEqual(['blurry']);
    await put('a.jpg', await blurredJpeg(1));
    expect(await restore('a.jpg')).toMatchObject({ was: 'blurry' });
    expect(await statuses()).toEqual(['kept']);
  });
});
