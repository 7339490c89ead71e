import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { identifyProcess, isRunning, ownIdentity } from '../../core/platform/process-identity.js';

describe('a process identity', () => {
  it('stays the same while the process runs', () => {
    expect(ownIdentity()).toEqual(identifyProcess(process.pid));
    expect(isRunning(ownIdentity())).toBe(true);
  });

  it('is gone with the process', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const identity = identifyProcess(child.pid ?? 0);
    expect(identity).toBeDefined();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(identifyProcess(child.pid ?? 0)).toBeUndefined();
    if (identity !== undefined) expect(isRunning(identity)).toBe(false);
  });

  it('is not that of a stranger who was given the same pid', () => {
    expect(isRunning({ pid: process.pid, startedAt: '00000000.1' })).toBe(false);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 40])('is unknown for the pid %s', (pid) => {
    expect(identifyProcess(pid)).toBeUndefined();
  });

  it.runIf(process.platform === 'linux')(
    'is gone with a process that nobody has reaped',
    async () => {
      // The shell starts a child and becomes a sleep, which never waits for it.
      const parent = spawn('sh', ['-c', 'true & exec sleep 60']);
      await once(parent, 'spawn');
      let zombie: number | undefined;
      while (zombie === undefined) {
        await sleep(10);
        zombie = zombieOf(parent.pid ?? 0);
      }
      expect(identifyProcess(zombie)).toBeUndefined();
      parent.kill('SIGKILL');
      await once(parent, 'exit');
    },
  );
});

function zombieOf(parent: number): number | undefined {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z' && Number(ppid) === parent) return Number(name);
    } catch {
      // It ended while we looked.
    }
  }
  return undefined;
}
