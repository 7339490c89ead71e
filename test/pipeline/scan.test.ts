import { mkdir, mkdtemp, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type * as FileSystem from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { absolutePath, scanFolder } from '../../core/pipeline/scan.js';
import { countFiles } from '../../core/pipeline/scan-count.js';
import type { ScanEntry } from '../../core/pipeline/scan-entry.js';
import { FocusError } from '../../core/errors.js';

/** Folders that answer "no permission", which nothing does to the superuser. */
const closed = vi.hoisted(() => new Set<string>());
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof FileSystem>();
  return {
    ...real,
    readdir: (path: Buffer | string, options: never) =>
      closed.has(path.toString())
        ? Promise.reject(Object.assign(new Error('closed'), { code: 'EACCES' }))
        : real.readdir(path, options),
  };
});

let root: string;
beforeEach(async () => {
  closed.clear();
  root = await realpath(await mkdtemp(join(tmpdir(), 'scan-')));
});
afterEach(() => rm(root, { recursive: true }));

async function file(path: string | Buffer, content = 'x'): Promise<void> {
  const full = absolutePath(root, Buffer.from(path as string));
  await mkdir(full.subarray(0, full.lastIndexOf('/')), { recursive: true });
  await writeFile(full, content);
}

async function scan(folder = root): Promise<ScanEntry[]> {
  const entries: ScanEntry[] = [];
  for await (const entry of scanFolder(folder)) entries.push(entry);
  return entries;
}

const names = (entries: readonly ScanEntry[]): string[] =>
  entries.map(({ kind, displayPath }) =>
    kind === 'file' ? displayPath : `${kind} ${displayPath}`,
  );

async function refusal(folder: string): Promise<FocusError> {
  const error: unknown = await scan(folder).catch((thrown: unknown) => thrown);
  if (!(error instanceof FocusError)) throw new Error('Expected a FocusError');
  return error;
}

describe('scanFolder', () => {
  it('goes depth first, in the order of the names, with size and time', async () => {
    for (const path of ['b.jpg', 'a/2.jpg', 'a/10.jpg', 'a/z/deep.jpg', 'B.jpg', 'é.jpg']) {
      await file(path, path);
    }
    await utimes(join(root, 'b.jpg'), 1000.25, 1000.25);
    const entries = await scan();
    expect(names(entries)).toEqual([
      'B.jpg',
      'a/10.jpg',
      'a/2.jpg',
      'a/z/deep.jpg',
      'b.jpg',
      'é.jpg',
    ]);
    expect(entries[4]).toMatchObject({ kind: 'file', bytes: 5, modifiedNs: 1_000_250_000_000n });
  });

  it('leaves out what is hidden and what systems leave behind, and names each with its cause', async () => {
    for (const path of [
      '.hidden.jpg',
      '.focusracer/x.jpg',
      '__MACOSX/._a.jpg',
      'Thumbs.db',
      '._kept.jpg',
      'deep/.also.jpg',
      'kept.jpg',
    ]) {
      await file(path);
    }
    await symlink(tmpdir(), join(root, '.link'));
    const entries = await scan();
    expect(entries.flatMap((entry) => (entry.kind === 'file' ? entry.displayPath : []))).toEqual([
      'kept.jpg',
    ]);
    expect(
      entries.flatMap((entry) =>
        entry.kind === 'skipped' ? [[entry.displayPath, entry.cause]] : [],
      ),
    ).toEqual([
      ['._kept.jpg', 'system'],
      ['.focusracer/', 'hidden-folder'],
      ['.hidden.jpg', 'hidden-file'],
      ['.link', 'hidden-file'],
      ['Thumbs.db', 'system'],
      ['__MACOSX/', 'system'],
      ['deep/.also.jpg', 'hidden-file'],
    ]);
  });

  it('leaves out what is neither a file nor a folder', async () => {
    const server = createServer().listen(join(root, 'camera.sock'));
    await once(server, 'listening');
    expect(await scan()).toMatchObject([{ kind: 'skipped', cause: 'special' }]);
    server.close();
  });

  it('has an entry for everything that a folder holds', async () => {
    const odd = fc.constantFrom(
      '.a',
      '.b.jpg',
      '._c',
      'thumbs.db',
      'd.jpg',
      'E.txt',
      '__MACOSX',
      '..f',
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(odd), async (all) => {
        await rm(root, { recursive: true });
        await mkdir(root);
        for (const name of all) await file(name);
        expect((await scan()).map(({ displayPath }) => displayPath)).toEqual([...all].sort());
      }),
      { numRuns: 30 },
    );
  });

  it('keeps names as bytes, and opens them by these', async () => {
    const odd = Buffer.concat([Buffer.from('caf\xE9\n\\ ', 'latin1'), Buffer.from('🏃.jpg')]);
    await file(odd, 'content');
    const [entry] = await scan();
    expect(entry).toMatchObject({ kind: 'file', path: odd, bytes: 7 });
    expect(entry?.displayPath).toBe('caf\\xE9\\n\\\\ 🏃.jpg');
  });

  it('tells apart two files whose names differ only in case', async () => {
    await file('IMG.JPG', '1');
    await file('img.jpg', '2');
    expect(names(await scan())).toEqual(['IMG.JPG', 'img.jpg']);
  });

  it('is not caught in loops of links, and follows a link out of the folder once', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'scan-outside-'));
    await writeFile(join(outside, 'far.jpg'), 'x');
    await file('a/near.jpg');
    await symlink(root, join(root, 'a/loop'));
    await symlink(join(root, 'a'), join(root, 'again'));
    await symlink('self', join(root, 'self'));
    await symlink(outside, join(root, 'out-1'));
    await symlink(outside, join(root, 'out-2'));
    await symlink(join(outside, 'far.jpg'), join(root, 'z-1.jpg'));
    await symlink(join(outside, 'far.jpg'), join(root, 'z-2.jpg'));
    await symlink('/nowhere/at/all', join(root, 'broken'));
    await symlink(tmpdir(), join(root, 'up'));
    expect(names(await scan())).toEqual([
      'skipped a/loop',
      'a/near.jpg',
      'skipped again',
      'unreadable broken',
      'out-1/far.jpg',
      'skipped out-2',
      'unreadable self',
      'skipped up',
      'z-1.jpg',
      'skipped z-2.jpg',
    ]);
    await rm(outside, { recursive: true });
  });

  it('reports a closed folder and goes on', async () => {
    await file('a/1.jpg');
    await file('b/2.jpg');
    closed.add(join(root, 'a'));
    const entries = await scan();
    expect(names(entries)).toEqual(['unreadable a', 'b/2.jpg']);
    expect(entries[0]).toHaveProperty('reason', 'no permission');
  });

  it('finds nothing in an empty folder', async () => {
    expect(await scan()).toEqual([]);
  });

  it('gives many files of one folder in order', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `${index}.jpg`);
    for (const name of many) await file(name);
    expect(names(await scan())).toEqual(many.sort());
  });

  it('says what is wrong with the folder itself, and what to do', async () => {
    await file('photo.jpg');
    closed.add(root);
    const errors = [
      await refusal(join(root, 'missing')),
      await refusal(join(root, 'photo.jpg')),
      await refusal(root),
    ];
    expect(errors.map(({ kind, code }) => [kind, code])).toEqual([
      ['not-found', 'scan.no-folder'],
      ['input', 'scan.not-a-folder'],
      ['forbidden', 'scan.no-permission'],
    ]);
    for (const { hint } of errors) expect(hint).toMatch(/\.$/);
  });
});

describe('countFiles', () => {
  it('counts what a scan of a plain tree finds', async () => {
    for (const path of ['a/1.jpg', 'a/b/2.jpg', '3.txt', '.hidden/4.jpg']) await file(path);
    const found = (await scan()).filter(({ kind }) => kind === 'file');
    expect(await countFiles(root)).toBe(found.length);
  });

  it('counts a missing folder as empty: the scan reports it', async () => {
    expect(await countFiles(join(root, 'missing'))).toBe(0);
  });
});
