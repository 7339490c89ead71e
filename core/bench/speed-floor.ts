import { decodePhoto } from '../image/decode.js';
import { encodeWeb } from '../image/versions.js';

/**
 * The least that any program must do to a photo: decode it once to 1600 px and write one JPEG.
 * `bench speed` measures it in the same run as the pipeline, and reports the ratio.
 *
 * @param bytes a whole JPEG, PNG, WebP, TIFF or AVIF
 * @returns the size of the JPEG in bytes; undefined where the photo cannot be decoded
 */
export async function speedFloor(bytes: Uint8Array): Promise<number | undefined> {
  const decoded = await decodePhoto(bytes);
  if (decoded.kind === 'failed') return undefined;
  return (await encodeWeb(decoded.image)).body.length;
}
