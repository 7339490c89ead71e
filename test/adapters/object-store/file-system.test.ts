import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileSystemObjectStore } from '../../../core/adapters/object-store/file-system/file-system-object-store.js';
import { verifySignedUrl } from '../../../core/adapters/object-store/file-system/signed-url.js';
import { ensureSigningSecret } from '../../../core/adapters/object-store/file-system/signing-secret.js';
import { compileCore } from '../../support/compiled-core.js';
import { describeObjectStore } from './contract.js';

const links = { baseUrl: 'https://photos.example/objects/', secret: new Uint8Array(32).fill(7) };

describeObjectStore('the file-system driver', async () => {
  const root = await mkdtemp(join(tmpdir(), 'objects-'));
  let skippedMs = 0;
  const now = () => Date.now() + skippedMs;
  const store = await openFileSystemObjectStore({ root, links, now });
  return {
    store,
    follow: async (url) => {
      const verdict = verifySignedUrl(url, now(), links);
      return verdict.kind === 'valid' ? store.get(verdict.key) : undefined;
    },
    elapse: (seconds) => {
      skippedMs += seconds * 1000;
      return Promise.resolve();
    },
    close: () => rm(root, { recursive: true }),
  };
});

describe('the file-system driver', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'objects-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('leaves no draft behind, whether a write succeeds or fails', async () => {
    const store = await openFileSystemObjectStore({ root, links });
    await store.put('a/b', Buffer.from('x'));
    await expect(store.put('a/b/c', Buffer.from('x'))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'object.key-taken',
    });
    await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'object.key-taken',
    });
    expect(await readdir(join(root, 'drafts'))).toEqual([]);
    expect(Buffer.from(await store.get('a/b')).toString()).toBe('x');
  });

  it('keeps objects from other users of the machine', async () => {
    const store = await openFileSystemObjectStore({ root, links });
    await store.put('a/b', Buffer.from('x'));
    expect((await stat(join(root, 'store/a/b'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(root, 'store/a'))).mode & 0o777).toBe(0o700);
  });

  it('removes drafts that killed processes left, and none that may still be written', async () => {
    await openFileSystemObjectStore({ root, links });
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await writeFile(join(root, 'drafts/old'), 'x');
    await utimes(join(root, 'drafts/old'), old, old);
    await writeFile(join(root, 'drafts/new'), 'x');
    await openFileSystemObjectStore({ root, links });
    expect(await readdir(join(root, 'drafts'))).toEqual(['new']);
  });

  it('calls a disk that went away unavailable', async () => {
    const store = await openFileSystemObjectStore({ root, links });
    await rm(join(root, 'drafts'), { recursive: true });
    await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'object.disk-failed',
    });
  });

  it('shows whole objects only after a process was killed while it wrote them', async () => {
    const compiled = await compileCore([
      'core/errors.ts',
      'core/platform',
      'core/adapters/object-store',
      'core/adapters/object-store/file-system',
    ]);
    const driver = compiled.pathOf(
      'core/adapters/object-store/file-system/file-system-object-store.ts',
    );
    const bytes = 1_000_000;
    const script = `
      import { openFileSystemObjectStore } from ${JSON.stringify(driver)};
      const links = { baseUrl: '/', secret: new Uint8Array(32) };
      const store = await openFileSystemObjectStore({ root: ${JSON.stringify(root)}, links });
      process.stdout.write('writing');
      for (let n = 0; ; n += 1) await store.put('kill/' + (n % 5), Buffer.alloc(${bytes}, n % 256));
    `;
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      await once(child.stdout, 'data');
      await sleep(20 + round * 35);
      child.kill('SIGKILL');
      await ended;
      const store = await openFileSystemObjectStore({ root, links });
      for await (const { key } of store.list('')) {
        const body = Buffer.from(await store.get(key));
        expect(body.equals(Buffer.alloc(bytes, body[0]))).toBe(true);
      }
    }
  });
});

describe('the signing secret', () => {
  it('is made once, for its owner alone, also when several ask at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'secret-'));
    const file = join(folder, 'signing-secret');
    const secrets = await Promise.all(Array.from({ length: 8 }, () => ensureSigningSecret(file)));
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
    expect(secrets[0]).toHaveLength(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['signing-secret']);
    await rm(folder, { recursive: true });
  });
});

describe('verifySignedUrl', () => {
  it('knows no link signed with another secret or for another address', async () => {
    const root = await mkdtemp(join(tmpdir(), 'objects-'));
    const store = await openFileSystemObjectStore({ root, links });
    const url = await store.signedUrl('a', { expiresInSeconds: 60 });
    const other = { ...links, secret: new Uint8Array(32).fill(8) };
    expect(verifySignedUrl(url, Date.now(), links)).toEqual({
      kind: 'valid',
      key: 'a',
      fileName: undefined,
    });
    expect(verifySignedUrl(url, Date.now(), other)).toEqual({ kind: 'altered' });
    expect(verifySignedUrl(url.replace('photos', 'evil'), Date.now(), links)).toEqual({
      kind: 'altered',
    });
    expect(verifySignedUrl(url, Date.now() + 61_000, links)).toEqual({ kind: 'expired' });
    expect(verifySignedUrl(`${url}&name=evil.exe`, Date.now(), links)).toEqual({ kind: 'altered' });
    await rm(root, { recursive: true });
  });
});
