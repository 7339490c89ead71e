import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getEvent } from '../../core/db/queries/events.js';
import { templatePages } from '../../core/db/queries/face-links.js';
import { listPhotos as listPage, type PhotoCursor } from '../../core/db/queries/photo-list.js';
import { query } from '../../core/db/query.js';
import { findPhoto } from '../../core/usecases/find-photo.js';
import { listPhotos } from '../../core/usecases/list-photos.js';
import { createIngestWorld, type IngestWorld } from '../support/ingest-world.js';
import { madeJpeg } from '../support/made-photos.js';

let world: IngestWorld;
const FILES = ['a.jpg', 'sub/a.jpg', 'sub/b.jpg', 'sub/deep/b.jpg'];

beforeAll(async () => {
  world = await createIngestWorld();
  await mkdir(join(world.photos, 'sub/deep'), { recursive: true });
  for (const [seed, name] of FILES.entries())
    await writeFile(join(world.photos, name), await madeJpeg(seed));
  await world.ingest({ event: 'race' });
});
afterAll(async () => {
  await world.remove();
});

describe('naming a photo', () => {
  it('means a whole path before the end of another', async () => {
    const event = await getEvent(world.db, 'race');
    expect((await findPhoto(world.db, event, 'a.jpg')).file).toBe('a.jpg');
    expect((await findPhoto(world.db, event, 'sub/b.jpg')).file).toBe('sub/b.jpg');
    expect((await findPhoto(world.db, event, 'deep/b.jpg')).file).toBe('sub/deep/b.jpg');
    await expect(findPhoto(world.db, event, 'b.jpg')).rejects.toMatchObject({
      code: 'photo.ambiguous',
    });
  });
});

describe('listing photos', () => {
  it('shows each once, page by page, though they were taken within one millisecond', async () => {
    await query(
      world.db,
      `update photos p set captured_at = timestamptz '2026-05-17 09:00:00.123000Z' + n.n * interval '1 microsecond'
       from (select id, row_number() over (order by id desc) as n from photos) n where n.id = p.id and n.n < 4`,
    );
    const { id } = await getEvent(world.db, 'race');
    const all = await listPage(world.db, id, {}, { limit: 100, after: undefined });
    const paged: string[] = [];
    let after: PhotoCursor | undefined;
    for (let page = 0; page <= FILES.length; page += 1) {
      const { photos, next } = await listPage(world.db, id, {}, { limit: 1, after });
      paged.push(...photos.map(({ file }) => file));
      after = next;
      if (after === undefined) break;
    }
    expect(paged).toEqual(all.photos.map(({ file }) => file));
    expect([...paged].sort()).toEqual([...FILES].sort());
  });

  it('refuses a filter that is no bib', async () => {
    const listing = listPhotos(world.db, { event: 'race', bib: '?!' });
    await expect(listing.next()).rejects.toMatchObject({ kind: 'input', code: 'bib.unreadable' });
  });
});

describe('a file that is a photo the event has', () => {
  it('is reported once, with the bibs of that photo', async () => {
    const known = (await world.ingest({ event: 'race' })).photos;
    const first = known.find(({ file }) => file === 'a.jpg');
    expect(first?.bibs).toHaveLength(1);
    await utimes(join(world.photos, 'a.jpg'), 1, 1);
    await writeFile(join(world.photos, 'z copy.jpg'), await madeJpeg(0));
    const { photos, summary } = await world.ingest({ event: 'race' });
    expect(summary).toMatchObject({ known: FILES.length, duplicates: 1, kept: 0 });
    expect(photos.filter(({ file }) => file === 'a.jpg')).toEqual([{ ...first, outcome: 'known' }]);
    expect(photos.filter(({ file }) => file === 'z copy.jpg')).toEqual([
      { ...first, file: 'z copy.jpg', outcome: 'duplicate', reason: 'same bytes as a.jpg' },
    ]);
  });
});

describe('looking for a face', () => {
  it('compares kept photos alone, so that others take nobody’s place in the result', async () => {
    await query(
      world.db,
      `insert into faces (photo_id, ordinal, box, landmarks, confidence, quality, embedding, embedding_expires_at)
       select id, 0, '{}', '{}', 99, 90, decode(repeat('00', 512), 'hex'), now() + interval '1 day' from photos`,
    );
    await query(
      world.db,
      `update photos set status = 'near-duplicate' where id in (select photo_id from files where display_path = 'a.jpg')`,
    );
    const { id } = await getEvent(world.db, 'race');
    let faces = 0;
    for await (const page of templatePages(world.db, id, { outside: [] }, 'kept', 10))
      faces += page.length;
    expect(faces).toBe(FILES.length - 1);
  });
});
