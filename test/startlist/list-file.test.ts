import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readListFile } from '../../core/startlist/list-file.js';
import { MAX_LIST_BYTES } from '../../core/startlist/list-size.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-file-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('readListFile', () => {
  it('reads a file', async () => {
    const path = join(folder, 'race.csv');
    await writeFile(path, 'Bib\n1\n');
    const { name, bytes } = await readListFile(path);
    expect({ name, text: Buffer.from(bytes).toString() }).toEqual({
      name: 'race.csv',
      text: 'Bib\n1\n',
    });
  });

  it.skipIf(process.platform === 'win32')('reads a pipe', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const [{ bytes }] = await Promise.all([readListFile(path), writeFile(path, 'Bib\n1\n')]);
    expect(Buffer.from(bytes).toString()).toBe('Bib\n1\n');
  });

  it('refuses a file that is too large before it is read', async () => {
    const path = join(folder, 'large.csv');
    await writeFile(path, '');
    // More than Node reads at once: reading first would fail in another way.
    await truncate(path, MAX_LIST_BYTES * 32);
    await expect(readListFile(path)).rejects.toMatchObject({ code: 'startlist.too-large' });
  });

  it.skipIf(process.platform === 'win32')('refuses a device, which has no end', async () => {
    await expect(readListFile('/dev/zero')).rejects.toMatchObject({
      kind: 'input',
      code: 'startlist.unreadable',
      message: '/dev/zero is not a file',
    });
  });
});
