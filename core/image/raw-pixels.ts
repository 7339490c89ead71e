import sharp, { type Sharp } from 'sharp';
import type { RgbImage } from '../ports/vision.js';

/** Begins a sharp pipeline from pixels in memory, without a copy. */
export function fromPixels({ data, width, height }: RgbImage): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Ends one in pixels. */
export async function toPixels(pipeline: Sharp): Promise<RgbImage> {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
