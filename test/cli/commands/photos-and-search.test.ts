import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusracerWithDatabase, type Focusracer } from '../support/focusracer.js';

let focusracer: Focusracer;

beforeAll(async () => {
  focusracer = await focusracerWithDatabase();
  await focusracer.run('event', 'create', 'Lake Run');
});
afterAll(() => focusracer.remove());

describe.each([
  ['photos', []],
  ['search', ['--bib', '7']],
])('focusracer %s', (command, options) => {
  const run = (...args: string[]) => focusracer.run(command, ...options, ...args);

  it('takes the only event there is, or that of its argument or of --event', async () => {
    for (const named of [
      [],
      ['lake-run'],
      ['--event', 'lake-run'],
      ['lake-run', '--event', 'lake-run'],
    ])
      expect(await run(...named)).toMatchObject({ exitCode: 0 });
  });

  it('refuses two events, and one that is not there', async () => {
    expect(await run('lake-run', '--event', 'other')).toMatchObject({ exitCode: 2 });
    expect(await run('other')).toMatchObject({ exitCode: 3 });
  });
});

describe('focusracer search', () => {
  it('asks what to look for', async () => {
    expect(await focusracer.run('search')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--bib'),
    });
  });
});
