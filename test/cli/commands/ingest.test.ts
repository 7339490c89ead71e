import { cp, mkdir, rename, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE_OUTCOMES } from '../../../core/pipeline/ingest-events.js';
import { focusracerWithDatabase, type Focusracer } from '../support/focusracer.js';

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
/** One runner (317), two runners, a copy, an empty photo and a note. */
const FILES = ['FR_0002.jpg', 'FR_0006.jpg', 'card-2/FR_0017.jpg', 'card-2/notes.txt'];

let focusracer: Focusracer;
let race: string;

beforeAll(async () => {
  focusracer = await focusracerWithDatabase();
  race = join(focusracer.home, 'race day');
  await mkdir(join(race, 'card-2'), { recursive: true });
  for (const file of FILES) await cp(join(fixtures, 'race', file), join(race, file));
  await cp(join(race, 'FR_0002.jpg'), join(race, 'card-2/again.jpg'));
});
afterAll(() => focusracer.remove());

/** As a process: its worker threads need compiled code. */
const ingest = (...more: string[]) => focusracer.startForJson('ingest', race, ...more);
const FIRST = ['--name', 'Race day', '--workers', '1'];

describe('focusracer ingest', () => {
  it('plans without writing', async () => {
    const [plan] = await focusracer.json('ingest', race, ...FIRST, '--dry-run');
    expect(plan).toMatchObject({ type: 'plan', isNewEvent: true, found: 5, known: 0 });
    expect(await focusracer.json('event', 'list')).toEqual([]);
  });

  it('tells programs one outcome a file, and a summary that adds up', async () => {
    const startList = join(fixtures, 'start-list.csv');
    const rejects = join(focusracer.home, 'start-list.csv');
    await cp(startList, rejects);
    const lines = await ingest(...FIRST, '--start-list', rejects);

    const photos = lines.filter(({ type }) => type === 'photo');
    expect(Object.fromEntries(photos.map(({ file, outcome }) => [file, outcome]))).toEqual({
      'FR_0002.jpg': 'kept',
      'FR_0006.jpg': 'kept',
      'card-2/FR_0017.jpg': 'failed',
      'card-2/again.jpg': 'duplicate',
      'card-2/notes.txt': 'unsupported',
    });
    expect(photos).toHaveLength(5);
    for (const photo of photos) {
      expect(photo).toEqual({
        type: 'photo',
        file: expect.any(String),
        outcome: expect.toBeOneOf([...FILE_OUTCOMES]),
        bibs: expect.any(Array),
        reason: photo.outcome === 'kept' ? null : expect.any(String),
      });
    }
    expect(lines.filter(({ type }) => type === 'summary')).toHaveLength(1);
    expect(lines.at(-1)).toMatchObject({
      type: 'summary',
      event: 'race-day',
      found: 5,
      kept: 2,
      duplicates: 1,
      nearDuplicates: 0,
      blurry: 0,
      unsupported: 1,
      failed: 1,
      known: 0,
      seconds: expect.any(Number),
      photosPerSecond: expect.any(Number),
      peakRssBytes: expect.any(Number),
    });
  });

  it('knows its files again, by another path of the same folder too, and retries what failed', async () => {
    const lines = await focusracer.startForJson('ingest', join(race, '..', 'race day'));
    expect(lines.at(-1)).toMatchObject({ type: 'summary', found: 5, kept: 0, known: 4, failed: 1 });
  });

  it('is found by bib, by name and by face', async () => {
    const [byBib] = await focusracer.json('search', '--bib', '317');
    const files = (byBib?.photos as { file: string }[]).map(({ file }) => file);
    expect(files.sort()).toEqual(['FR_0002.jpg', 'FR_0006.jpg']);
    const [byName] = await focusracer.json('search', '--name', 'lacombe');
    expect(byName).toMatchObject({ entries: [{ bib: '1204' }], photos: [{ file: 'FR_0006.jpg' }] });
    const [byFace] = await focusracer.startForJson('search', '--face', join(race, 'FR_0002.jpg'));
    expect(byFace?.photos).toContainEqual(expect.objectContaining({ file: 'FR_0006.jpg' }));
  });

  it('lists photos by what was made of them', async () => {
    const tagged = await focusracer.json('photos', '--tagged', 'yes');
    expect(tagged).toHaveLength(2);
    const { stdout } = await focusracer.run('photos', '--bib', '1204');
    expect(stdout).toMatch(/^FR_0006\.jpg +kept +1204 317 /m);
  });

  it('takes a word for a tag, and for none', async () => {
    const tagged = await focusracer.run('tag', 'FR_0002.jpg', '58');
    expect(tagged).toMatchObject({ exitCode: 0, stderr: 'FR_0002.jpg is tagged 58.' });
    const untagged = await focusracer.run('untag', 'FR_0002.jpg', '317');
    expect(untagged).toMatchObject({ exitCode: 0, stderr: 'FR_0002.jpg is no longer tagged 317.' });
    const [{ bibs } = { bibs: undefined }] = await focusracer.json('photos', '--bib', '58');
    expect(bibs).toEqual(['58']);
    expect(await focusracer.run('tag', 'nowhere.jpg', '58')).toMatchObject({ exitCode: 3 });
  });

  it('exports tags as CSV, on stdout or whole into a file', async () => {
    const { stdout } = await focusracer.run('export', '--format', 'csv');
    const [header, ...rows] = stdout.split(/\r?\n/);
    expect(header).toMatch(/^file,status,bib,confidence,source/);
    expect(rows).toContainEqual(expect.stringMatching(/^FR_0002\.jpg,kept,58,/));
    const { exitCode } = await focusracer.run('export', '--output', 'tags.csv');
    expect(exitCode).toBe(0);
    expect(await readFile(join(focusracer.home, 'tags.csv'), 'utf8')).toContain(
      'FR_0002.jpg,kept,58,',
    );
    const refused = await focusracer.run('export', '--output', 'no/such/folder/tags.csv');
    expect(refused.exitCode).toBe(2);
  });

  it('exports keywords into sidecars, and says what it would do before', async () => {
    const planned = await focusracer.run('export', '--format', 'xmp', '--dry-run');
    expect(planned.stdout).toContain('FR_0006.xmp');
    // The copy is a file of its own: whoever opens its folder wants the keywords too.
    const counts = await focusracer.json('export', '--format', 'xmp', '--to', 'sidecars');
    expect(counts.at(-1)).toMatchObject({ type: 'summary', created: 3, failed: 0 });
  });

  it.each([
    ['nowhere', 3],
    ['start-list.csv', 2],
  ])('refuses %s with exit code %i and nothing on stdout', async (folder, exitCode) => {
    const refused = await focusracer.start(['ingest', folder]);
    expect(refused).toMatchObject({ exitCode, stdout: '' });
    expect(refused.stderr).not.toContain('bug');
  });

  it('takes every option of the import of its start list', async () => {
    const { stdout } = await focusracer.start(['ingest', '--help']);
    for (const option of ['--map', '--race', '--sheet', '--rejects', '--replace']) {
      expect(stdout).toContain(`${option} `);
    }
  });

  it('finishes what is in hand on Ctrl-C, and goes on from there', async () => {
    await writeFile(join(race, 'card-2/new.txt'), 'new');
    for (const name of ['FR_0003', 'FR_0004', 'FR_0005', 'FR_0007', 'FR_0008']) {
      await cp(join(fixtures, `race/${name}.jpg`), join(race, `${name}.jpg`));
    }
    const running = focusracer.start(['ingest', race, '--json', '--workers', '1']);
    for await (const line of running) {
      if (line.includes('"phase"')) break;
    }
    running.kill('SIGINT');
    const stopped = await running;
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stderr).toContain('go on');

    const lines = await ingest();
    const [status] = await focusracer.json('status', 'race-day');
    expect(status).toMatchObject({ counts: { kept: 7, pending: 0 } });
    expect(lines.at(-1)).toMatchObject({ type: 'summary', found: 11 });
    await rename(join(race, 'card-2/new.txt'), join(focusracer.home, 'new.txt'));
  });
});
