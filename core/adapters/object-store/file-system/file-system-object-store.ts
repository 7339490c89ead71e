import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FocusError } from '../../../errors.js';
import type { ObjectInfo, ObjectStore } from '../../../ports/object-store.js';
import { checkKey, checkPrefix } from '../object-key.js';
import { createFolderFlush } from './folder-flush.js';
import { listObjects } from './list-objects.js';
import { signUrl, type SignedUrlOptions } from './signed-url.js';
import { asStorageError, asWriteError } from './storage-error.js';
import { removeOldDrafts, writeWhole } from './write-whole.js';

export interface FileSystemStoreOptions {
  /** Absolute. Objects are files below `<root>/store`, under their keys. */
  readonly root: string;
  readonly links: SignedUrlOptions;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Opens, and makes at first use, an object store in a folder. Any number of
 * processes may use it at once. A key that is a folder of other keys
 * ("a" beside "a/b") cannot be stored: FocusError `conflict` `object.key-taken`.
 */
export async function openFileSystemObjectStore(
  options: FileSystemStoreOptions,
): Promise<ObjectStore> {
  const now = options.now ?? Date.now;
  const store = new FileSystemObjectStore(options.root, options.links, now);
  await store.prepare();
  return store;
}

class FileSystemObjectStore implements ObjectStore {
  private readonly objects: string;
  private readonly drafts: string;
  private readonly flush = createFolderFlush();

  constructor(
    private readonly root: string,
    private readonly links: SignedUrlOptions,
    private readonly now: () => number,
  ) {
    this.objects = join(root, 'store');
    this.drafts = join(root, 'drafts');
  }

  async prepare(): Promise<void> {
    await this.explained('', async () => {
      await mkdir(this.objects, { recursive: true, mode: 0o700 });
      await mkdir(this.drafts, { recursive: true, mode: 0o700 });
      await removeOldDrafts(this.drafts, this.now());
    });
  }

  async put(
    key: string,
    body: Uint8Array,
    options: Parameters<ObjectStore['put']>[2] = {},
  ): Promise<ObjectInfo> {
    const target = this.pathOf(key);
    const { drafts, flush } = this;
    try {
      await writeWhole({ drafts, target, body, sha256: options.sha256, flush });
    } catch (error) {
      throw asWriteError(error, key, this.root);
    }
    return { key, bytes: body.length };
  }

  async get(key: string): Promise<Uint8Array> {
    const path = this.pathOf(key);
    return this.explained(key, () => readFile(path));
  }

  async stream(
    key: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Readable> {
    const info = await this.head(key);
    if (info === undefined)
      throw new FocusError('not-found', 'object.missing', `There is no object ${key}.`);
    if (range === undefined) return this.openStream(key, {});
    const { start, end } = range;
    const isGood =
      Number.isSafeInteger(start) &&
      Number.isSafeInteger(end) &&
      0 <= start &&
      start <= end &&
      start < info.bytes;
    if (isGood) return this.openStream(key, { start, end });
    throw new FocusError(
      'input',
      'object.bad-range',
      `Bytes ${start} to ${end} are not in ${key}, which has ${info.bytes}.`,
    );
  }

  async head(key: string): Promise<ObjectInfo | undefined> {
    const path = this.pathOf(key);
    try {
      const found = await this.explained(key, () => stat(path));
      return found.isFile() ? { key, bytes: found.size } : undefined;
    } catch (error) {
      if (error instanceof FocusError && error.code === 'object.missing') return undefined;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    if ((await this.head(key)) === undefined) return;
    const path = this.pathOf(key);
    await this.explained(key, () => rm(path, { force: true }));
    await this.removeEmptyFolders(dirname(path));
  }

  async *list(prefix: string): AsyncGenerator<ObjectInfo> {
    checkPrefix(prefix);
    try {
      yield* listObjects(this.objects, prefix);
    } catch (error) {
      throw asStorageError(error, prefix, this.root);
    }
  }

  async signedUrl(
    key: string,
    options: { readonly expiresInSeconds: number; readonly fileName?: string },
  ): Promise<string> {
    checkKey(key);
    const expiresAt = Math.floor(this.now() / 1000) + options.expiresInSeconds;
    return signUrl(key, expiresAt, options.fileName, this.links);
  }

  private pathOf(key: string): string {
    checkKey(key);
    return join(this.objects, key);
  }

  /** Opened before it is handed out, so that a missing object is an error of the call, not of the stream. */
  private async openStream(
    key: string,
    range: { readonly start?: number; readonly end?: number },
  ): Promise<Readable> {
    const path = this.pathOf(key);
    const handle = await this.explained(key, () => open(path, 'r'));
    return createReadStream('', { ...range, fd: handle });
  }

  private async removeEmptyFolders(folder: string): Promise<void> {
    for (let path = folder; path !== this.objects; path = dirname(path)) {
      try {
        await rmdir(path);
      } catch {
        // It holds other objects, or another process was faster.
        return;
      }
    }
  }

  private async explained<T>(key: string, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw asStorageError(error, key, this.root);
    }
  }
}
