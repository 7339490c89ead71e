import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Sha256 } from '../../../domain/ids.js';
import { FocusError } from '../../../errors.js';
import { syncFolder } from '../../../platform/sync-folder.js';
import { hasSystemCode } from '../../../platform/system-error.js';

/** No write takes that long; a draft this old was left by a process that was killed. */
const DRAFT_LIFETIME_MS = 60 * 60 * 1000;
const RENAME_ATTEMPTS = 5;

export interface WriteTask {
  /** Where drafts are kept: on the same file system as the target, so that a rename moves them whole. */
  readonly drafts: string;
  readonly target: string;
  readonly body: Uint8Array;
  /** What the stored bytes must hash to, as read back from the file. */
  readonly sha256: Sha256 | undefined;
}

/** The target appears whole and on disk, or not at all. */
export async function writeWhole({ drafts, target, body, sha256 }: WriteTask): Promise<void> {
  const draft = join(drafts, randomBytes(12).toString('hex'));
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(body);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (sha256 !== undefined) await verify(draft, sha256);
    await moveInto(draft, target);
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

async function verify(path: string, sha256: Sha256): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
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

async function moveInto(draft: string, target: string): Promise<void> {
  const folder = dirname(target);
  for (let attempt = 1; ; attempt += 1) {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await rename(draft, target);
      await syncFolder(folder);
      if (made !== undefined) await syncUpTo(dirname(made), folder);
      return;
    } catch (error) {
      // A delete of the folder's last object may have removed the folder in between.
      if (!hasSystemCode(error, 'ENOENT') || attempt === RENAME_ATTEMPTS) throw error;
    }
  }
}

/** Each new folder is a name in its parent. */
async function syncUpTo(top: string, folder: string): Promise<void> {
  for (let path = dirname(folder); path.length >= top.length; path = dirname(path)) {
    await syncFolder(path);
    if (path === top) return;
  }
}
