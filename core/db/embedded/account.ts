import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FocusError } from '../../errors.js';

/** The operating-system account that runs the server when we are root, which PostgreSQL refuses. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * `undefined` means: as ourselves. As root it is, in this order, whoever owns
 * the cluster already, the ordinary user who owns the data home (`sudo`), or a
 * system account that exists nearly everywhere.
 */
export function chooseServerAccount(folders: readonly string[]): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const folder of folders) {
    const owner = ownerOf(folder);
    // initdb refuses an owner without an entry in the user database.
    if (owner !== undefined && owner.uid !== 0 && lookUp('-u', String(owner.uid)) !== undefined) {
      return owner;
    }
  }
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const uid = lookUp('-u', name);
    const gid = lookUp('-g', name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new FocusError(
    'config',
    'database.no-account',
    'PostgreSQL refuses to run as root and this system has neither a "postgres" nor a "nobody" user.',
    { hint: 'Run focusracer as an ordinary user, add a "postgres" user, or set DATABASE_URL.' },
  );
}

/** Whether the account may enter `folder`, which needs every folder above it too. */
export function canEnter(folder: string, account: ServerAccount | undefined): boolean {
  if (account === undefined) return true;
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (!grants(path, account, 0o1)) return false;
    if (path === dirname(path)) return true;
  }
}

/** Whether the account may read and run the file, its folders left aside. */
export function canRun(file: string, account: ServerAccount): boolean {
  return grants(file, account, 0o5);
}

function grants(path: string, account: ServerAccount, bits: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

function ownerOf(folder: string): ServerAccount | undefined {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat === undefined ? undefined : { uid: stat.uid, gid: stat.gid };
}

function lookUp(option: '-u' | '-g', name: string): number | undefined {
  try {
    const answer = execFileSync('id', [option, name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number.parseInt(answer, 10);
  } catch {
    return undefined;
  }
}
