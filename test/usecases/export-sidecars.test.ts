import { execFile } from 'node:child_process';
import { chmod, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exiftoolPath } from 'exiftool-vendored';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bib } from '../../core/domain/ids.js';
import {
  exportSidecars,
  type ExportSidecarsOptions,
  type SidecarResult,
} from '../../core/usecases/export-sidecars.js';
import { deleteTag } from '../../core/db/queries/tags.js';
import { LIGHTROOM_SIDECAR } from '../export/lightroom-sidecar.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { exportFixture, temporaryFolder, type ExportFixture } from './export-fixture.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

async function run(fixture: ExportFixture, options: Partial<ExportSidecarsOptions> = {}) {
  const results: SidecarResult[] = [];
  const counts = await exportSidecars(
    database.db,
    fixture.event.slug,
    { to: { kind: 'beside' }, ...options },
    (result) => results.push(result),
  );
  return { counts, results };
}

/** What ExifTool, which has nothing in common with our reader, finds in a file. */
async function subjectsOf(...files: string[]): Promise<unknown[]> {
  const { stdout } = await promisify(execFile)(await exiftoolPath(), [
    '-json',
    '-api',
    'StructFormat=JSONQ',
    '-XMP-dc:Subject',
    ...files,
  ]);
  const tags: { Subject?: unknown }[] = JSON.parse(stdout);
  return tags.map(({ Subject }) => Subject);
}

describe('sidecars beside the photos', () => {
  it('hold the bibs and the names of the runners, which ExifTool reads back', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('day 1/IMG_1.CR3', { bibs: ['12'], format: 'cr3' });
    await fixture.photo('day 1/IMG_1.JPG', { bibs: ['007', '1E5'] });
    await fixture.photo('empty.jpg');
    await fixture.enter('12', 'Zoé, "la flèche"', "O'Neil & <fils>");
    expect((await run(fixture)).counts).toEqual({
      created: 1,
      updated: 0,
      unchanged: 1,
      failed: 0,
    });
    expect(await subjectsOf(join(fixture.folder, 'day 1/IMG_1.xmp'))).toEqual([
      ['12', `Zoé, "la flèche" O'Neil & <fils>`, '007', '1E5'],
    ]);
    expect((await readdir(fixture.folder)).sort()).toEqual(['day 1', 'empty.jpg']);
  });

  it('are the same after a second export, to the byte and the time', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bibs: ['12'] });
    await run(fixture);
    const sidecar = join(fixture.folder, '1.xmp');
    const before = await stat(sidecar, { bigint: true });
    expect((await run(fixture)).counts).toEqual({
      created: 0,
      updated: 0,
      unchanged: 1,
      failed: 0,
    });
    expect((await stat(sidecar, { bigint: true })).mtimeNs).toBe(before.mtimeNs);
  });

  it('follow the tags: a keyword of ours goes, the photographer’s and all else stay', async () => {
    const fixture = await exportFixture(database.db);
    const photo = await fixture.photo('IMG_0042.CR3', { bibs: ['12'], format: 'cr3' });
    const sidecar = join(fixture.folder, 'IMG_0042.xmp');
    await writeFile(sidecar, LIGHTROOM_SIDECAR);
    await run(fixture);
    expect(await subjectsOf(sidecar)).toEqual([['finish line', 'Course à pied, 10 km', '12']]);
    await deleteTag(database.db, photo, '12' as Bib);
    await fixture.tag(photo, ['13']);
    expect((await run(fixture)).results).toMatchObject([
      { outcome: 'updated', added: ['13'], removed: ['12'] },
    ]);
    await deleteTag(database.db, photo, '13' as Bib);
    await run(fixture);
    expect(await readFile(sidecar, 'utf8')).toBe(LIGHTROOM_SIDECAR);
  });

  it('are left untouched where they cannot be read', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bibs: ['12'] });
    await fixture.photo('2.jpg', { bibs: ['12'] });
    await writeFile(join(fixture.folder, '1.xmp'), '<x:xmpmeta');
    const latin = Buffer.from(LIGHTROOM_SIDECAR, 'latin1');
    await writeFile(join(fixture.folder, '2.xmp'), latin);
    const { counts, results } = await run(fixture);
    expect(counts.failed).toBe(2);
    expect(results.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/./),
      'it is not UTF-8 text',
    ]);
    expect(await readFile(join(fixture.folder, '1.xmp'), 'utf8')).toBe('<x:xmpmeta');
    expect(await readFile(join(fixture.folder, '2.xmp'))).toEqual(latin);
    expect(await readdir(fixture.folder)).toHaveLength(4);
  });

  it('keep their capitals, their permissions and the file that a link points to', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bibs: ['12'] });
    const real = join(fixture.folder, '..', 'real.xmp');
    await writeFile(real, LIGHTROOM_SIDECAR);
    await chmod(real, 0o640);
    await symlink('../real.xmp', join(fixture.folder, '1.XMP'));
    expect((await run(fixture)).counts.updated).toBe(1);
    expect(await subjectsOf(real)).toEqual([['finish line', 'Course à pied, 10 km', '12']]);
    expect((await stat(real)).mode & 0o777).toBe(0o640);
    expect((await readdir(fixture.folder)).sort()).toEqual(['1.XMP', '1.jpg']);
  });

  it('are found again for a name that is not UTF-8', async () => {
    const fixture = await exportFixture(database.db);
    const name = Buffer.from('caf\xe9', 'latin1');
    await fixture.photo(Buffer.concat([name, Buffer.from('.jpg')]), { bibs: ['12'] });
    expect((await run(fixture)).counts.created).toBe(1);
    const names = await readdir(fixture.folder, { encoding: 'buffer' });
    expect(names.map((found) => found.toString('latin1')).sort()).toEqual([
      'caf\xe9.jpg',
      'caf\xe9.xmp',
    ]);
    expect((await run(fixture)).counts.unchanged).toBe(1);
  });

  it('are not made for a photo that is gone, nor where the folder is gone', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bibs: ['12'] });
    await rm(join(fixture.folder, '1.jpg'));
    expect((await run(fixture)).results).toMatchObject([
      { outcome: 'failed', reason: 'its photo is no longer there' },
    ]);
    await rename(fixture.folder, `${fixture.folder}-moved`);
    expect((await run(fixture)).results[0]?.reason).toMatch(/the folder .*card is no longer there/);
  });

  it('can be limited to bibs alone, to kept photos and to one bib', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bibs: ['12'] });
    await fixture.photo('2.jpg', { bibs: ['13'], status: 'blurry' });
    await fixture.enter('12', 'Zoé', 'Müller');
    const { results } = await run(fixture, { only: 'kept', keywords: ['bib'], dryRun: true });
    expect(results.map(({ added }) => added)).toEqual([['12']]);
    expect(
      (await run(fixture, { bib: '13' as Bib, dryRun: true })).results.map(({ added }) => added),
    ).toEqual([['13']]);
  });

  it('are only told, not written, in a dry run', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bibs: ['12'] });
    expect((await run(fixture, { dryRun: true })).counts.created).toBe(1);
    expect(await readdir(fixture.folder)).toEqual(['1.jpg']);
  });
});

describe('sidecars in a folder of their own', () => {
  it('stand in the same tree and begin as copies of those beside the photos, which stay as they are', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('day 1/1.jpg', { bibs: ['12'] });
    await writeFile(join(fixture.folder, 'day 1/1.xmp'), LIGHTROOM_SIDECAR);
    const out = join(await temporaryFolder(), 'deep/out');
    expect((await run(fixture, { to: { kind: 'folder', out } })).counts.created).toBe(1);
    expect(await subjectsOf(join(out, 'day 1/1.xmp'))).toEqual([
      ['finish line', 'Course à pied, 10 km', '12'],
    ]);
    expect(await readFile(join(fixture.folder, 'day 1/1.xmp'), 'utf8')).toBe(LIGHTROOM_SIDECAR);
    expect((await run(fixture, { to: { kind: 'folder', out } })).counts.unchanged).toBe(1);
  });

  it('stand apart for each folder of the event', async () => {
    const first = await exportFixture(database.db);
    const second = await exportFixture(database.db, { event: first.event });
    await first.photo('1.jpg', { bibs: ['12'] });
    await second.photo('1.jpg', { bibs: ['13'], bytes: Buffer.from('another') });
    const out = await temporaryFolder();
    await run(first, { to: { kind: 'folder', out } });
    const folders = await readdir(out);
    expect(folders).toHaveLength(2);
    const subjects = await subjectsOf(...folders.map((folder) => join(out, folder, '1.xmp')));
    expect(subjects.sort()).toEqual(['12', '13']);
  });

  it('are left alone where they are those of another event', async () => {
    const first = await exportFixture(database.db);
    const second = await exportFixture(database.db);
    await first.photo('1.jpg', { bibs: ['12'] });
    await second.photo('1.jpg', { bibs: ['13'] });
    const to = { kind: 'folder', out: await temporaryFolder() } as const;
    await run(first, { to });
    const before = await readFile(join(to.out, '1.xmp'), 'utf8');
    expect((await run(second, { to })).results).toMatchObject([
      { outcome: 'failed', reason: 'it is of another photo or another event' },
    ]);
    expect(await readFile(join(to.out, '1.xmp'), 'utf8')).toBe(before);
    expect((await run(first, { to })).counts).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('fail alone where a file stands in the way of a folder', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bibs: ['12'] });
    await fixture.photo('sub/2.jpg', { bibs: ['12'] });
    const out = await temporaryFolder();
    await writeFile(join(out, 'sub'), 'no folder');
    const { counts } = await run(fixture, { to: { kind: 'folder', out } });
    expect(counts).toMatchObject({ created: 1, failed: 1 });
  });
});
