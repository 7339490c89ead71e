import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { threadId } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createLimitedThreads,
  type LimitedThreads,
  type ThreadLimits,
} from '../../core/threads/limited-threads.js';

/** A thread that does as it is told. */
const WORKER = `
  import { threadId } from 'node:worker_threads';
  export const whereAmI = async () => threadId;
  export const hang = async () => { for (;;); };
  export const fail = async (why) => { throw new RangeError(why); };
  export const wait = async (flag) => { Atomics.wait(flag, 0, 0); return threadId; };
`;

interface Works {
  readonly [name: string]: (task: never) => Promise<unknown>;
  whereAmI(task: undefined): Promise<number>;
  hang(task: undefined): Promise<never>;
  fail(task: string): Promise<never>;
  /** Until the flag is not 0. */
  wait(task: Int32Array): Promise<number>;
}

let folder: string;
let opened: LimitedThreads<Works> | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'focusracer-threads-'));
  writeFileSync(join(folder, 'worker.mjs'), WORKER);
});
afterEach(() => opened?.close());
afterAll(() => rmSync(folder, { recursive: true }));

function open(limits: Partial<ThreadLimits> = {}): LimitedThreads<Works> {
  opened = createLimitedThreads<Works>(pathToFileURL(join(folder, 'worker.mjs')), {
    threads: 2,
    longestMs: 60_000,
    mostWaiting: 10,
    mostWaitingEach: 5,
    idleMs: 10_000,
    ...limits,
  });
  return opened;
}

const nothing = () => undefined;

function closedGate() {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  return {
    flag,
    open() {
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
    },
  };
}

describe('threads with limits', () => {
  it('do not run in the thread of the pages', async () => {
    const threads = open();
    expect(await threads.run('whereAmI', nothing, { visitor: 'ana' })).not.toBe(threadId);
    expect(threads.figures()).toEqual({ done: 1, refused: 0, ended: 0, waiting: 0 });
  });

  it('end a task that hangs, replace its thread, and go on with others meanwhile', async () => {
    const threads = open({ longestMs: 6000 });
    const hanging = threads.run('hang', nothing, { visitor: 'mallory' });
    const outcome = expect(hanging).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'threads.too-long',
    });
    const first = await threads.run('whereAmI', nothing, { visitor: 'ana' });
    await outcome;
    expect(threads.figures()).toMatchObject({ done: 1, ended: 1 });
    // Both threads are taken, so one of them is new.
    const gate = closedGate();
    const both = ['bob', 'cleo'].map((visitor) =>
      threads.run('wait', () => gate.flag, { visitor }),
    );
    while (threads.figures().waiting > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    gate.open();
    const places = await Promise.all(both);
    expect(new Set(places).size).toBe(2);
    expect(places).toContain(first);
  });

  it('refuse at once what would wait too long, and say when to come again', async () => {
    const threads = open({ threads: 1, mostWaiting: 3, mostWaitingEach: 2 });
    const gate = closedGate();
    const waitFor = (visitor: string) => threads.run('wait', () => gate.flag, { visitor });
    const taken = ['ana', 'ana', 'ana', 'bob'].map(waitFor);
    const busy = { kind: 'unavailable', code: 'threads.busy', retryAfterSeconds: 5 };
    // Ana has one in hand and two that wait; with Bob's there are three.
    await expect(waitFor('ana')).rejects.toMatchObject(busy);
    await expect(waitFor('cleo')).rejects.toMatchObject(busy);
    expect(threads.figures()).toMatchObject({ refused: 2, waiting: 3 });
    gate.open();
    await Promise.all(taken);
    expect(threads.figures()).toMatchObject({ done: 4, waiting: 0 });
  });

  it('leave a thread free for others, whatever one visitor asks for', async () => {
    const threads = open({ threads: 2 });
    const gate = closedGate();
    const greedy = [1, 2, 3].map(() =>
      threads.run('wait', () => gate.flag, { visitor: 'mallory' }),
    );
    expect(await threads.run('whereAmI', nothing, { visitor: 'ana' })).toBeGreaterThan(0);
    expect(threads.figures()).toMatchObject({ done: 1, waiting: 2 });
    gate.open();
    await Promise.all(greedy);
  });

  it('pass on what a task throws, and go on', async () => {
    const threads = open({ threads: 1 });
    await expect(threads.run('fail', () => 'too far', { visitor: 'ana' })).rejects.toThrow(
      'too far',
    );
    expect(await threads.run('whereAmI', nothing, { visitor: 'ana' })).toBeGreaterThan(0);
  });

  it('refuse what still waits when they are closed, and whatever comes then', async () => {
    const threads = open({ threads: 1 });
    const gate = closedGate();
    const inHand = threads.run('wait', () => gate.flag, { visitor: 'ana' });
    const waiting = threads.run('whereAmI', nothing, { visitor: 'bob' });
    const settled = Promise.allSettled([inHand, waiting]);
    await threads.close();
    const [, second] = await settled;
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'threads.stopping' } });
    await expect(threads.run('whereAmI', nothing, { visitor: 'bob' })).rejects.toMatchObject({
      code: 'threads.stopping',
    });
  });
});
