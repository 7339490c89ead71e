import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, ownIdentity } from '../../platform/process-identity.js';

/** Says that this process uses the server. The file name alone carries the identity, so it is never half written. */
export interface Lease {
  readonly release: () => void;
}

export function takeLease(folder: string): Lease {
  const { pid, startedAt } = ownIdentity();
  const path = join(folder, `${pid}-${startedAt}-${randomBytes(4).toString('hex')}`);
  writeFileSync(path, '', { mode: 0o600 });
  return {
    release: () => {
      rmSync(path, { force: true });
    },
  };
}

/** How many leases belong to running processes; removes those of processes that are gone. */
export function countLeases(folder: string): number {
  let count = 0;
  for (const file of readdirSync(folder)) {
    const [, pid, startedAt] = /^(\d+)-([\w.]+)-[0-9a-f]{8}$/.exec(file) ?? [];
    if (pid === undefined || startedAt === undefined) continue;
    if (isRunning({ pid: Number(pid), startedAt })) count += 1;
    else rmSync(join(folder, file), { force: true });
  }
  return count;
}
