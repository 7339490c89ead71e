import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { FocusError } from '../errors.js';
import type { ObjectStore } from '../ports/object-store.js';

/** Where the bytes of something sold lie. */
export type PhotoFile =
  | { readonly kind: 'object'; readonly key: string; readonly bytes: number }
  /** An original that was left in its folder. */
  | {
      readonly kind: 'referenced';
      readonly path: Buffer;
      readonly bytes: number;
      readonly sha256: string;
      /** When it was last changed, in nanoseconds, as of its ingest. */
      readonly modifiedNs: bigint | undefined;
    };

/** Byte positions, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Opens the bytes that were ingested, or some of them. FocusError `unavailable`
 * `photo.original-gone` where an original that was left in its folder is not there any more, or
 * is not the one that was ingested; FocusError `not-found` `object.missing` for a lost object.
 */
export async function openPhotoFile(
  store: Pick<ObjectStore, 'stream'>,
  file: PhotoFile,
  range?: ByteRange,
): Promise<Readable> {
  if (file.kind === 'object') return store.stream(file.key, range);
  return openReferenced(file, range);
}

async function openReferenced(
  file: Extract<PhotoFile, { kind: 'referenced' }>,
  range: ByteRange | undefined,
): Promise<Readable> {
  const handle = await open(file.path, 'r').catch((cause: unknown) => {
    throw originalGone(cause);
  });
  try {
    const { size, mtimeNs } = await handle.stat({ bigint: true });
    if (size !== BigInt(file.bytes)) throw originalGone();
    // Read twice, for a buyer must not be given what somebody wrote over the original meanwhile. Of a
    // part its time is enough, as it is at an ingest: a small part must not cost the whole each time.
    const isUntouched = range !== undefined && mtimeNs === file.modifiedNs;
    if (!isUntouched && (await sha256Of(handle)) !== file.sha256) throw originalGone();
  } catch (error) {
    await handle.close();
    throw error instanceof FocusError ? error : originalGone(error);
  }
  return createReadStream('', { start: 0, ...range, fd: handle });
}

async function sha256Of(handle: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const whole = handle.createReadStream({ autoClose: false, start: 0 });
  for await (const chunk of whole) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function originalGone(cause?: unknown): FocusError {
  return new FocusError(
    'unavailable',
    'photo.original-gone',
    'The original is not where it was ingested from, or has been changed since.',
    { hint: 'It was ingested by reference: connect the disk or card that it lies on.', cause },
  );
}
