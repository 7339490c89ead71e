import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findInstalledBinaries, prepareBinaries, type ServerBinaries } from './binaries.js';
import { ensureCluster, readPassword } from './cluster.js';
import { readConnection, removeConnection, writeConnection } from './connection-file.js';
import { countLeases } from './leases.js';
import {
  placeCluster,
  prepareLocation,
  type ClusterPlace,
  type ServerLocation,
} from './location.js';
import { findPostmaster, startPostmaster, stopPostmaster, type Postmaster } from './postmaster.js';
import { isRunning, ownIdentity } from '../../platform/process-identity.js';
import { boundLog } from './server-log.js';
import { DATABASE, HOST, SUPERUSER } from './server-settings.js';
import { tryTakeTurn } from './turn.js';

export interface KeeperTask {
  /** The data home; its owner may run the server. */
  readonly home: string;
  /** The folder of the embedded server within it. */
  readonly control: string;
  /** The turn of the process that starts us, which we take over. */
  readonly generation: number;
  /** How long the server stays up after its last user left. */
  readonly lingerSeconds: number;
}

const TICK_MS = 500;
const LOG_CHECK_TICKS = 120;

/**
 * Starts the server, or adopts one whose keeper was killed, and keeps it until
 * nobody uses it. Holds the turn for as long as the process lives, so there is
 * one keeper per cluster. Resolves when the server has stopped.
 *
 * It is a process of its own because any other may be killed: one that leaves
 * by kill -9 can neither stop the server nor say that it no longer needs it.
 */
export async function keepServer(
  task: KeeperTask,
  onReady: () => void,
  stop: AbortSignal,
): Promise<void> {
  const location = prepareLocation(task.control);
  if (tryTakeTurn(location.turns, { replacing: task.generation }) === undefined) return;
  const place = placeCluster(task.control, task.home);
  const installed = findInstalledBinaries();
  let server = await open(location, place, installed);
  onReady();
  let idleSince = performance.now();
  for (let tick = 1; !stop.aborted; tick += 1) {
    await sleep(TICK_MS, undefined, { signal: stop }).catch(() => undefined);
    // The data home was deleted: nothing is left to serve or to save.
    if (!existsSync(location.leases) || !existsSync(place.data)) break;
    if (tick % LOG_CHECK_TICKS === 0) boundLog(location.serverLog);
    if (countLeases(location.leases) > 0) idleSince = performance.now();
    else if (performance.now() - idleSince >= task.lingerSeconds * 1000 && retire(location)) break;
    // On its old port, so that the pools of running processes find it again.
    if (!isRunning(server.identity)) server = await open(location, place, installed);
  }
  removeConnection(location);
  await stopPostmaster(server, location, place, installed);
}

async function open(
  location: ServerLocation,
  place: ClusterPlace,
  installed: ServerBinaries,
): Promise<Postmaster> {
  boundLog(location.serverLog);
  const server = (await findPostmaster(place)) ?? (await start(location, place, installed));
  writeConnection(location, {
    host: HOST,
    port: server.port,
    user: SUPERUSER,
    database: DATABASE,
    password: readPassword(location),
    version: installed.version,
    keeper: ownIdentity(),
  });
  return server;
}

async function start(
  location: ServerLocation,
  place: ClusterPlace,
  installed: ServerBinaries,
): Promise<Postmaster> {
  const lastPort = readConnection(location)?.port;
  const binaries = await prepareBinaries(installed, place);
  await ensureCluster(location, place, binaries);
  return startPostmaster(location, place, binaries, lastPort);
}

/**
 * Whoever joins takes a lease first and reads the connection afterwards; we
 * remove the connection first and count leases afterwards. So one of the two
 * sees the other, and nobody is left with a server that is going away.
 */
function retire(location: ServerLocation): boolean {
  const connection = readConnection(location);
  removeConnection(location);
  if (countLeases(location.leases) === 0) return true;
  if (connection !== undefined) writeConnection(location, connection);
  return false;
}
