import sharp from 'sharp';
import type { Box } from '../domain/geometry.js';
import { pixelsOf } from './pixel-area.js';

const CLOSE_UP_SIZE = 400;
/** As of the other pictures that anybody may see. */
const QUALITY = 72;

/**
 * One person's part of a preview, at most 400 px, as JPEG. Cut from what is public, so that it lies
 * under the same watermark and shows no pixel more.
 */
export async function drawCloseUp(preview: Uint8Array, box: Box): Promise<Buffer> {
  const picture = sharp(preview);
  const { width, height } = await picture.metadata();
  return picture
    .extract(pixelsOf(box, { width, height }))
    .resize(CLOSE_UP_SIZE, CLOSE_UP_SIZE, {
      fit: 'inside',
      withoutEnlargement: true,
      kernel: 'cubic',
    })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
