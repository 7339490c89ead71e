import type { RgbImage } from '../ports/vision.js';
import type { LumaImage } from './luma.js';
import { fromPixels, toPixels } from './raw-pixels.js';

/** Shares of the pixels that may become black or white: dust, reflections, the sun. */
const DARKEST = 0.005;
const BRIGHTEST = 0.995;

/** Fog and dusk are meant to be flat: contrast grows by half at most. */
const MOST_CONTRAST = 1.5;
const SATURATION = 1.08;

/**
 * A light hand on web versions, on request: stretches the tones to the full range, adds a little
 * saturation and sharpness. The same pixels always give the same result. Never used on originals.
 *
 * @param luma of the same picture
 */
export async function retouch(image: RgbImage, luma: LumaImage): Promise<RgbImage> {
  const { gain, offset } = levels(luma);
  return toPixels(fromPixels(image).recomb(saturate(SATURATION)).linear(gain, offset).sharpen());
}

type Matrix = [[number, number, number], [number, number, number], [number, number, number]];

/** Moves colours away from their luma (Rec. 601); in RGB, as a detour by Lab takes ten times as long. */
function saturate(amount: number): Matrix {
  const red = 0.299 * (1 - amount);
  const green = 0.587 * (1 - amount);
  const blue = 0.114 * (1 - amount);
  return [
    [red + amount, green, blue],
    [red, green + amount, blue],
    [red, green, blue + amount],
  ];
}

function levels(luma: LumaImage): { gain: number; offset: number } {
  const histogram = new Uint32Array(256);
  for (const value of luma.data) histogram[value]! += 1;
  const dark = percentile(histogram, luma.data.length * DARKEST);
  const bright = percentile(histogram, luma.data.length * BRIGHTEST);
  const gain = Math.min(MOST_CONTRAST, 255 / Math.max(1, bright - dark));
  // Where the gain is limited, the middle of the tones stays where it is.
  const middle = (dark + bright) / 2;
  const target = gain < MOST_CONTRAST ? 127.5 : middle;
  return { gain, offset: target - gain * middle };
}

function percentile(histogram: Uint32Array, count: number): number {
  let seen = 0;
  for (let value = 0; value < histogram.length; value += 1) {
    seen += histogram[value]!;
    if (seen > count) return value;
  }
  return 255;
}
