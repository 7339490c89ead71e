import { open, readlink, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Writes a file piece by piece under a temporary name, and gives it its own name when it is
 * complete: what was there before is replaced by a whole file or stays. A symbolic link keeps
 * pointing to its file; a pipe or a device is written straight into. FocusError `input`
 * `output.cannot-write` for a folder, or a place where no file can be made, `unavailable` for a full disk.
 */
export async function writeFileWhole<T>(
  path: string,
  produce: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const { path: target, isStream } = await resolveTarget(path);
  const draft = isStream ? target : `${target}.${process.pid}.part`;
  const file = await open(draft, 'w').catch((cause: unknown) => refuse(path, cause));
  try {
    const result = await produce((text) => append(path, file, text));
    await file.close();
    if (!isStream) await rename(draft, target);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    if (!isStream) await rm(draft, { force: true });
    throw error;
  }
}

async function append(path: string, file: FileHandle, text: string): Promise<void> {
  await file.appendFile(text).catch((cause: unknown) => refuse(path, cause));
}

interface Target {
  readonly path: string;
  /** A pipe or a device: it cannot be replaced. */
  readonly isStream: boolean;
}

async function resolveTarget(path: string): Promise<Target> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return await refuse(path, 'It is a folder: name a file.');
    // What /dev/stdout points to has no path of its own.
    if (!stats.isFile()) return { path, isStream: true };
    return { path: await realpath(path), isStream: false };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return refuse(path, error);
    const missing = await readlink(path).catch(() => undefined);
    return {
      path: missing === undefined ? path : resolve(dirname(path), missing),
      isStream: false,
    };
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The core is loaded here: a command that only speaks to stdout does not wait for it. */
async function refuse(path: string, cause: unknown): Promise<never> {
  const { FocusError } = await import('../../core/index.js');
  if (cause instanceof FocusError) throw cause;
  const isFull = ['ENOSPC', 'EDQUOT'].includes(codeOf(cause) ?? '');
  const message = `${path} cannot be written`;
  throw new FocusError(isFull ? 'unavailable' : 'input', 'output.cannot-write', message, {
    hint: isFull ? 'The disk is full: make room, or name another place.' : String(cause),
    cause,
  });
}
