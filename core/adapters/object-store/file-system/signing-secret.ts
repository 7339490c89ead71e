import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../../../platform/sync-folder.js';
import { hasSystemCode } from '../../../platform/system-error.js';

const LENGTH_BYTES = 32;

/** The secret of this installation, made at first use, the same for processes that start together. Readable by its owner alone. */
export async function ensureSigningSecret(file: string): Promise<Uint8Array> {
  const existing = await read(file);
  if (existing !== undefined) return existing;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(LENGTH_BYTES), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // Fails where another process was faster; then theirs is the secret.
    await link(draft, file).catch((error: unknown) => {
      if (!hasSystemCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(file));
  return readFile(file);
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
