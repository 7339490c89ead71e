import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileSystemObjectStore } from '../../core/adapters/object-store/file-system/file-system-object-store.js';
import { locateDataHome } from '../../core/config/data-home.js';
import { openDatabase } from '../../core/db/connect.js';
import { checkMachine } from '../../core/doctor/checks/machine.js';
import { checkNodeVersion } from '../../core/doctor/checks/node-version.js';
import { checkThreadPool } from '../../core/doctor/checks/thread-pool.js';
import { runDoctor } from '../../core/doctor/run-doctor.js';
import { standardChecks, type DoctorParts } from '../../core/doctor/standard-checks.js';
import { FocusError } from '../../core/errors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let folder: string;
let database: TestDatabase;
let parts: DoctorParts;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  database = await createTestDatabase();
  const home = locateDataHome({ FOCUSRACER_HOME: join(folder, 'home') });
  parts = {
    home,
    usesEmbeddedDatabase: true,
    openDatabase: () =>
      openDatabase({ url: database.url, embedded: { home: home.root, folder: home.postgres } }),
    openObjectStore: () =>
      openFileSystemObjectStore({
        root: home.objects,
        links: { baseUrl: '/', secret: new Uint8Array(32) },
      }),
    loadModels: () => Promise.resolve('4 models'),
    tryMetadataTool: () => Promise.resolve('exiftool 13'),
  };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const resultOf = async (name: string, changes: Partial<DoctorParts>) =>
  (await runDoctor(standardChecks({ ...parts, ...changes }))).find(
    (result) => result.name === name,
  );

describe('the doctor', () => {
  it('finds a sound installation sound', async () => {
    const results = await runDoctor(standardChecks(parts));
    const sound = results.filter(({ name }) => name !== 'thread pool');
    expect(sound.map(({ status }) => status)).toEqual(sound.map(() => 'ok'));
    expect(results.map(({ name }) => name)).toEqual([
      'node',
      'machine',
      'thread pool',
      'data home',
      'embedded PostgreSQL',
      'database',
      'object store',
      'models',
      'keywords',
    ]);
    for (const { fix, name } of sound) expect([name, fix]).toEqual([name, '']);
  });

  it('leaves nothing behind in the home and the object store', async () => {
    await runDoctor(standardChecks(parts));
    expect(readdirSync(parts.home.root).filter((name) => name.startsWith('probe'))).toEqual([]);
    expect(readdirSync(join(parts.home.objects, 'store'))).toEqual([]);
  });

  it('does not look for the embedded server when another is configured', async () => {
    expect(await resultOf('embedded PostgreSQL', { usesEmbeddedDatabase: false })).toBeUndefined();
  });

  it('names the folder of an embedded database that lies outside the data home', async () => {
    const idFile = join(parts.home.postgres, 'cluster-id');
    const near = await resultOf('database', {});
    expect(near?.detail).not.toContain('its files in');
    mkdirSync(parts.home.postgres, { recursive: true });
    writeFileSync(idFile, 'abcd');
    try {
      const moved = await resultOf('database', {});
      expect(moved?.detail).toMatch(/, its files in \S*focusracer.abcd, schema/);
      const elsewhere = await resultOf('database', { usesEmbeddedDatabase: false });
      expect(elsewhere?.detail).not.toContain('its files in');
    } finally {
      rmSync(idFile);
    }
  });

  it('says how to mend a database that does not answer', async () => {
    const url = 'postgres://nobody:secret@127.0.0.1:1/none';
    const open = () => openDatabase({ url, embedded: { home: folder, folder } });
    const result = await resultOf('database', { openDatabase: open });
    expect(result).toMatchObject({
      status: 'fail',
      detail: expect.stringContaining('does not answer'),
    });
    expect(result?.fix).not.toBe('');
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('says how to mend a home that cannot be made', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const home = locateDataHome({ FOCUSRACER_HOME: join(file, 'home') });
    expect(await resultOf('data home', { home })).toMatchObject({
      status: 'fail',
      fix: expect.stringContaining('FOCUSRACER_HOME'),
    });
  });

  it('takes missing models for a failure and a missing metadata tool for a warning', async () => {
    const broken = () => Promise.reject(new Error('not there'));
    expect(await resultOf('models', { loadModels: broken })).toMatchObject({
      status: 'fail',
      detail: 'not there',
    });
    expect(await resultOf('keywords', { tryMetadataTool: broken })).toMatchObject({
      status: 'warn',
      detail: 'not there',
    });
  });

  it('goes on after a check that broke, and passes on the hint of an error', async () => {
    const hinted = new FocusError('config', 'x.y', 'it is broken', { hint: 'mend it' });
    const results = await runDoctor([
      { name: 'broken', run: () => Promise.reject(new TypeError('oops')) },
      { name: 'hinted', run: () => Promise.reject(hinted) },
      { name: 'fine', run: () => ({ status: 'ok', detail: 'fine' }) },
    ]);
    expect(results).toEqual([
      { name: 'broken', status: 'fail', detail: 'oops', fix: expect.stringContaining('report') },
      { name: 'hinted', status: 'fail', detail: 'it is broken', fix: 'mend it' },
      { name: 'fine', status: 'ok', detail: 'fine', fix: '' },
    ]);
  });
});

describe('single checks', () => {
  it.each([
    ['18.20.0', 'fail'],
    ['20.0.0', 'ok'],
    ['24.1.0', 'ok'],
  ])('Node %s is %s', async (version, status) => {
    expect((await runDoctor([checkNodeVersion(version)]))[0]).toMatchObject({ status });
  });

  it.each([
    [undefined, 8, 'warn'],
    [undefined, 4, 'ok'],
    ['8', 8, 'ok'],
    ['1', 2, 'warn'],
    ['x', 2, 'warn'],
  ])('a thread pool of %s for %s cores is %s', async (given, cores, status) => {
    expect((await runDoctor([checkThreadPool(given, cores)]))[0]).toMatchObject({ status });
  });

  it('advises fewer workers where memory is short', async () => {
    const GIB = 1024 ** 3;
    expect((await runDoctor([checkMachine(8, 16 * GIB, GIB)]))[0]).toMatchObject({ status: 'ok' });
    expect((await runDoctor([checkMachine(8, 2 * GIB, GIB)]))[0]).toMatchObject({
      status: 'warn',
      fix: expect.stringContaining('workers 4'),
    });
  });
});
