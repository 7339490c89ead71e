import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file piece by piece under a temporary name, and gives it its own name when it is
 * complete: what was there before is replaced by a whole file or stays.
 */
export async function writeFileWhole<T>(
  path: string,
  produce: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const temporary = `${path}.${process.pid}.part`;
  const file = await openForWriting(path, temporary);
  try {
    const result = await produce(async (text) => {
      await file.appendFile(text);
    });
    await file.close();
    await rename(temporary, path);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

async function openForWriting(path: string, temporary: string) {
  try {
    return await open(temporary, 'w');
  } catch (cause) {
    const { FocusError } = await import('../../core/index.js');
    throw new FocusError('input', 'output.cannot-write', `${path} cannot be written`, {
      hint: String(cause),
      cause,
    });
  }
}
