import { execFile } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileWhole } from '../../../cli/terminal/write-file-whole.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'focusracer-output-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string): Promise<void> {
  await writeFileWhole(join(folder, name), async (append) => {
    await append('one\n');
    await append('two\n');
  });
}

describe('an output file', () => {
  it('stays what it was when the writing fails, and nothing else is left', async () => {
    await writeFile(join(folder, 'tags.csv'), 'before');
    const failed = writeFileWhole(join(folder, 'tags.csv'), async (append) => {
      await append('half');
      throw new Error('stopped');
    });
    await expect(failed).rejects.toThrow('stopped');
    expect(await readFile(join(folder, 'tags.csv'), 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(['tags.csv']);
  });

  it.each([true, false])(
    'behind a link is written, and the link stays (there: %s)',
    async (there) => {
      if (there) await writeFile(join(folder, 'real.csv'), 'before');
      await symlink('real.csv', join(folder, 'link.csv'));
      await write('link.csv');
      expect((await lstat(join(folder, 'link.csv'))).isSymbolicLink()).toBe(true);
      expect(await readFile(join(folder, 'real.csv'), 'utf8')).toBe('one\ntwo\n');
      expect((await readdir(folder)).sort()).toEqual(['link.csv', 'real.csv']);
    },
  );

  it.skipIf(process.platform === 'win32')('may be a pipe, which stays one', async () => {
    await promisify(execFile)('mkfifo', [join(folder, 'pipe')]);
    const [text] = await Promise.all([readFile(join(folder, 'pipe'), 'utf8'), write('pipe')]);
    expect(text).toBe('one\ntwo\n');
    expect((await lstat(join(folder, 'pipe'))).isFIFO()).toBe(true);
  });

  it('is refused where a folder stands', async () => {
    await mkdir(join(folder, 'tags.csv'));
    await expect(write('tags.csv')).rejects.toMatchObject({
      kind: 'input',
      code: 'output.cannot-write',
    });
    expect(await readdir(folder)).toEqual(['tags.csv']);
  });

  it.skipIf(process.platform !== 'linux')('on a full disk is an outage', async () => {
    const failed = writeFileWhole('/dev/full', (append) => append('text'));
    await expect(failed).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
