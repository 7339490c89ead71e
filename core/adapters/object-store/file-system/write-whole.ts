import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Sha256 } from '../../../domain/ids.js';
import { FocusError } from '../../../errors.js';
import { hasSystemCode } from '../../../platform/system-error.js';
import type { FlushFolder } from './folder-flush.js';

/** No write takes that long; a draft this old was left by a process that was killed. */
const DRAFT_LIFETIME_MS = 60 * 60 * 1000;
const MOVE_ATTEMPTS = 10;
/** Read back at once for verifying: smaller pieces cost more calls, larger ones leave the cache. */
const PIECE_BYTES = 1 << 18;

export interface WriteTask {
  /** Where drafts are kept: on the same file system as the target, so that a rename moves them whole. */
  readonly drafts: string;
  readonly target: string;
  readonly body: Uint8Array;
  /** What the stored bytes must hash to, as read back from the file. */
  readonly sha256: Sha256 | undefined;
  readonly flush: FlushFolder;
}

/** The target appears whole and on disk, or not at all. */
export async function writeWhole(task: WriteTask): Promise<void> {
  const draft = join(task.drafts, randomUUID());
  try {
    const handle = await open(draft, 'wx+', 0o600);
    try {
      // In pieces of half a megabyte, as writeFile makes them: Linux takes several times as long for
      // a whole original in one call.
      await handle.writeFile(task.body);
      await handle.sync();
      if (task.sha256 !== undefined) await verify(handle, task.body.length, task.sha256);
    } finally {
      await handle.close();
    }
    await moveInto(draft, task.target, task.flush);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Removes what killed processes left, never a draft another process may be writing. */
export async function removeOldDrafts(drafts: string, now: number): Promise<void> {
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > DRAFT_LIFETIME_MS)
      await rm(path, { force: true });
  }
}

async function verify(handle: FileHandle, bytes: number, sha256: Sha256): Promise<void> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(Math.min(bytes, PIECE_BYTES));
  for (let position = 0; ;) {
    const { bytesRead } = await handle.read(piece, 0, piece.length, position);
    if (bytesRead === 0) break;
    hash.update(piece.subarray(0, bytesRead));
    position += bytesRead;
  }
  const found = hash.digest('hex');
  if (found === sha256) return;
  throw new FocusError(
    'unavailable',
    'object.damaged',
    `The stored bytes hash to ${found}, expected ${sha256}.`,
    {
      hint: 'The disk, the memory or the source file is faulty: check them, then run the command again.',
    },
  );
}

async function moveInto(draft: string, target: string, flush: FlushFolder): Promise<void> {
  const folder = dirname(target);
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (attempt > 1) await makeFolder(folder, flush);
      await rename(draft, target);
      break;
    } catch (error) {
      // Its first object; or a delete of its last one is removing the folder and those above it.
      if (!hasSystemCode(error, 'ENOENT') || attempt === MOVE_ATTEMPTS) throw error;
    }
  }
  try {
    await flush(folder);
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT')) throw error;
    // A delete took the object, and its folder with it. A disk that went away took the drafts too.
    await access(dirname(draft));
  }
}

async function makeFolder(folder: string, flush: FlushFolder): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await flushUpTo(dirname(made), folder, flush);
}

/** Each new folder is a name in its parent. */
async function flushUpTo(top: string, folder: string, flush: FlushFolder): Promise<void> {
  for (let path = dirname(folder); path.length >= top.length; path = dirname(path)) {
    await flush(path);
    if (path === top) return;
  }
}
