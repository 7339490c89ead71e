import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

let focusracer: Focusracer;
beforeEach(async () => {
  focusracer = await focusracerWithoutDatabase();
});
afterEach(() => focusracer.remove());

describe('focusracer config', () => {
  it('sets, shows and forgets a setting', async () => {
    expect(await focusracer.run('config', 'set', 'workers', '3')).toMatchObject({ exitCode: 0 });
    expect((await focusracer.run('config', 'get', 'workers')).stdout).toBe('3');
    expect(await focusracer.json('config', 'get', 'workers')).toMatchObject([
      { key: 'workers', value: '3', source: { kind: 'user' } },
    ]);
    await focusracer.run('config', 'unset', 'workers');
    expect((await focusracer.run('config', 'get', 'workers')).stdout).toBe('one per core');
  });

  it('says where each value comes from, and hides passwords', async () => {
    const environment = { DATABASE_URL: 'postgres://lea:secret@db.example/race' };
    const { stdout } = await focusracer.start(['config', 'list'], environment);
    expect(stdout).toMatch(
      /^databaseUrl +postgres:\/\/lea:\*\*\*@db\.example\/race +DATABASE_URL$/m,
    );
    expect(stdout).toMatch(/^blurThreshold +30 +default$/m);
    expect(stdout).not.toContain('secret');
  });

  it.each([
    [['get', 'wrokers'], 'There is no setting "wrokers"'],
    [['set', 'workers', 'many'], 'is not a whole number from 1 to 256'],
  ])('refuses %j with the exit code of wrong settings', async (args, message) => {
    const refused = await focusracer.run('config', ...args);
    expect(refused).toMatchObject({ exitCode: 78, stdout: '' });
    expect(refused.stderr).toContain(message);
  });

  it('finds a broken settings file, and says which', async () => {
    await writeFile(join(focusracer.home, 'config.json'), '{"workers": ');
    const refused = await focusracer.run('config', 'list');
    expect(refused.exitCode).toBe(78);
    expect(refused.stderr).toContain('config.json is not a settings file');
  });
});
