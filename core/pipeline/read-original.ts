import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Sha256 } from '../domain/ids.js';
import { IDENTIFY_BYTES, identify } from '../image/identify.js';

export type ReadOriginal =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: Sha256 }
  | { readonly kind: 'unsupported'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Reads a whole photo into memory of its own, so that it can be moved to a worker thread; of
 * anything else no more than its beginning, for a folder may hold films. A file that is still
 * being written (its size or time moves meanwhile) fails and is read again by the next run.
 */
export async function readOriginal(
  path: Buffer,
  options: { readonly displayPath: string; readonly maximumBytes: number },
): Promise<ReadOriginal> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const before = await file.stat({ bigint: true });
    const head = await readUpTo(file, Math.min(IDENTIFY_BYTES, Number(before.size)));
    const identified = identify(head, basename(options.displayPath));
    if (identified.kind === 'unsupported' || identified.kind === 'failed') return identified;
    if (before.size > BigInt(options.maximumBytes)) {
      return {
        kind: 'failed',
        reason: `the file has ${before.size} bytes, more than the limit of ${options.maximumBytes}`,
      };
    }
    const bytes = await readUpTo(file, Number(before.size));
    const after = await file.stat({ bigint: true });
    if (BigInt(bytes.length) !== after.size || after.mtimeNs !== before.mtimeNs) {
      return { kind: 'failed', reason: 'the file changed while it was read' };
    }
    return { kind: 'read', bytes, sha256: sha256Of(bytes) };
  } catch (error) {
    return { kind: 'failed', reason: `cannot be read (${systemCode(error)})` };
  } finally {
    await file?.close();
  }
}

async function readUpTo(file: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === size ? bytes : bytes.slice(0, filled);
}

function sha256Of(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
