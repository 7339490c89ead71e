import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programPath, type ServerBinaries } from './binaries.js';
import type { ClusterPlace, ServerLocation } from './location.js';
import {
  commandLineOf,
  identifyProcess,
  isRunning,
  type ProcessIdentity,
} from '../../platform/process-identity.js';
import { runProgram, startProgram } from './run-program.js';
import { HOST, SERVER_SETTINGS } from './server-settings.js';
import { explainFailure, logEnd, logSince } from './server-log.js';

export interface Postmaster {
  readonly identity: ProcessIdentity;
  readonly port: number;
}

const POLL_MS = 10;
/** After a crash the server replays its journal first, at most max_wal_size of it. */
const READY_TIMEOUT_MS = 120_000;
const FAST_STOP_TIMEOUT_MS = 60_000;

/** The server that runs on this cluster, once it is ready; `undefined` when none does. */
export async function findPostmaster(place: ClusterPlace): Promise<Postmaster | undefined> {
  for (let waited = 0; waited < READY_TIMEOUT_MS; waited += POLL_MS) {
    const file = readPidFile(place);
    const identity = file === undefined ? undefined : identifyPostmaster(file.pid, place);
    if (file === undefined || identity === undefined) return undefined;
    if (file.status === 'ready') return { identity, port: file.port };
    await sleep(POLL_MS);
  }
  return undefined;
}

/**
 * Starts the server and waits until it answers. A preferred port that somebody
 * else took meanwhile is replaced by a free one.
 * FocusError `unavailable` or `config` with the server's own reason.
 */
export async function startPostmaster(
  location: ServerLocation,
  place: ClusterPlace,
  binaries: ServerBinaries,
  preferredPort: number | undefined,
): Promise<Postmaster> {
  removeStalePidFile(place);
  for (let attempt = 0; ; attempt += 1) {
    const port =
      attempt === 0 && preferredPort !== undefined ? preferredPort : await findFreePort();
    const start = logEnd(location.serverLog);
    const child = startProgram({
      program: programPath(binaries, 'postgres'),
      args: ['-D', place.data, '-c', `port=${port}`, ...settingArguments()],
      account: place.account,
      logFile: location.serverLog,
    });
    const ended = new AbortController();
    let spawnFailure = '';
    child.once('exit', () => {
      ended.abort();
    });
    child.once('error', (error) => {
      spawnFailure = String(error);
      ended.abort();
    });
    const identity = await waitUntilReady(place, child.pid, ended.signal);
    if (identity !== undefined) {
      child.unref();
      return { identity, port };
    }
    // An orphan of a keeper killed this very moment was faster: it is the server.
    const other = await findPostmaster(place);
    if (other !== undefined) return other;
    const log = spawnFailure === '' ? logSince(location.serverLog, start) : spawnFailure;
    const mayRetry =
      attempt < 5 && (/could not bind|Address already in use/.test(log) || isLeftBySiblings(log));
    if (!mayRetry)
      throw explainFailure('The database server did not start', log, location.serverLog);
    if (isLeftBySiblings(log)) await sleep(300);
  }
}

/** Ends the server after the transactions in hand; at worst the journal is replayed at the next start. */
export async function stopPostmaster(
  { identity }: Postmaster,
  location: ServerLocation,
  place: ClusterPlace,
  binaries: ServerBinaries,
): Promise<void> {
  if (process.platform === 'win32') {
    // Windows knows no signals; pg_ctl speaks to the server over a named pipe.
    const args = ['stop', '-D', place.data, '-m', 'fast'];
    await runProgram({
      program: programPath(binaries, 'pg_ctl'),
      args,
      account: undefined,
      logFile: location.serverLog,
    });
    return;
  }
  // postgres(1): SIGINT is the fast shutdown, SIGQUIT the immediate one.
  for (const [signal, timeout] of [
    ['SIGINT', FAST_STOP_TIMEOUT_MS],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (!isRunning(identity)) return;
    process.kill(identity.pid, signal);
    for (let waited = 0; waited < timeout && isRunning(identity); waited += POLL_MS)
      await sleep(POLL_MS);
  }
}

async function waitUntilReady(
  place: ClusterPlace,
  pid: number | undefined,
  ended: AbortSignal,
): Promise<ProcessIdentity | undefined> {
  for (let waited = 0; waited < READY_TIMEOUT_MS && !ended.aborted; waited += POLL_MS) {
    const file = readPidFile(place);
    if (file !== undefined && file.pid === pid && file.status === 'ready')
      return identifyProcess(file.pid);
    await sleep(POLL_MS, undefined, { signal: ended }).catch(() => undefined);
  }
  return undefined;
}

/** After a kill -9 of the server its children need a moment to notice and let go. */
function isLeftBySiblings(log: string): boolean {
  return /pre-existing shared memory block|is still in use/.test(log);
}

/**
 * PostgreSQL trusts any process that answers under the pid it finds, be it a
 * zombie or a stranger that was given the pid later. Two servers on one cluster
 * stay impossible: it also checks the shared memory of the cluster.
 */
function removeStalePidFile(place: ClusterPlace): void {
  const file = readPidFile(place);
  if (file !== undefined && identifyPostmaster(file.pid, place) === undefined)
    rmSync(pidFilePath(place));
}

function identifyPostmaster(pid: number, place: ClusterPlace): ProcessIdentity | undefined {
  const identity = identifyProcess(pid);
  if (identity === undefined) return undefined;
  const command = commandLineOf(pid);
  return command === undefined || command.includes(place.data) ? identity : undefined;
}

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Lines of postmaster.pid, after miscadmin.h: 1 pid, 2 folder, 3 start, 4 port, 5 socket, 6 address, 7 shared memory, 8 status. */
function readPidFile(place: ClusterPlace): PidFile | undefined {
  const path = pidFilePath(place);
  if (!existsSync(path)) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // Removed in between: the server has just ended.
    return undefined;
  }
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() };
}

function pidFilePath(place: ClusterPlace): string {
  return join(place.data, 'postmaster.pid');
}

function settingArguments(): string[] {
  return Object.entries(SERVER_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string')
    throw new TypeError('Expected a TCP address from a TCP server');
  return address.port;
}
