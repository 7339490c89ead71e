import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../core/db/query.js';
import type { Bib } from '../../core/domain/ids.js';
import { exportTags, type ExportTagsOptions } from '../../core/usecases/export-tags.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { exportFixture, type ExportFixture } from './export-fixture.js';

let database: TestDatabase;
let fixture: ExportFixture;

beforeAll(async () => {
  database = await createTestDatabase();
  fixture = await exportFixture(database.db);
  const kept = await fixture.photo('b/1.jpg', { bibs: ['12', '007'] });
  await fixture.photo('b/2.jpg', { status: 'near-duplicate', duplicateOf: kept });
  await fixture.photo('b/blurred.jpg', { status: 'blurry' });
  await fixture.photo(Buffer.from([0x61, 0xe9, 0x2e, 0x6a, 0x70, 0x67]), {
    bibs: ['12'],
    source: 'face',
  });
  await fixture.photo('=1+1.jpg', { bibs: ['-5'] });
  await fixture.file('copy.jpg', 'duplicate', { photoId: kept });
  await fixture.file('notes, "old".txt', 'unsupported', { reason: '@no photo' });
  await fixture.file('cut.jpg', 'failed', { reason: 'the file is cut off' });
  await fixture.enter('12', 'Zoé', 'Müller', '10 km');
  await fixture.enter('007', 'Ann', "O'Neil", '10 km');
  await fixture.enter('007', 'Bob', 'Neil', '21 km');
});

afterAll(() => database.drop());

async function exported(options: ExportTagsOptions): Promise<string> {
  let text = '';
  await exportTags(database.db, 'trail', options, (piece) => {
    text += piece;
  });
  return text;
}

async function rows(
  options: Omit<ExportTagsOptions, 'format'> = {},
): Promise<Record<string, string>[]> {
  return parse(await exported({ ...options, format: 'csv' }), { columns: true });
}

describe('CSV', () => {
  it('has a line for each tag, and one for a file without any, in the order of paths', async () => {
    const lines = (await rows()).map(({ file, status, bib, confidence, source }) =>
      [file, status, bib, confidence, source].join('|'),
    );
    expect(lines).toEqual([
      "'=1+1.jpg|kept|'-5|97.3|reading",
      'a\\xE9.jpg|kept|12|97.3|face',
      'b/1.jpg|kept|007|97.3|reading',
      'b/1.jpg|kept|12|97.3|reading',
      'b/2.jpg|near-duplicate|||',
      'b/blurred.jpg|blurry|||',
      'copy.jpg|duplicate|007|97.3|reading',
      'copy.jpg|duplicate|12|97.3|reading',
      'cut.jpg|failed|||',
      'notes, "old".txt|unsupported|||',
    ]);
  });

  it('names the participant and the race only where the bib is one person’s', async () => {
    const named = (await rows())
      .filter(({ file }) => file === 'b/1.jpg')
      .map(({ bib, name, race }) => [bib, name, race]);
    expect(named).toEqual([
      ['007', '', ''],
      ['12', 'Zoé Müller', '10 km'],
    ]);
  });

  it('says which file stands for a duplicate, and why a file is no photo', async () => {
    const byFile = new Map((await rows()).map((row) => [row.file, row]));
    expect(byFile.get('b/2.jpg')?.duplicate_of).toBe('b/1.jpg');
    expect(byFile.get('copy.jpg')?.duplicate_of).toBe('b/1.jpg');
    expect(byFile.get('cut.jpg')?.reason).toBe('the file is cut off');
    expect(byFile.get('notes, "old".txt')).toMatchObject({
      reason: "'@no photo",
      photo_id: '',
      captured_at: '',
    });
    expect(byFile.get('b/1.jpg')).toMatchObject({
      captured_at: '2026-05-17T08:04:05.250Z',
      folder: fixture.folder,
    });
  });

  it('begins with the columns that scripts rely on', async () => {
    expect(await exported({ format: 'csv' })).toMatch(/^file,status,bib,confidence,source,/);
  });

  it('can be limited to kept photos, or to those with a bib', async () => {
    expect(new Set((await rows({ only: 'kept' })).map(({ status }) => status))).toEqual(
      new Set(['kept']),
    );
    const files = (await rows({ bib: '007' as Bib })).map(({ file, bib }) => `${file} ${bib}`);
    expect(files).toEqual(['b/1.jpg 007', 'b/1.jpg 12', 'copy.jpg 007', 'copy.jpg 12']);
  });
});

describe('JSON', () => {
  it('has one object for each file with its tags and their evidence', async () => {
    const files: { file: string; tags: object[] }[] = JSON.parse(
      await exported({ format: 'json' }),
    );
    expect(files).toHaveLength(8);
    expect(files.find(({ file }) => file === 'a\\xE9.jpg')?.tags).toEqual([
      {
        bib: '12',
        confidence: 97.3,
        source: 'face',
        evidence: { kind: 'manual' },
        race: '10 km',
        name: 'Zoé Müller',
      },
    ]);
    expect(files.find(({ file }) => file === 'cut.jpg')).toMatchObject({
      status: 'failed',
      tags: [],
    });
  });

  it('is an empty array where nothing fits', async () => {
    expect(JSON.parse(await exported({ format: 'json', bib: '999' as Bib }))).toEqual([]);
  });
});

it('refuses an event that is not there', async () => {
  await expect(
    exportTags(database.db, 'nowhere', { format: 'csv' }, () => undefined),
  ).rejects.toMatchObject({ kind: 'not-found' });
});

it('goes through more files than one page holds, in pieces', async () => {
  await query(
    database.db,
    `insert into files (folder_id, path, display_path, bytes, modified_ns, outcome, reason, run_id)
     select folder_id, convert_to('z/' || n, 'UTF8'), 'z/' || n, 1, 1, 'failed', repeat('x', 100), run_id
     from files, generate_series(1, 2500) n where display_path = 'cut.jpg'`,
  );
  const pieces: string[] = [];
  const counts = await exportTags(database.db, 'trail', { format: 'csv' }, (piece) => {
    pieces.push(piece);
  });
  expect(counts).toEqual({ files: 2508, tags: 6 });
  expect(pieces.length).toBeGreaterThan(2);
  expect(parse(pieces.join(''), { columns: true })).toHaveLength(2510);
});
