import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ModelRewrite {
  /** Part of the cached file's name, to tell files apart by eye. */
  readonly name: string;
  /** Change it whenever the rewrite gives other bytes for the same model. */
  readonly version: number;
  rewrite(model: Uint8Array): Uint8Array;
}

const DIGEST_BYTES = 32;

/**
 * The rewritten model, from the cache where it holds a sound copy. The cache only saves
 * time: a folder that is missing, full or not writable costs the rewrite, never an error.
 * Processes may write at once, since a file appears whole, by renaming.
 */
export async function rewriteCached(
  model: Uint8Array,
  rewrite: ModelRewrite,
  cacheFolder: string | undefined,
): Promise<Uint8Array> {
  if (cacheFolder === undefined) return rewrite.rewrite(model);
  const key = digest(model).toString('hex').slice(0, 16);
  const path = join(cacheFolder, `${rewrite.name}-${key}-v${rewrite.version}.bin`);
  const cached = await readSound(path);
  if (cached) return cached;
  const rewritten = rewrite.rewrite(model);
  await writeWhole(path, cacheFolder, rewritten);
  return rewritten;
}

/** The content without the digest before it, or undefined where it is absent, cut short or altered. */
async function readSound(path: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return undefined;
  const content = bytes.subarray(DIGEST_BYTES);
  return digest(content).equals(bytes.subarray(0, DIGEST_BYTES)) ? content : undefined;
}

async function writeWhole(path: string, folder: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, Buffer.concat([digest(content), content]));
    await rename(temporary, path);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
