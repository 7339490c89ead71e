import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExifTool } from 'exiftool-vendored';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteTag } from '../../core/db/queries/tags.js';
import type { Bib } from '../../core/domain/ids.js';
import type { ObjectStore } from '../../core/ports/object-store.js';
import {
  exportKeywordCopies,
  type ExportKeywordCopiesOptions,
  type KeywordCopyResult,
} from '../../core/usecases/export-keyword-copies.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { exportFixture, temporaryFolder, type ExportFixture } from './export-fixture.js';

let database: TestDatabase;
const exiftool = new ExifTool({ maxProcs: 1 });

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await exiftool.end();
  await database.drop();
});

const emptyStore: Pick<ObjectStore, 'get'> = {
  get: () => Promise.reject(new Error('the object store is not needed here')),
};

async function run(
  fixture: ExportFixture,
  options: Partial<ExportKeywordCopiesOptions> & { out: string },
  store = emptyStore,
) {
  const results: KeywordCopyResult[] = [];
  const counts = await exportKeywordCopies(
    { db: database.db, store },
    fixture.event.slug,
    options,
    (result) => results.push(result),
  );
  return { counts, results };
}

let shade = 0;

/** A picture of its own each time: a photo is told from another by its bytes. */
async function picture(
  format: 'jpeg' | 'png' | 'tiff' | 'webp' | 'avif' = 'jpeg',
): Promise<Buffer> {
  shade += 1;
  const create = {
    width: 60,
    height: 40,
    channels: 3 as const,
    background: { r: 10 * shade, g: 100, b: 50 },
  };
  return sharp({ create })[format]().toBuffer();
}

async function keywordsOf(path: string): Promise<{ iptc: unknown; subject: unknown }> {
  const tags: Record<string, unknown> = await exiftool.readRaw(path, {
    readArgs: ['-G0', '-IPTC:Keywords', '-XMP-dc:Subject', '-api', 'StructFormat=JSONQ'],
  });
  return { iptc: tags['IPTC:Keywords'], subject: tags['XMP:Subject'] };
}

describe('copies with keywords', () => {
  it('hold them in every format, IPTC where there is a place for it, and the same picture', async () => {
    const fixture = await exportFixture(database.db);
    const formats = ['avif', 'jpeg', 'png', 'tiff', 'webp'] as const;
    const originals = new Map<string, Buffer>();
    for (const format of formats) {
      const bytes = await picture(format);
      originals.set(format, bytes);
      await fixture.photo(`a/photo.${format}`, { bytes, format, bibs: ['007', '1E5', '12'] });
    }
    await fixture.enter('12', 'Zoé, "la flèche"', 'Müller & <fils> &amp;');
    const out = join(await temporaryFolder(), 'out');
    const { results } = await run(fixture, { out });
    expect(results.map(({ file, outcome, reason }) => [file, outcome, reason])).toEqual(
      formats.map((format) => [`a/photo.${format}`, 'created', undefined]),
    );

    const expected = ['007', '12', 'Zoé, "la flèche" Müller & <fils> &amp;', '1E5'];
    for (const format of formats) {
      const copy = join(out, `a/photo.${format}`);
      const iptc = format === 'jpeg' || format === 'tiff' ? expected : undefined;
      expect(await keywordsOf(copy), format).toEqual({ iptc, subject: expected });
      const original = originals.get(format) ?? Buffer.alloc(0);
      const pixels = (input: Buffer) => sharp(input).raw().toBuffer();
      expect(await pixels(await readFile(copy)), format).toEqual(await pixels(original));
      expect(await readFile(join(fixture.folder, `a/photo.${format}`)), format).toEqual(original);
    }
    expect(await readdir(out)).toEqual(['a']);
  });

  it('keep the keywords and captions of the original, in whatever encoding they were', async () => {
    const fixture = await exportFixture(database.db);
    const draft = join(await temporaryFolder(), 'draft.jpg');
    await writeFile(draft, await picture());
    await exiftool.write(
      draft,
      {},
      {
        useMWG: false,
        writeArgs: [
          '-overwrite_original',
          '-IPTC:Keywords=T&ecirc;te',
          '-IPTC:Keywords=12',
          '-IPTC:Caption-Abstract=L&rsquo;arriv&eacute;e',
        ],
      },
    );
    await fixture.photo('1.jpg', { bytes: await readFile(draft), bibs: ['12', '13'] });
    const out = await temporaryFolder();
    await run(fixture, { out });
    expect(await keywordsOf(join(out, '1.jpg'))).toEqual({
      iptc: ['Tête', '12', '13'],
      subject: ['12', '13'],
    });
    expect(
      await exiftool.readRaw(join(out, '1.jpg'), { readArgs: ['-Caption-Abstract'] }),
    ).toMatchObject({ 'Caption-Abstract': 'L’arrivée' });
  });

  it('are brought up to date: outdated keywords of ours go, the photographer’s stay', async () => {
    const fixture = await exportFixture(database.db);
    const photo = await fixture.photo('1.jpg', { bytes: await picture(), bibs: ['12'] });
    const out = await temporaryFolder();
    await run(fixture, { out });
    const copy = join(out, '1.jpg');
    await exiftool.write(
      copy,
      {},
      { writeArgs: ['-IPTC:Keywords+=podium', '-XMP-dc:Subject+=podium', '-overwrite_original'] },
    );
    await deleteTag(database.db, photo, '12' as Bib);
    await fixture.tag(photo, ['13']);
    expect((await run(fixture, { out })).counts.updated).toBe(1);
    expect(await keywordsOf(copy)).toEqual({ iptc: ['podium', '13'], subject: ['podium', '13'] });
    const bytes = await readFile(copy);
    expect((await run(fixture, { out })).counts.unchanged).toBe(1);
    expect(await readFile(copy)).toEqual(bytes);
    await deleteTag(database.db, photo, '13' as Bib);
    await run(fixture, { out });
    expect(await keywordsOf(copy)).toEqual({ iptc: 'podium', subject: 'podium' });
  });

  it('hold a keyword too long for IPTC in XMP alone, whole', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bytes: await picture(), bibs: ['12'] });
    const name = 'Maximilienne-Éléonore'.repeat(4);
    await fixture.enter('12', name, '');
    const out = await temporaryFolder();
    await run(fixture, { out });
    expect(await keywordsOf(join(out, '1.jpg'))).toEqual({ iptc: '12', subject: ['12', name] });
    expect((await run(fixture, { out })).counts.unchanged).toBe(1);
  });

  it('are made of names that are not UTF-8 and of photos with the wrong extension', async () => {
    const fixture = await exportFixture(database.db);
    const name = Buffer.from('caf\xe9.png', 'latin1');
    await fixture.photo(name, { bytes: await picture('jpeg'), bibs: ['12'] });
    const out = await temporaryFolder();
    expect((await run(fixture, { out })).counts.created).toBe(1);
    expect(await readdir(out, { encoding: 'buffer' })).toEqual([name]);
  });

  it('are read from the object store where the originals were copied into it', async () => {
    const fixture = await exportFixture(database.db);
    const bytes = await picture();
    await fixture.photo('1.jpg', { bytes, bibs: ['12'] });
    await database
      .db('photos')
      .where({ event_id: fixture.event.id })
      .update({ original_path: null });
    await rm(fixture.folder, { recursive: true });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const store = {
      get: (key: string) =>
        key.includes(sha256) ? Promise.resolve(bytes) : Promise.reject(new Error(key)),
    };
    const out = await temporaryFolder();
    expect((await run(fixture, { out }, store)).counts.created).toBe(1);
  });
});

describe('no copy is made', () => {
  it('of a photo without keywords, a raw one, or one that was altered or removed since', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('altered.jpg', { bytes: await picture(), bibs: ['12'] });
    await fixture.photo('gone.jpg', { bytes: await picture(), bibs: ['12'] });
    await fixture.photo('raw.cr3', { bibs: ['12'], format: 'cr3' });
    await fixture.photo('untagged.jpg', { bytes: await picture() });
    await writeFile(join(fixture.folder, 'altered.jpg'), await picture());
    await rm(join(fixture.folder, 'gone.jpg'));
    const out = await temporaryFolder();
    const { results } = await run(fixture, { out });
    expect(results.map(({ file, outcome, reason }) => `${file}: ${outcome}, ${reason}`)).toEqual([
      'altered.jpg: failed, the original is not the one that was ingested',
      'gone.jpg: failed, it is no longer there',
      'raw.cr3: skipped, raw photos keep their keywords in sidecars',
      'untagged.jpg: skipped, it has no keywords',
    ]);
    expect(await readdir(out)).toEqual([]);
  });

  it('of a photo that ExifTool cannot write, whose neighbour is copied all the same', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bytes: Buffer.from('no picture at all'), bibs: ['12'] });
    await fixture.photo('2.jpg', { bytes: await picture(), bibs: ['12'] });
    const out = await temporaryFolder();
    expect((await run(fixture, { out })).counts).toMatchObject({ failed: 1, created: 1 });
    expect(await readdir(out)).toEqual(['2.jpg']);
  });

  it('among the originals, where it could take the place of one', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bytes: await picture(), bibs: ['12'] });
    await mkdir(join(fixture.folder, 'sub'));
    for (const out of [
      fixture.folder,
      join(fixture.folder, 'sub/new'),
      join(fixture.folder, '..'),
    ]) {
      await expect(run(fixture, { out })).rejects.toMatchObject({ code: 'export.among-originals' });
    }
  });

  it('where a file of another photo stands, of this program or not', async () => {
    const first = await exportFixture(database.db);
    const second = await exportFixture(database.db);
    const shared = await picture('png');
    for (const [name, format] of [
      ['1.jpg', 'jpeg'],
      ['2.jpg', 'jpeg'],
      ['3.png', 'png'],
    ] as const) {
      const bytes = () => (format === 'png' ? Promise.resolve(shared) : picture());
      await first.photo(name, { bytes: await bytes(), format, bibs: ['12'] });
      await second.photo(name, { bytes: await bytes(), format, bibs: ['13'] });
    }
    const out = await temporaryFolder();
    await run(first, { out });
    const stranger = await picture();
    await writeFile(join(out, '2.jpg'), stranger);
    const reason = 'the file there is of another photo or another event';
    expect((await run(second, { out })).results.map((result) => result.reason)).toEqual([
      reason,
      reason,
      reason,
    ]);
    expect(await keywordsOf(join(out, '1.jpg'))).toEqual({ iptc: '12', subject: '12' });
    expect(await readFile(join(out, '2.jpg'))).toEqual(stranger);
    expect((await run(first, { out })).counts).toMatchObject({ unchanged: 2, failed: 1 });
  });

  it('in a dry run, which says what would be made', async () => {
    const fixture = await exportFixture(database.db);
    await fixture.photo('1.jpg', { bytes: await picture(), bibs: ['12'] });
    const out = join(await temporaryFolder(), 'out');
    const { counts, results } = await run(fixture, { out, dryRun: true });
    expect(counts.planned).toBe(1);
    expect(results[0]?.keywords).toEqual(['12']);
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
