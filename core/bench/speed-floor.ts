import { decodePhoto } from '../image/decode.js';
import { encodePlainJpeg } from '../image/plain-jpeg.js';
import { encodeWeb } from '../image/versions.js';

/** See plainFloor and ownFloor. */
export type FloorKind = 'plain' | 'own';

/**
 * The least that any program must do to a photo: decode it once to 1600 px and write one JPEG, as
 * a plain program writes it, with sharp's defaults. What the ingest is compared with.
 *
 * @param bytes a whole JPEG, PNG, WebP, TIFF or AVIF
 * @returns the size of the JPEG in bytes; undefined where the photo cannot be decoded
 */
export async function plainFloor(bytes: Uint8Array): Promise<number | undefined> {
  const encoded = await encodePlainJpeg(bytes);
  return 'kind' in encoded ? undefined : encoded.length;
}

/**
 * The same by the pipeline's own decode and web version, which cost less. Reported beside the
 * plain floor, so that nobody takes a part of the ratio for what it is not.
 */
export async function ownFloor(bytes: Uint8Array): Promise<number | undefined> {
  const decoded = await decodePhoto(bytes);
  if (decoded.kind === 'failed') return undefined;
  return (await encodeWeb(decoded.image)).body.length;
}
