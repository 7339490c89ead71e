import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { FocusError } from '../errors.js';
import type { Sha256 } from '../domain/ids.js';
import { checkListSize } from './list-size.js';

export interface ListFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: Sha256;
}

const READ_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by this user',
};

/**
 * Reads a start list whole: a file, or a pipe (`<(...)`, /dev/stdin).
 *
 * @throws FocusError `input`: `startlist.unreadable` when the file cannot be read,
 * `startlist.too-large` before more than MAX_LIST_BYTES of it are in memory.
 */
export async function readListFile(path: string): Promise<ListFile> {
  try {
    const bytes = await readLimited(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
    return { name: basename(path), bytes, sha256 };
  } catch (cause) {
    if (cause instanceof FocusError) throw cause;
    throw unreadable(path, READ_PROBLEMS[errorCode(cause)] ?? 'cannot be read', cause);
  }
}

async function readLimited(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  // Devices have no end (/dev/zero), or wait for a person.
  const isReadable = found.isFile() || found.isFIFO() || found.isDirectory();
  if (!isReadable) throw unreadable(path, 'is not a file');
  checkListSize(found.size, basename(path));
  const chunks: Buffer[] = [];
  let bytes = 0;
  // A pipe has no size, and a file may grow.
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    checkListSize(bytes, basename(path));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

function unreadable(path: string, problem: string, cause?: unknown): FocusError {
  return new FocusError('input', 'startlist.unreadable', `${path} ${problem}`, {
    hint: 'Give the path of the start list: a CSV or .xlsx file.',
    cause,
  });
}

/** "lists/race.csv" -> "lists/race.rejects.csv". */
export function rejectsPathOf(listPath: string): string {
  return join(dirname(listPath), `${basename(listPath, extname(listPath))}.rejects.csv`);
}

/** @throws FocusError `unavailable` `startlist.rejects-not-written`. */
export async function writeRejectsFile(path: string, csv: string): Promise<void> {
  try {
    await writeFile(path, csv);
  } catch (cause) {
    throw new FocusError(
      'unavailable',
      'startlist.rejects-not-written',
      `The lines that cannot be imported could not be written to ${path}; nothing was imported`,
      { hint: 'Name another file for them: --rejects FILE', cause },
    );
  }
}

function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}
