import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { EXIT_CODES, FocusError, type ErrorKind } from '../../errors.js';
import { readConnection, type ServerConnection } from './connection-file.js';
import type { KeeperTask } from './keeper.js';
import { takeLease, type Lease } from './leases.js';
import { asFolderError, prepareLocation, type ServerLocation } from './location.js';
import { isRunning } from '../../platform/process-identity.js';
import { logSince } from './server-log.js';
import { releaseTurn, tryTakeTurn, turnHolder, type Turn } from './turn.js';

export interface EmbeddedServerOptions {
  /** The data home. */
  readonly home: string;
  /** The server's own folder within the home. */
  readonly folder: string;
  /** How long the server stays up after its last user left; 5 unless given. */
  readonly lingerSeconds?: number;
  /** The compiled keeper-process.js; given by tests that run from the sources. */
  readonly keeperEntry?: string;
}

export interface EmbeddedServer {
  readonly connection: ServerConnection;
  /** The server may stop once everybody has left. */
  leave(): void;
}

const POLL_MS = 15;
const JOIN_TIMEOUT_MS = 180_000;

/**
 * The embedded server of this home, started when it does not run yet. Any number
 * of processes may join at once; each is served by the same server.
 * FocusError `config` or `unavailable` with the reason where it cannot run.
 */
export async function joinEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const location = prepareLocation(options.folder);
  let lease: Lease | undefined;
  try {
    lease = takeLease(location.leases);
    const connection = await awaitConnection(location, options);
    return { connection, leave: lease.release };
  } catch (error) {
    lease?.release();
    throw asFolderError(error, location.control);
  }
}

async function awaitConnection(
  location: ServerLocation,
  options: EmbeddedServerOptions,
): Promise<ServerConnection> {
  const deadline = performance.now() + JOIN_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const connection = readConnection(location);
    if (connection !== undefined && isKept(location, connection)) return connection;
    const turn = tryTakeTurn(location.turns);
    if (turn === undefined) await sleep(POLL_MS);
    else await startKeeper(turn, location, options);
  }
  throw new FocusError(
    'unavailable',
    'database.start-timeout',
    `The database server did not start within ${JOIN_TIMEOUT_MS / 1000} seconds.`,
    {
      hint: `See ${location.serverLog} and ${location.keeperLog}.`,
    },
  );
}

/** A connection file whose keeper was killed waits for a new keeper to adopt the server. */
function isKept(location: ServerLocation, { keeper }: ServerConnection): boolean {
  const holder = turnHolder(location.turns);
  return holder !== undefined && holder.identity.pid === keeper.pid && isRunning(keeper);
}

/** Resolves when the keeper is ready or another one was faster. */
async function startKeeper(
  turn: Turn,
  location: ServerLocation,
  options: EmbeddedServerOptions,
): Promise<void> {
  const task: KeeperTask = {
    home: options.home,
    control: options.folder,
    generation: turn.generation,
    lingerSeconds: options.lingerSeconds ?? 5,
  };
  const entry =
    options.keeperEntry ?? fileURLToPath(new URL('./keeper-process.js', import.meta.url));
  const log = openSync(location.keeperLog, 'w', 0o600);
  const keeper = spawn(process.execPath, ['--max-semi-space-size=1', entry, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', log],
    cwd: '/',
    detached: true,
    windowsHide: true,
  });
  closeSync(log);
  const ended = once(keeper, 'exit');
  // Awaited below, and only where the keeper gave no answer.
  ended.catch(() => undefined);
  try {
    const answer = await firstLine(keeper.stdout);
    if (answer !== '') raiseFailure(answer, location);
    else await raiseCrash(ended, location);
  } finally {
    // It outlives us.
    keeper.unref();
    releaseTurn(turn);
  }
}

async function firstLine(stream: Readable | null): Promise<string> {
  let text = '';
  if (stream === null) return text;
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text;
}

/** Silent and with exit code 0 it found another keeper; ended by a signal it was killed: both mean to look again. */
async function raiseCrash(ended: Promise<unknown[]>, location: ServerLocation): Promise<void> {
  const [code] = await ended;
  if (code === 0 || code === null) return;
  throw new Error(
    `The database keeper ended with code ${Number(code)}: ${logSince(location.keeperLog, 0)}`,
  );
}

const failureSchema = z.object({
  kind: z.enum(Object.keys(EXIT_CODES) as [ErrorKind, ...ErrorKind[]]),
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
});

function raiseFailure(answer: string, location: ServerLocation): void {
  if (answer.startsWith('{"ready"')) return;
  const failure = failureSchema.safeParse(JSON.parse(answer));
  if (failure.success) {
    const { kind, code, message, hint } = failure.data;
    throw new FocusError(kind, code, message, hint === undefined ? {} : { hint });
  }
  throw new Error(`The database keeper failed, see ${location.keeperLog}: ${answer}`);
}
