import { closeSync, copyFileSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { FocusError } from '../../errors.js';

const LIMIT_BYTES = 2 * 1024 * 1024;

/** Where the log ends now, to read later only what was added. */
export function logEnd(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Keeps the log and one older part, each bounded. The server appends, so it may be cut under its hands. */
export function boundLog(file: string): void {
  if (logEnd(file) < LIMIT_BYTES) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file, 0);
}

/** At most the last 8 KB written since `start`. */
export function logSince(file: string, start: number): string {
  const end = logEnd(file);
  const from = Math.max(start, end - 8192);
  const buffer = Buffer.alloc(Math.max(0, end - from));
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, buffer, 0, buffer.length, from);
  } finally {
    closeSync(descriptor);
  }
  return buffer.toString('utf8').trim();
}

/** What a person can do about a server that did not start, judged by what it wrote. */
export function explainFailure(what: string, log: string, logFile: string): FocusError {
  if (/No space left on device|Disk quota exceeded/.test(log)) {
    return new FocusError('unavailable', 'database.disk-full', `${what}: the disk is full.`, {
      hint: 'Free some space and try again: nothing that was saved is lost.',
    });
  }
  if (/could not look up effective user ID/.test(log)) {
    return new FocusError(
      'config',
      'database.no-account',
      `${what}: this user has no name on this system.`,
      {
        hint: 'Add the user to /etc/passwd (in a container: run as a user that exists), or set DATABASE_URL.',
      },
    );
  }
  if (/Permission denied|Read-only file system/.test(log)) {
    return new FocusError('config', 'database.folder-not-writable', `${what}: ${lastLine(log)}`, {
      hint: 'Point FOCUSRACER_HOME at a folder your user may write to, or set DATABASE_URL.',
    });
  }
  return new FocusError('unavailable', 'database.start-failed', `${what}: ${lastLine(log)}`, {
    hint: `See ${logFile}, or set DATABASE_URL to use another PostgreSQL server.`,
  });
}

function lastLine(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return telling.at(-1) ?? lines.at(-1) ?? 'it wrote no reason';
}
