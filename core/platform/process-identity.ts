import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * One run of one process. A pid alone is not enough: after a crash the system
 * may have given the same pid to a stranger.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** Made of letters, digits and dots; UNKNOWN_START where the platform does not say. */
  readonly startedAt: string;
}

const UNKNOWN_START = 'unknown';

/** `undefined` when there is no such process, or only a zombie nobody has reaped. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!answersSignal(pid)) return undefined;
  if (process.platform === 'linux') return identifyOnLinux(pid);
  if (process.platform === 'win32') return { pid, startedAt: UNKNOWN_START };
  return identifyByPs(pid);
}

export function ownIdentity(): ProcessIdentity {
  return identifyProcess(process.pid) ?? { pid: process.pid, startedAt: UNKNOWN_START };
}

/** True while that very process runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  const current = identifyProcess(identity.pid);
  if (current === undefined) return false;
  return (
    current.startedAt === identity.startedAt ||
    current.startedAt === UNKNOWN_START ||
    identity.startedAt === UNKNOWN_START
  );
}

/** The command line of a process, `undefined` where it cannot be read. */
export function commandLineOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    }
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

function answersSignal(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** proc(5): field 3 is the state, field 22 the start in clock ticks since boot. */
function identifyOnLinux(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold blanks and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    // Ticks start again at every boot, so the boot is part of the identity.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return { pid, startedAt: `${boot}.${fields[19] ?? ''}` };
  } catch {
    // hidepid mounts hide other users' processes although they answer signals.
    return answersSignal(pid) ? { pid, startedAt: UNKNOWN_START } : undefined;
  }
}

function identifyByPs(pid: number): ProcessIdentity | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
    if (line.startsWith('Z')) return undefined;
    const seconds = Date.parse(line.slice(line.indexOf(' ') + 1)) / 1000;
    return { pid, startedAt: Number.isNaN(seconds) ? UNKNOWN_START : String(seconds) };
  } catch {
    return undefined;
  }
}
