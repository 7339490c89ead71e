import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusracerWithDatabase, type Focusracer } from '../support/focusracer.js';

const photo = fileURLToPath(new URL('../../../fixtures/race/FR_0002.jpg', import.meta.url));

let focusracer: Focusracer;
beforeAll(async () => {
  focusracer = await focusracerWithDatabase();
});
afterAll(() => focusracer.remove());

describe('focusracer doctor', () => {
  it('finds a healthy installation healthy', async () => {
    const results = await focusracer.json('doctor');
    expect(results.length).toBeGreaterThan(5);
    expect(results.filter(({ status }) => status === 'fail')).toEqual([]);
  });

  it('says what is wrong and how to mend it, with the exit code of wrong settings', async () => {
    const broken = { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' };
    const examined = await focusracer.start(['doctor'], broken);
    expect(examined.exitCode).toBe(78);
    expect(examined.stdout).toMatch(/^fail {2}database: .*\n {6}\S/m);
    expect(examined.stderr).not.toContain('bug');
  });
});

describe('focusracer bench accuracy', () => {
  it('scores a labelled folder, for people and for programs', async () => {
    const folder = join(focusracer.home, 'labelled');
    await mkdir(folder);
    await cp(photo, join(folder, 'one.jpg'));
    await writeFile(join(folder, 'truth.csv'), 'file,bibs,optional,complete\none.jpg,317,,1\n');
    const [report] = await focusracer.json('bench', 'accuracy', folder);
    expect(report).toMatchObject({
      type: 'accuracy',
      total: { free: { photos: 1, bibs: 1, hits: 1, f1: 1 }, withStartList: { f1: 1 } },
    });
    const { stdout } = await focusracer.run('bench', 'accuracy', folder);
    expect(stdout).toMatch(/^total +free +1 +1 +1\.000 +1\.000 +1\.000 /m);
  });
});
