import type { LumaImage } from './luma.js';

export interface Exposure {
  /** 0 to 100: 100 where the mean is in the comfortable range and little is clipped. */
  readonly score: number;
  /** Shares of the pixels, 0 to 1, without detail: black, and white. */
  readonly clippedShadows: number;
  readonly clippedHighlights: number;
}

const BLACK = 3;
const WHITE = 252;

/** Means of luma between these look right; of our own choice, about one stop around middle grey. */
const COMFORTABLE = { from: 75, to: 175 } as const;

/** White singlets, bibs and a bright sky clip a little in every good photo. */
const HARMLESS_CLIPPING = 0.05;

/** A half-white or half-black photo has lost its subject. */
const FATAL_CLIPPING = 0.5;

export function exposure({ data }: LumaImage): Exposure {
  let sum = 0;
  let black = 0;
  let white = 0;
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at]!;
    sum += value;
    if (value <= BLACK) black += 1;
    if (value >= WHITE) white += 1;
  }
  const clippedShadows = black / data.length;
  const clippedHighlights = white / data.length;
  const brightness = brightnessScore(sum / data.length);
  const clipped = clippedShadows + clippedHighlights - HARMLESS_CLIPPING;
  const detail = 1 - Math.min(1, Math.max(0, clipped / (FATAL_CLIPPING - HARMLESS_CLIPPING)));
  return { score: 100 * brightness * detail, clippedShadows, clippedHighlights };
}

/** 1 in the comfortable range, falling evenly to 0 at black and white. */
function brightnessScore(mean: number): number {
  if (mean < COMFORTABLE.from) return mean / COMFORTABLE.from;
  if (mean > COMFORTABLE.to) return (255 - mean) / (255 - COMFORTABLE.to);
  return 1;
}
