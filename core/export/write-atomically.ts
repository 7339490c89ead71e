import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { systemCode } from './file-errors.js';
import { folderOf, joinPath } from './paths.js';

/** Hidden, so that no scan takes it for a photo. */
export function temporaryName(extension = '.tmp'): string {
  return `.focusracer-${randomUUID()}${extension}`;
}

/**
 * Replaces a file, or makes it and the folders above it; whoever reads it, and a power cut,
 * finds the old content or the new. A symbolic link keeps pointing to its file, and the file
 * its permissions.
 */
export async function writeAtomically(path: Buffer, content: string | Uint8Array): Promise<void> {
  const target = await resolveLinks(path);
  const folder = folderOf(target);
  await mkdir(folder, { recursive: true });
  const draft = joinPath(folder, Buffer.from(temporaryName()));
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(content);
      const replaced = await stat(target).catch(undefinedIfMissing);
      if (replaced !== undefined) await file.chmod(replaced.mode & 0o777);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function resolveLinks(path: Buffer): Promise<Buffer> {
  return (await realpath(path, { encoding: 'buffer' }).catch(undefinedIfMissing)) ?? path;
}

/** For `catch`: what is not there is a value, any other error stays one. */
export function undefinedIfMissing(error: unknown): undefined {
  if (systemCode(error) === 'ENOENT') return undefined;
  throw error;
}
