import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import { deleteEvent, planEventDeletion } from '../../core/usecases/delete-event.js';
import {
  createIngestWorld,
  sameThreadPool,
  sumOf,
  type IngestWorld,
} from '../support/ingest-world.js';
import { blurredJpeg, madeJpeg, madePicture } from '../support/made-photos.js';

let world: IngestWorld;
let contents: readonly Buffer[];

beforeAll(async () => {
  world = await createIngestWorld();
  const broken = (await madeJpeg(9)).subarray(0, 900);
  contents = [
    ...(await Promise.all([1, 2, 3, 4, 5].map((seed) => madeJpeg(seed)))),
    // The same frames exported again: near duplicates.
    await madePicture(1).resize(120).jpeg({ quality: 70 }).toBuffer(),
    await madePicture(1).jpeg({ quality: 50 }).toBuffer(),
    await madePicture(2).png().toBuffer(),
    await blurredJpeg(6),
    // The same bytes again: a duplicate.
    await madeJpeg(3),
    broken,
  ];
});
afterAll(async () => {
  await world.remove();
});

/** Where each content lies, under which name, and how many are worked on at once. */
interface Arrangement {
  readonly names: readonly number[];
  readonly folders: readonly boolean[];
  readonly workers: number;
  readonly otherFolderFirst: boolean;
}

/** What the event holds, whatever the names of the files: photos by their hash, with status, keeper and tags. */
async function stateOf(arrangement: Arrangement) {
  const folders = arrangement.otherFolderFirst
    ? [world.others, world.photos]
    : [world.photos, world.others];
  for (const folder of folders) {
    await rm(folder, { recursive: true });
    await mkdir(folder);
  }
  for (const [at, content] of contents.entries()) {
    const folder = arrangement.folders[at] === true ? world.others : world.photos;
    await writeFile(join(folder, `${String(arrangement.names[at]).padStart(2, '0')}.jpg`), content);
  }
  const found = [];
  for (const folder of folders) {
    const { summary } = await world.ingest(
      { folder, event: 'race' },
      { pool: sameThreadPool(arrangement.workers) },
    );
    expect(sumOf(summary)).toBe(summary.found);
    found.push(summary.found);
  }
  const photos = await query<{ status: string }>(
    world.db,
    `select p.id, encode(p.sha256, 'hex') as sha256, p.status, p.duplicate_of, p.pending,
       array(select t.bib || t.source || t.confidence from tags t where t.photo_id = p.id order by t.bib) as tags,
       array(select v.kind || v.ordinal || ':' || v.bytes from versions v where v.photo_id = p.id order by v.kind) as versions
     from photos p order by p.id`,
  );
  const files = await query(
    world.db,
    'select outcome, count(*)::int from files group by outcome order by outcome',
  );
  const keys = (await world.objectKeys()).map((key) => key.replace(/^events\/[^/]+/, ''));
  await deleteEvent(world, await planEventDeletion(world, 'race'));
  return { photos, files, keys, found: found.reduce((sum, count) => sum + count, 0) };
}

describe('one set of photos', () => {
  it('comes out the same in any order, under any names, in one folder or two, by any number of workers', async () => {
    const straight = contents.map((_, at) => at);
    const expected = await stateOf({
      names: straight,
      folders: straight.map(() => false),
      workers: 1,
      otherFolderFirst: false,
    });
    // Or the test would say little.
    expect(expected.photos.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['kept', 'near-duplicate', 'blurry']),
    );
    const arrangement = fc.record({
      names: fc.shuffledSubarray(straight, { minLength: straight.length }),
      folders: fc.array(fc.boolean(), { minLength: straight.length, maxLength: straight.length }),
      workers: fc.integer({ min: 1, max: 4 }),
      otherFolderFirst: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(arrangement, async (arranged) => {
        expect(await stateOf(arranged)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});
