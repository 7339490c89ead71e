import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rewriteCached } from '../../core/recognition/model-cache.js';

const MODEL = Uint8Array.from([1, 2, 3]);
const EXPECTED = [2, 4, 6];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function doubling(version = 1) {
  return {
    name: 'doubling',
    version,
    rewrite: vi.fn((model: Uint8Array) => model.map((byte) => byte * 2)),
  };
}

describe('rewriteCached', () => {
  it('rewrites once and then reads the cache', async () => {
    const rewrite = doubling();
    for (let start = 0; start < 2; start += 1) {
      expect([...(await rewriteCached(MODEL, rewrite, folder))]).toEqual(EXPECTED);
    }
    expect(rewrite.rewrite).toHaveBeenCalledTimes(1);
  });

  it('rewrites again for another version or another model', async () => {
    await rewriteCached(MODEL, doubling(1), folder);
    const [newer, other] = [doubling(2), doubling(1)];
    await rewriteCached(MODEL, newer, folder);
    await rewriteCached(Uint8Array.from([9]), other, folder);
    expect(newer.rewrite).toHaveBeenCalledTimes(1);
    expect(other.rewrite).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['empty', () => Buffer.alloc(0)],
    ['altered', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([77])])],
  ])('does not trust a file that is %s', async (_, damage) => {
    await rewriteCached(MODEL, doubling(), folder);
    const [name = ''] = await readdir(folder);
    await writeFile(join(folder, name), damage(await readFile(join(folder, name))));
    const rewrite = doubling();
    expect([...(await rewriteCached(MODEL, rewrite, folder))]).toEqual(EXPECTED);
    expect(rewrite.rewrite).toHaveBeenCalledTimes(1);
  });

  it('does without a cache where the folder cannot be made', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    expect([...(await rewriteCached(MODEL, doubling(), join(file, 'cache')))]).toEqual(EXPECTED);
    expect([...(await rewriteCached(MODEL, doubling(), undefined))]).toEqual(EXPECTED);
  });

  it('lets several write at once and leaves one whole file', async () => {
    await Promise.all(Array.from({ length: 8 }, () => rewriteCached(MODEL, doubling(), folder)));
    expect(await readdir(folder)).toHaveLength(1);
    const rewrite = doubling();
    expect([...(await rewriteCached(MODEL, rewrite, folder))]).toEqual(EXPECTED);
    expect(rewrite.rewrite).not.toHaveBeenCalled();
  });
});
