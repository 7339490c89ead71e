import type { BigIntStats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { rootError } from './root-error.js';
import {
  foundFile,
  skipped,
  unreadable,
  type ByteName,
  type ScanEntry,
  type SkippedEntry,
} from './scan-entry.js';
import { hiddenBy } from './scan-hidden.js';

/**
 * Walks a folder and everything below it, depth first, each folder in the order of its names'
 * bytes: the same tree gives the same sequence everywhere. What it leaves out (hidden files and
 * folders, links) is an entry too, of kind `skipped`: nothing goes silently. Only the names of the folders on the current path are held in memory.
 *
 * Links are followed once: a link to something inside the root is skipped, since it is found under
 * its own name; a link out of it is followed unless an earlier one led to the same place.
 *
 * @throws FocusError if the root is missing (not-found), a file (input) or closed (forbidden).
 *   Anything below it that cannot be read is an entry of kind `unreadable`.
 */
export async function* scanFolder(root: string): AsyncGenerator<ScanEntry> {
  const names = await readRoot(root);
  const walk: Walk = {
    root: Buffer.concat([Buffer.from(root), SLASH]).toString('latin1'),
    realRoot: await realpath(root, 'latin1'),
    visited: new Set([identityOf(await stat(root, { bigint: true }))]),
  };
  yield* walkFolder(walk, '', names);
}

/** The bytes to open a found file with. */
export function absolutePath(root: string, relative: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(root), SLASH, relative]);
}

const SLASH = Buffer.from('/');

interface Walk {
  readonly root: ByteName;
  readonly realRoot: ByteName;
  /** Identities of the folders entered, and of the targets of links that were followed. */
  readonly visited: Set<string>;
}

/** Asking about one file at a time would spend a slow disk's answer time on each. */
const STATS_AT_ONCE = 64;

async function* walkFolder(
  walk: Walk,
  folder: ByteName,
  names: readonly ByteName[],
): AsyncGenerator<ScanEntry> {
  for (let at = 0; at < names.length; at += STATS_AT_ONCE) {
    const paths = names.slice(at, at + STATS_AT_ONCE).map((name) => folder + name);
    const looks = await Promise.all(paths.map((path) => lookAt(walk, path)));
    for (const look of looks) yield* enter(walk, look);
  }
}

type Look =
  | {
      readonly path: ByteName;
      readonly stats: BigIntStats;
      /** Of a link, where it leads. */
      readonly target: ByteName | undefined;
    }
  | { readonly path: ByteName; readonly error: unknown };

async function lookAt(walk: Walk, path: ByteName): Promise<Look> {
  const full = Buffer.from(walk.root + path, 'latin1');
  try {
    const stats = await lstat(full, { bigint: true });
    // A hidden link is left out, wherever it leads.
    if (!stats.isSymbolicLink() || hiddenBy(nameIn(path)) !== undefined)
      return { path, stats, target: undefined };
    const target = await realpath(full, 'latin1');
    return { path, stats: await stat(full, { bigint: true }), target };
  } catch (error) {
    return { path, error };
  }
}

async function* enter(walk: Walk, look: Look): AsyncGenerator<ScanEntry> {
  const { path } = look;
  if ('error' in look) {
    yield unreadable(path, look.error);
    return;
  }
  const { stats, target } = look;
  const hidden = hiddenBy(nameIn(path));
  if (hidden !== undefined) {
    yield skipHidden(path, hidden, stats.isDirectory());
    return;
  }
  const refusal = target === undefined ? undefined : refuseLink(walk, target, stats);
  if (refusal !== undefined) yield skipped(path, 'link', refusal);
  else if (stats.isFile()) yield foundFile(path, stats);
  else if (stats.isDirectory()) yield* enterFolder(walk, path, stats);
  else yield skipped(path, 'special', 'neither a file nor a folder');
}

function nameIn(path: ByteName): ByteName {
  return path.slice(path.lastIndexOf('/') + 1);
}

function skipHidden(path: ByteName, by: 'system' | 'dot', isFolder: boolean): SkippedEntry {
  const shown = isFolder ? `${path}/` : path;
  if (by === 'system') return skipped(shown, 'system', 'left there by a system or a program');
  const cause = isFolder ? 'hidden-folder' : 'hidden-file';
  return skipped(shown, cause, 'hidden: its name begins with a dot');
}

async function* enterFolder(
  walk: Walk,
  path: ByteName,
  stats: BigIntStats,
): AsyncGenerator<ScanEntry> {
  const identity = identityOf(stats);
  if (walk.visited.has(identity)) {
    yield skipped(path, 'link', 'a folder that was scanned already, by a link or a mount');
    return;
  }
  walk.visited.add(identity);
  let names: ByteName[];
  try {
    names = await readNames(Buffer.from(walk.root + path, 'latin1'));
  } catch (error) {
    yield unreadable(path, error);
    return;
  }
  yield* walkFolder(walk, `${path}/`, names);
}

/** Why a link is not followed; undefined if it is. */
function refuseLink(walk: Walk, target: ByteName, stats: BigIntStats): string | undefined {
  if (`${target}/`.startsWith(`${walk.realRoot}/`)) {
    return 'a link to what is scanned under its own name';
  }
  if (`${walk.realRoot}/`.startsWith(`${target}/`)) return 'a link to a folder above this one';
  const identity = identityOf(stats);
  if (walk.visited.has(identity)) return 'a link to what an earlier link led to';
  // A folder is remembered when it is entered.
  if (!stats.isDirectory()) walk.visited.add(identity);
  return undefined;
}

function identityOf(stats: BigIntStats): string {
  return `${stats.dev}:${stats.ino}`;
}

async function readNames(folder: Buffer | string): Promise<ByteName[]> {
  const names = await readdir(folder, { encoding: 'latin1' });
  return names.sort();
}

async function readRoot(root: string): Promise<ByteName[]> {
  try {
    return await readNames(root);
  } catch (error) {
    throw rootError(root, error);
  }
}
