import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FlushFolder } from '../../../core/adapters/object-store/file-system/folder-flush.js';
import { writeWhole } from '../../../core/adapters/object-store/file-system/write-whole.js';
import { syncFolder } from '../../../core/platform/sync-folder.js';

let root: string;
let drafts: string;
let target: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'write-'));
  drafts = join(root, 'drafts');
  target = join(root, 'store/a/b/object');
  await mkdir(drafts);
  await mkdir(join(root, 'store'));
});
afterEach(() => rm(root, { recursive: true }));

const write = (flush: FlushFolder) =>
  writeWhole({ drafts, target, body: Buffer.from('x'), sha256: undefined, flush });

/** What `meanwhile` does comes between the change of that folder and its flush, once. */
function disturbed(folder: string, meanwhile: () => Promise<void>): FlushFolder {
  let isOver = false;
  return async (path) => {
    if (path === join(root, folder) && !isOver) {
      isOver = true;
      await meanwhile();
    }
    await syncFolder(path);
  };
}

const removeFolders = () => rm(join(root, 'store/a'), { recursive: true });

describe('writeWhole', () => {
  it('makes its folders again where a delete removed them before the first object came', async () => {
    await write(disturbed('store/a', removeFolders));
    expect(await readFile(target, 'utf8')).toBe('x');
    expect(await readdir(drafts)).toEqual([]);
  });

  it('has done its work where a delete took the object and its folders right after', async () => {
    await write(disturbed('store/a/b', removeFolders));
    expect(await readdir(join(root, 'store'))).toEqual([]);
    expect(await readdir(drafts)).toEqual([]);
  });

  it('fails where the disk went away before the name of the object was on it', async () => {
    const removeAll = async () => {
      await removeFolders();
      await rm(drafts, { recursive: true });
    };
    await expect(write(disturbed('store/a/b', removeAll))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
