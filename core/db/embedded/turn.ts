import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRunning, ownIdentity, type ProcessIdentity } from '../../platform/process-identity.js';
import { hasSystemCode } from '../../platform/system-error.js';

/**
 * A lock among processes that outlives no holder: a turn is held as long as the
 * process named in it runs, so a killed holder needs no clean-up and nobody
 * ever deletes a lock that could be somebody's.
 *
 * Turns are files `turn.<generation>` made by link(2), which fails when the
 * name exists. The highest generation holds; one takes the next generation once
 * the holder is gone. Only generations below the highest are ever removed,
 * therefore who finds a higher one than their own has lost.
 * All of it is synchronous: a handful of system calls in a folder of two files.
 */
export interface Turn {
  readonly generation: number;
  readonly path: string;
}

export interface TurnHolder {
  readonly generation: number;
  readonly identity: ProcessIdentity;
}

const NOBODY: ProcessIdentity = { pid: 0, startedAt: '' };

/** Who holds the turn now; a holder that no longer runs is nobody. */
export function turnHolder(folder: string): TurnHolder | undefined {
  const latest = latestTurn(folder);
  return latest !== undefined && isRunning(latest.identity) ? latest : undefined;
}

/**
 * Takes the turn when nobody holds it. `replacing` names a generation that may
 * be taken over while its holder runs: the parent that hands over to us.
 */
export function tryTakeTurn(
  folder: string,
  options: { readonly replacing?: number | undefined } = {},
): Turn | undefined {
  const latest = latestTurn(folder);
  const free =
    latest === undefined || latest.generation === options.replacing || !isRunning(latest.identity);
  if (!free) return undefined;
  const generation = (latest?.generation ?? 0) + 1;
  const path = join(folder, `turn.${generation}`);
  if (!createWhole(folder, path)) return undefined;
  const files = readdirSync(folder);
  if (Math.max(...files.map(generationOf)) !== generation) {
    rmSync(path, { force: true });
    return undefined;
  }
  for (const file of files) {
    if (generationOf(file) !== generation) rmSync(join(folder, file), { force: true });
  }
  return { generation, path };
}

/** Gives the turn back before the process ends. */
export function releaseTurn(turn: Turn): void {
  if (latestTurn(dirname(turn.path))?.generation !== turn.generation) return;
  const draft = `${turn.path}.released`;
  try {
    writeFileSync(draft, JSON.stringify(NOBODY));
    renameSync(draft, turn.path);
  } catch (error) {
    // A successor has swept the draft away: the turn is no longer ours anyway.
    if (!hasSystemCode(error, 'ENOENT')) throw error;
  }
}

function createWhole(folder: string, path: string): boolean {
  const draft = join(folder, `draft.${randomBytes(6).toString('hex')}`);
  writeFileSync(draft, JSON.stringify(ownIdentity()), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    // ENOENT: the winner swept our draft away.
    if (hasSystemCode(error, 'EEXIST') || hasSystemCode(error, 'ENOENT')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function latestTurn(folder: string): TurnHolder | undefined {
  for (;;) {
    const generation = Math.max(0, ...readdirSync(folder).map(generationOf));
    if (generation === 0) return undefined;
    try {
      const text = readFileSync(join(folder, `turn.${generation}`), 'utf8');
      return { generation, identity: parseIdentity(text) };
    } catch (error) {
      // Swept between the listing and the reading: a higher one is there.
      if (!hasSystemCode(error, 'ENOENT')) throw error;
    }
  }
}

function generationOf(file: string): number {
  return Number(/^turn\.(\d+)$/.exec(file)?.[1] ?? 0);
}

/** Damaged content (a disk that filled up) counts as a holder that is gone. */
function parseIdentity(text: string): ProcessIdentity {
  try {
    const value: unknown = JSON.parse(text);
    if (
      typeof value === 'object' &&
      value !== null &&
      'pid' in value &&
      typeof value.pid === 'number' &&
      'startedAt' in value &&
      typeof value.startedAt === 'string'
    ) {
      return { pid: value.pid, startedAt: value.startedAt };
    }
  } catch {
    // Falls through.
  }
  return NOBODY;
}
