import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFileSystemObjectStore } from '../../core/adapters/object-store/file-system/file-system-object-store.js';
import { fillStorefrontEvent } from '../../core/bench/storefront-event.js';
import { query } from '../../core/db/query.js';
import { createEvent } from '../../core/usecases/create-event.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'focusracer-bench-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

it('fills an event with as many photos and entries as told, all with tags, faces and versions', async () => {
  const { db } = database;
  const links = { baseUrl: '/objects/', secret: new Uint8Array(32) };
  const store = await openFileSystemObjectStore({ root: folder, links });
  const event = await createEvent(db, { name: 'Bench' });
  await fillStorefrontEvent({ db, store }, event.id, { photos: 30, entries: 7 });

  const [counts] = await query<Record<string, number>>(
    db,
    `select
       (select count(*)::int from photos where event_id = :id) as photos,
       (select count(*)::int from entries where event_id = :id) as entries,
       (select count(distinct photo_id)::int from tags t join entries e using (event_id, bib) where event_id = :id) as tagged,
       (select count(*)::int from faces where length(embedding) = 512) as faces`,
    { id: event.id },
  );
  expect(counts).toEqual({ photos: 30, entries: 7, tagged: 30, faces: 30 });
  const versions = await query<{ object_key: string }>(
    db,
    'select distinct object_key from versions',
  );
  expect(versions).toHaveLength(2);
  for (const { object_key: key } of versions)
    expect((await store.head(key))?.bytes).toBeGreaterThan(10_000);
});
