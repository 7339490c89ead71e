import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { FocusError } from '../../errors.js';
import { syncFolder, syncFolderNow } from '../../platform/sync-folder.js';
import { hasSystemCode } from '../../platform/system-error.js';
import { programPath, type ServerBinaries } from './binaries.js';
import { giveTo, type ClusterPlace, type ServerLocation } from './location.js';
import { runProgram } from './run-program.js';
import { SUPERUSER } from './server-settings.js';
import { explainFailure, logEnd, logSince } from './server-log.js';

/**
 * Makes the cluster at first use. It is built under another name and renamed,
 * so a start that was killed half-way leaves nothing that looks like a cluster.
 * To be called by the holder of the turn only.
 */
export async function ensureCluster(
  location: ServerLocation,
  place: ClusterPlace,
  binaries: ServerBinaries,
): Promise<void> {
  removeDrafts(place);
  if (existsSync(place.data)) {
    checkVersion(place, binaries);
    return;
  }
  const password = ensurePassword(location);
  const draft = join(place.folder, `data.new-${randomBytes(4).toString('hex')}`);
  const secret = join(draft, 'password');
  const built = join(draft, 'data');
  for (const folder of [draft, built]) {
    mkdirSync(folder, { mode: 0o700 });
    giveTo(folder, place.account);
  }
  writeFileSync(secret, password, { mode: 0o600 });
  giveTo(secret, place.account);
  const start = logEnd(location.serverLog);
  const outcome = await runProgram({
    program: programPath(binaries, 'initdb'),
    args: initArguments(built, secret),
    account: place.account,
    logFile: location.serverLog,
  });
  if (outcome !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const log = typeof outcome === 'string' ? outcome : logSince(location.serverLog, start);
    throw explainFailure('The database could not be created', log, location.serverLog);
  }
  renameSync(built, place.data);
  await syncFolder(place.folder);
  rmSync(draft, { recursive: true, force: true });
}

export function readPassword(location: ServerLocation): string {
  if (!existsSync(location.passwordFile)) {
    throw new FocusError(
      'config',
      'database.password-lost',
      `The database's password file ${location.passwordFile} is gone.`,
      {
        hint: 'Restore it from a backup of the data home, or start with an empty FOCUSRACER_HOME.',
      },
    );
  }
  return readFileSync(location.passwordFile, 'utf8').trim();
}

/** Saved for good before the cluster that needs it exists. */
function ensurePassword(location: ServerLocation): string {
  if (existsSync(location.passwordFile) && readFileSync(location.passwordFile, 'utf8') !== '') {
    return readPassword(location);
  }
  const password = randomBytes(24).toString('base64url');
  const draft = `${location.passwordFile}.new`;
  writeFileSync(draft, password, { mode: 0o600, flush: true });
  renameSync(draft, location.passwordFile);
  syncFolderNow(location.control);
  return password;
}

function initArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and upper/lower rules on every machine, whatever its libc.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
}

function checkVersion({ data }: ClusterPlace, binaries: ServerBinaries): void {
  const versionFile = join(data, 'PG_VERSION');
  const found = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'no';
  if (binaries.version.startsWith(`${found}.`)) return;
  throw new FocusError(
    'config',
    'database.other-version',
    `${data} holds a PostgreSQL ${found} cluster, this program brings ${binaries.version}.`,
    {
      hint: 'Use the focusracer release that made it to write a backup, then restore that backup here.',
    },
  );
}

function removeDrafts(place: ClusterPlace): void {
  for (const name of readdirSync(place.folder)) {
    if (!name.startsWith('data.new-')) continue;
    try {
      rmSync(join(place.folder, name), { recursive: true, force: true });
    } catch (error) {
      // The initdb of a killed keeper still writes there: the next start removes the rest.
      if (!hasSystemCode(error, 'ENOTEMPTY', 'EBUSY', 'EPERM')) throw error;
    }
  }
}
