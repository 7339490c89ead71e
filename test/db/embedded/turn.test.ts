import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countLeases, takeLease } from '../../../core/db/embedded/leases.js';
import { releaseTurn, tryTakeTurn, turnHolder } from '../../../core/db/embedded/turn.js';
import { compileCore } from '../../support/compiled-core.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'turns-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ours = { pid: process.pid };
const stranger = { pid: process.pid, startedAt: '00000000.1' };

describe('a turn', () => {
  it('is held by one at a time', () => {
    expect(turnHolder(folder)).toBeUndefined();
    expect(tryTakeTurn(folder)).toMatchObject({ generation: 1 });
    expect(turnHolder(folder)).toMatchObject({ generation: 1, identity: ours });
    expect(tryTakeTurn(folder)).toBeUndefined();
  });

  it('is handed over to who names it', () => {
    tryTakeTurn(folder);
    expect(tryTakeTurn(folder, { replacing: 1 })).toMatchObject({ generation: 2 });
    expect(tryTakeTurn(folder, { replacing: 1 })).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['turn.2']);
  });

  it('can be given back', () => {
    const turn = tryTakeTurn(folder);
    if (turn !== undefined) releaseTurn(turn);
    expect(turnHolder(folder)).toBeUndefined();
    expect(tryTakeTurn(folder)).toMatchObject({ generation: 2 });
  });

  it('is not given back by who has handed it over', () => {
    const turn = tryTakeTurn(folder);
    tryTakeTurn(folder, { replacing: 1 });
    if (turn !== undefined) releaseTurn(turn);
    expect(turnHolder(folder)).toMatchObject({ generation: 2 });
    expect(readdirSync(folder)).toEqual(['turn.2']);
  });

  it.each([
    ['a stranger under the same pid', JSON.stringify(stranger)],
    ['nothing', ''],
    ['damage', '{"pid":'],
    ['other things', '[]'],
  ])('that names %s is free', (_, content) => {
    writeFileSync(join(folder, 'turn.7'), content);
    expect(turnHolder(folder)).toBeUndefined();
    expect(tryTakeTurn(folder)).toMatchObject({ generation: 8 });
  });

  it('goes to exactly one of many processes that want it at once', async () => {
    const compiled = await compileCore(['core/errors.ts', 'core/platform', 'core/db/embedded']);
    const script = `
      import { tryTakeTurn } from ${JSON.stringify(compiled.pathOf('core/db/embedded/turn.ts'))};
      process.stdin.once('data', () => {
        process.stdout.write(tryTakeTurn(${JSON.stringify(folder)}) ? 'won' : 'lost');
        process.stdin.once('data', () => process.exit());
      });
      process.stdout.write('ready ');
    `;
    writeFileSync(join(folder, 'turn.3'), JSON.stringify(stranger));
    const racers = Array.from({ length: 8 }, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    await Promise.all(racers.map((racer) => once(racer.stdout, 'readable')));
    const answers = racers.map((racer) => text(racer.stdout));
    for (const racer of racers) racer.stdin.write('go');
    // All hold what they have until each has tried.
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const racer of racers) racer.stdin.write('end');
    expect((await Promise.all(answers)).filter((answer) => answer === 'ready won')).toHaveLength(1);
  });
});

describe('leases', () => {
  it('count while their process runs and until they are released', () => {
    const one = takeLease(folder);
    const two = takeLease(folder);
    expect(countLeases(folder)).toBe(2);
    one.release();
    one.release();
    expect(countLeases(folder)).toBe(1);
    two.release();
    expect(countLeases(folder)).toBe(0);
  });

  it('of killed processes are removed, also when the pid is in use again', () => {
    writeFileSync(join(folder, `${process.pid}-00000000.1-0a0b0c0d`), '');
    writeFileSync(join(folder, 'something else'), '');
    expect(countLeases(folder)).toBe(0);
    expect(readdirSync(folder)).toEqual(['something else']);
  });
});
