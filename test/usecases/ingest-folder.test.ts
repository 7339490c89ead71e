import { chmod, mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listEvents } from '../../core/db/queries/events.js';
import { query } from '../../core/db/query.js';
import { FocusError } from '../../core/errors.js';
import type { PhotoPool } from '../../core/pipeline/photo-task.js';
import { planIngest } from '../../core/usecases/plan-ingest.js';
import {
  colourEngine,
  createIngestWorld,
  expectToAddUp,
  outcomesOf,
  sameThreadPool,
  type IngestWorld,
} from '../support/ingest-world.js';
import { blurredJpeg, madeJpeg, madePicture } from '../support/made-photos.js';

let world: IngestWorld;

beforeAll(async () => {
  world = await createIngestWorld();
});
afterAll(async () => {
  await world.remove();
});
beforeEach(() => world.clear());

const put: IngestWorld['put'] = (...given) => world.put(...given);

async function putMessyFolder(): Promise<void> {
  const first = await madeJpeg(1);
  await put('a.jpg', first);
  await put('b with space.jpg', await madeJpeg(2));
  await put('c 🏃.jpg', await madeJpeg(3));
  await put('d\nline.jpg', await madeJpeg(4));
  await writeFile(
    Buffer.concat([Buffer.from(`${world.photos}/e`), Buffer.from([0xff, 0xfe])]),
    await madeJpeg(5),
  );
  await put('Case.jpg', await madeJpeg(6));
  await put('case.jpg', await madeJpeg(7));
  await put('z copy.jpg', first);
  await put('cut.jpg', first.subarray(0, first.length / 2));
  await put('cut copy.jpg', first.subarray(0, first.length / 2));
  await put('zero.jpg', '');
  await put('words.jpg', 'not a picture');
  await put('notes.txt', 'not a picture');
  await put('photo.txt', await madeJpeg(8));
  await put('png called.jpg', await madePicture(9).png().toBuffer());
  await put('deep.png', await madePicture(10).toColourspace('rgb16').png().toBuffer());
  await put('deep.tif', await madePicture(11).toColourspace('rgb16').tiff().toBuffer());
  await put('press.jpg', await madePicture(12).toColourspace('cmyk').jpeg().toBuffer());
  await put('progressive.jpg', await madePicture(13).jpeg({ progressive: true }).toBuffer());
  await put('dot.png', await madePicture(14, 1, 1).png().toBuffer());
  await put('line.png', await madePicture(15, 3000, 1).png().toBuffer());
  await put('blurry.jpg', await blurredJpeg(16));
  await mkdir(join(world.photos, 'sub'));
  await symlink('..', join(world.photos, 'sub/loop'));
  await symlink('self', join(world.photos, 'self'));
  await symlink('nowhere', join(world.photos, 'dangling.jpg'));
}

describe('a spot on the course', () => {
  const spots = async () =>
    (
      await query<{ display_path: string; spot: string | null }>(
        world.db,
        `select f.display_path, p.spot from files f join photos p on p.id = f.photo_id
         where f.outcome = 'photo' order by f.display_path`,
      )
    ).map(({ display_path: path, spot }) => [path, spot]);

  it('is that of all photos of its folder, known ones and later ones too', async () => {
    await put('a.jpg', await madeJpeg(1));
    await world.ingest({ event: 'race' });
    expect(await spots()).toEqual([['a.jpg', null]]);
    await world.ingest({ event: 'race', spot: ' Finish \n line ' });
    await put('b.jpg', await madeJpeg(2));
    await world.ingest({ event: 'race' });
    expect(await spots()).toEqual([
      ['a.jpg', 'Finish line'],
      ['b.jpg', 'Finish line'],
    ]);
    await world.ingest({ event: 'race', spot: 'Start' });
    expect((await spots())[0]).toEqual(['a.jpg', 'Start']);
  });

  it('stays that of the folder that a photo came from, where another has a copy', async () => {
    const photo = await madeJpeg(1);
    await mkdir(join(world.photos, 'start'));
    await mkdir(join(world.photos, 'best'));
    await put('start/a.jpg', photo);
    await put('best/copy.jpg', photo);
    const folder = (name: string) => ({ event: 'race', folder: join(world.photos, name) });
    await world.ingest({ ...folder('start'), spot: 'Start' });
    await world.ingest({ ...folder('best'), spot: 'Best of' });
    expect(await spots()).toEqual([['a.jpg', 'Start']]);
  });

  it('is refused where it says nothing', async () => {
    await expect(world.ingest({ event: 'race', spot: ' ' })).rejects.toMatchObject({
      code: 'spot.unreadable',
    });
    expect(await listEvents(world.db)).toEqual([]);
  });
});

describe('a messy folder', () => {
  it('brings every file to the one outcome that is true of it, and counts that add up', async () => {
    await putMessyFolder();
    const run = await world.ingest();
    expectToAddUp(run);
    expect(outcomesOf(run)).toEqual({
      'Case.jpg': 'kept',
      'a.jpg': 'kept',
      'b with space.jpg': 'kept',
      'blurry.jpg': 'blurry',
      'c 🏃.jpg': 'kept',
      'case.jpg': 'kept',
      'cut copy.jpg': 'failed',
      'cut.jpg': 'failed',
      'd\\nline.jpg': 'kept',
      'dangling.jpg': 'failed',
      'deep.png': 'kept',
      'deep.tif': 'kept',
      'dot.png': 'blurry',
      'e\\xFF\\xFE': 'kept',
      'line.png': 'blurry',
      'notes.txt': 'unsupported',
      'photo.txt': 'kept',
      'png called.jpg': 'kept',
      'press.jpg': 'kept',
      'progressive.jpg': 'kept',
      self: 'failed',
      'words.jpg': 'failed',
      'z copy.jpg': 'duplicate',
      'zero.jpg': 'failed',
    });
    const reasons = run.photos
      .filter(({ outcome }) => outcome !== 'kept')
      .map(({ reason }) => reason);
    expect(reasons).not.toContain(undefined);
  });

  it('has what was left out counted and named beside what was found, in a dry run too', async () => {
    for (const name of ['.a.jpg', '.b.jpg', '.c.jpg', '.d.jpg', '._e.jpg', 'e.jpg'])
      await put(name, await madeJpeg(1));
    await mkdir(join(world.photos, '.trash'));
    await symlink('e.jpg', join(world.photos, 'z.jpg'));
    const leftOut = [
      { cause: 'hidden-file', count: 4, examples: ['.a.jpg', '.b.jpg', '.c.jpg'] },
      { cause: 'hidden-folder', count: 1, examples: ['.trash/'] },
      { cause: 'system', count: 1, examples: ['._e.jpg'] },
      { cause: 'link', count: 1, examples: ['z.jpg'] },
    ];
    const wanted = { folder: world.photos, event: undefined, details: {}, startList: undefined };
    expect(await planIngest(world.db, wanted)).toMatchObject({ found: 1, leftOut });
    const run = await world.ingest();
    expectToAddUp(run);
    expect(run.summary).toMatchObject({ found: 1, kept: 1, leftOut });
  });

  it('is known the next time, but for what failed, which is tried again', async () => {
    await putMessyFolder();
    const first = await world.ingest();
    const again = await world.ingest();
    expectToAddUp(again);
    expect(again.summary).toMatchObject({
      found: first.summary.found,
      failed: first.summary.failed,
      kept: 0,
    });
    expect(again.summary.known).toBe(first.summary.found - first.summary.failed);
  });

  it('has its outcomes foretold by a dry run, which writes nothing', async () => {
    await putMessyFolder();
    const wanted = {
      folder: world.photos,
      event: undefined,
      details: {},
      startList: undefined,
    };
    const plan = await planIngest(world.db, wanted);
    expect(await listEvents(world.db)).toEqual([]);
    const { summary } = await world.ingest();
    expect(plan).toMatchObject({
      event: summary.event,
      isNewEvent: true,
      found: summary.found,
      known: 0,
    });
    expect(plan.unsupported).toBe(summary.unsupported);
    expect(plan.new).toBe(summary.found - summary.unsupported - plan.unreadable);

    await put('a.jpg', await madeJpeg(20));
    await put('new.jpg', await madeJpeg(21));
    const later = await planIngest(world.db, wanted);
    const run = await world.ingest();
    expect(later).toMatchObject({
      isNewEvent: false,
      new: 1,
      changed: 1,
      known: run.summary.known,
    });
    expect(later.retried + later.unreadable).toBe(run.summary.failed);
    expect(later.found).toBe(run.summary.found);
  });

  it('keeps a photo cut at every tenth byte to failures of its own', async () => {
    const whole = await madePicture(1, 80, 60).jpeg({ quality: 40 }).toBuffer();
    for (let length = 0; length < whole.length; length += 10) {
      await put(`${String(length).padStart(5, '0')}.jpg`, whole.subarray(0, length));
    }
    await put('whole.jpg', whole);
    const run = await world.ingest();
    expectToAddUp(run);
    const unlucky = run.photos.filter(({ outcome }) => outcome === 'kept').map(({ file }) => file);
    expect(unlucky).toEqual(['whole.jpg']);
  });
});

describe('what an ingest is refused for', () => {
  const listFile = (): string => join(world.others, 'runners.csv');

  it.each([
    ['a start list without bibs', 'Name;Club\nAda Day;Run\n', {}],
    ['a day that is none', 'Bib;Name\n1;Ada Day\n', { date: '2026-02-30' }],
    ['a time zone that is none', 'Bib;Name\n1;Ada Day\n', { timeZone: 'Mars/Olympus' }],
  ])('is %s, before an event is made and in a dry run as well', async (_, list, details) => {
    await put('a.jpg', await madeJpeg(1));
    await put('runners.csv', list, world.others);
    const request = { details, startList: { file: listFile(), choices: {} } };
    await expect(world.ingest(request)).rejects.toMatchObject({ kind: 'input' });
    await expect(
      planIngest(world.db, { folder: world.photos, event: undefined, ...request }),
    ).rejects.toMatchObject({ kind: 'input' });
    expect(await listEvents(world.db)).toEqual([]);
  });

  it('is nothing where the dry run counts the entries of a good list', async () => {
    await put('runners.csv', 'Bib;Name\n1;Ada Day\n2;Bob Eve\n', world.others);
    const startList = { file: listFile(), choices: {} };
    const plan = await planIngest(world.db, {
      folder: world.photos,
      event: undefined,
      details: {},
      startList,
    });
    expect(plan.startList).toMatchObject({ accepted: 2, added: 2, removed: 0 });
    expect(await listEvents(world.db)).toEqual([]);
  });
});

describe('a folder that is none', () => {
  it('leaves no event behind where it is a file', async () => {
    await put('a.jpg', await madeJpeg(1));
    const attempt = world.ingest({ folder: join(world.photos, 'a.jpg') });
    await expect(attempt).rejects.toMatchObject({ kind: 'input', code: 'scan.not-a-folder' });
    expect(await listEvents(world.db)).toEqual([]);
  });

  it('makes an event without photos of an empty one', async () => {
    const run = await world.ingest({ event: 'Empty' });
    expect(run.summary).toMatchObject({ event: 'empty', found: 0 });
  });
});

describe('a photo that the program stumbles over', () => {
  const stumbling = (): PhotoPool => {
    const pool = sameThreadPool(2);
    return {
      ...pool,
      process: (task) =>
        task.fileName === 'b.jpg'
          ? Promise.reject(new RangeError('out of bounds'))
          : pool.process(task),
    };
  };

  it('fails alone, and is kept by the program that is mended', async () => {
    for (const [at, name] of ['a.jpg', 'b.jpg', 'c.jpg'].entries())
      await put(name, await madeJpeg(at));
    const run = await world.ingest({}, { pool: stumbling() });
    expectToAddUp(run);
    expect(outcomesOf(run)).toEqual({ 'a.jpg': 'kept', 'b.jpg': 'failed', 'c.jpg': 'kept' });
    expect(run.photos.find(({ file }) => file === 'b.jpg')?.reason).toContain('out of bounds');
    expect(outcomesOf(await world.ingest())).toEqual({
      'a.jpg': 'known',
      'b.jpg': 'kept',
      'c.jpg': 'known',
    });
  });

  it('stops the run where the engine itself is missing, and blames no photo', async () => {
    await put('a.jpg', await madeJpeg(1));
    const missing = new FocusError('config', 'model.missing', 'The model is not installed');
    const engine = { ...colourEngine, analyse: () => Promise.reject(missing) };
    await expect(world.ingest({}, { pool: sameThreadPool(1, engine) })).rejects.toBe(missing);
    expect(await query(world.db, 'select * from files')).toEqual([]);
  });
});

describe('a file that changes between runs', () => {
  it('is its photo again once its old content is back', async () => {
    const content = await madeJpeg(1);
    await put('a.jpg', content);
    await world.ingest();
    await put('a.jpg', content.subarray(0, 100));
    expect(outcomesOf(await world.ingest())).toEqual({ 'a.jpg': 'failed' });
    await put('a.jpg', content);
    const run = await world.ingest();
    expectToAddUp(run);
    expect(outcomesOf(run)).toEqual({ 'a.jpg': 'kept' });
    expect(await query(world.db, 'select id from photos')).toHaveLength(1);
  });

  it('is known where only its time changed, and is not read a third time', async () => {
    await put('a.jpg', await madeJpeg(1));
    await world.ingest();
    await utimes(join(world.photos, 'a.jpg'), 1, 1);
    expect(outcomesOf(await world.ingest())).toEqual({ 'a.jpg': 'known' });
    await chmod(join(world.photos, 'a.jpg'), 0o000);
    expect(outcomesOf(await world.ingest())).toEqual({ 'a.jpg': 'known' });
  });

  it('fails where it goes away during the run', async () => {
    await put('a.jpg', await madeJpeg(1));
    await put('b.jpg', await madeJpeg(2));
    const pool = sameThreadPool(1);
    const removing: PhotoPool = {
      ...pool,
      // One in hand and none read ahead: b is still to be read.
      size: -1,
      async process(task) {
        await rm(join(world.photos, 'b.jpg'));
        return pool.process(task);
      },
    };
    const run = await world.ingest({}, { pool: removing });
    expectToAddUp(run);
    expect(outcomesOf(run)).toEqual({ 'a.jpg': 'kept', 'b.jpg': 'failed' });
  });
});
