import sharp from 'sharp';
import type { Box } from '../domain/geometry.js';
import { pixelsOf } from './pixel-area.js';
import { fromPixels, toPixels } from './raw-pixels.js';
import type { Watermark } from './watermark.js';

/** It lies behind words: fewer bytes are seen sooner. */
const QUALITY = 66;

/**
 * A part of a clean version, at most `width` pixels wide, under its mark: the large picture of a page.
 * The mark is laid over the widest and then made smaller with it, so that it is the same on both.
 *
 * @returns JPEG
 */
export async function drawCover(
  web: Uint8Array,
  cover: { readonly box: Box; readonly width: number; readonly sha256: string },
  watermark: Watermark,
): Promise<Buffer> {
  const picture = sharp(web);
  const { width, height } = await picture.metadata();
  const clean = await toPixels(
    picture
      .extract(pixelsOf(cover.box, { width, height }))
      .resize(MARKED_WIDTH, undefined, { withoutEnlargement: true, kernel: 'cubic' })
      .toColourspace('srgb')
      .removeAlpha(),
  );
  return fromPixels(watermark(clean, cover.sha256))
    .resize(cover.width, undefined, { withoutEnlargement: true, kernel: 'cubic' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

const MARKED_WIDTH = 1200;
