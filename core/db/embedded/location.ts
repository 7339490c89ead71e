import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FocusError } from '../../errors.js';
import { canEnter, chooseServerAccount, type ServerAccount } from './account.js';
import { hasSystemCode } from '../../platform/system-error.js';

/** Where the parts of one embedded server live. */
export interface ServerLocation {
  /** Ours: turns, leases, connection, password, logs. */
  readonly control: string;
  readonly turns: string;
  readonly leases: string;
  readonly connectionFile: string;
  readonly passwordFile: string;
  readonly serverLog: string;
  readonly keeperLog: string;
}

/** Where the cluster itself is, and who runs it. */
export interface ClusterPlace {
  readonly folder: string;
  readonly data: string;
  readonly account: ServerAccount | undefined;
}

/** Makes the control folder. FocusError `config` where it cannot be written. */
export function prepareLocation(control: string): ServerLocation {
  const location: ServerLocation = {
    control,
    turns: join(control, 'turns'),
    leases: join(control, 'leases'),
    connectionFile: join(control, 'server.json'),
    passwordFile: join(control, 'password'),
    serverLog: join(control, 'postgres.log'),
    keeperLog: join(control, 'keeper.log'),
  };
  try {
    mkdirSync(location.turns, { recursive: true, mode: 0o700 });
    mkdirSync(location.leases, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asFolderError(error, control);
  }
  return location;
}

/**
 * The cluster is kept beside the control files unless the server's account
 * cannot get there, as below /root: then in the system's folder for services,
 * under an identifier kept in the control folder.
 */
export function placeCluster(control: string, home: string): ClusterPlace {
  const moved = movedCluster(control);
  const account = chooseServerAccount([join(moved ?? control, 'data'), home]);
  if (account === undefined) return place(control, account);
  if (moved === undefined) {
    letThrough(control);
    if (canEnter(control, account)) return place(control, account);
  }
  const folder = moved ?? join(serviceFolder(), writeClusterId(control));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    letThrough(folder);
  } catch (error) {
    throw asFolderError(error, folder);
  }
  return place(folder, account);
}

/** Where the cluster lies when it is not beside the control files. */
export function movedCluster(control: string): string | undefined {
  const id = readClusterId(control);
  return id === undefined ? undefined : join(serviceFolder(), id);
}

/** Makes a folder the account owns; a no-op where we run the server ourselves. */
export function giveTo(path: string, account: ServerAccount | undefined): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

function place(folder: string, account: ServerAccount | undefined): ClusterPlace {
  return { folder, data: join(folder, 'data'), account };
}

/** Others may pass, not look: every file in it is for its owner alone. */
function letThrough(folder: string): void {
  chmodSync(folder, 0o711);
}

function serviceFolder(): string {
  return process.platform === 'darwin'
    ? '/Library/Application Support/focusracer'
    : '/var/lib/focusracer';
}

function readClusterId(control: string): string | undefined {
  try {
    return readFileSync(join(control, 'cluster-id'), 'utf8').trim();
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw asFolderError(error, control);
  }
}

function writeClusterId(control: string): string {
  const id = randomBytes(8).toString('hex');
  writeFileSync(join(control, 'cluster-id'), id, { mode: 0o600 });
  return id;
}

/** A full disk or a missing right as FocusError; any other error as it is. */
export function asFolderError(cause: unknown, folder: string): unknown {
  if (hasSystemCode(cause, 'ENOSPC', 'EDQUOT')) {
    return new FocusError(
      'unavailable',
      'database.disk-full',
      `The disk that holds ${folder} is full.`,
      {
        hint: 'Free some space, or point FOCUSRACER_HOME at another disk.',
        cause,
      },
    );
  }
  if (!hasSystemCode(cause, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST')) return cause;
  return new FocusError(
    'config',
    'database.folder-not-writable',
    `The database folder ${folder} cannot be used: ${String(cause)}`,
    {
      hint: 'Give your user the right to it (after a run with sudo: chown -R), point FOCUSRACER_HOME at another folder, or set DATABASE_URL.',
      cause,
    },
  );
}
