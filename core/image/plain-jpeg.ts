import sharp from 'sharp';
import { failureOf, type Failure } from './failure.js';

const SIZE = 1600;
const QUALITY = 80;

/**
 * What a plain program does to make a web version: one call of sharp with its defaults
 * (Lanczos, fitted Huffman tables), at the size and the quality of ours. The yardstick of
 * `bench speed`; the pipeline makes its versions from one shared decode instead.
 *
 * @param bytes a JPEG, PNG, WebP, TIFF or AVIF
 * @returns the JPEG, or a failure with its reason; does not throw
 */
export async function encodePlainJpeg(bytes: Uint8Array): Promise<Uint8Array | Failure> {
  try {
    return await sharp(bytes)
      .autoOrient()
      .resize(SIZE, SIZE, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch (error) {
    return failureOf(error);
  }
}
