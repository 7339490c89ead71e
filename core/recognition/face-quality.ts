import type { FivePoints } from './face-landmarks.js';

/** Between the eyes, in pixels: a face cannot be told from others below the first, and gains little above the second. */
const EYE_DISTANCE = { none: 6, full: 40 } as const;
/** Deviation of the Laplacian over deviation of the grey values. */
const SHARPNESS = { none: 0.05, full: 0.35 } as const;
/** See turnOf. */
const TURN = { none: 0.6, full: 0.15 } as const;

/**
 * 0 to 100: how far a face can be recognised, from what can be seen without recognising
 * it. The limits are the 2nd to 75th percentile of 629 faces of seven races; the result
 * ranks faces as the recognition network's own confidence does (Spearman 0.62).
 */
export function faceQuality(face: {
  readonly eyeDistance: number;
  readonly sharpness: number;
  readonly turn: number;
}): number {
  const size = Math.sqrt(share(face.eyeDistance, EYE_DISTANCE));
  const sharpness = Math.sqrt(share(face.sharpness, SHARPNESS));
  return 100 * size * sharpness * share(face.turn, TURN);
}

/** 0 at `none`, 1 at `full`, linear between. */
function share(value: number, limits: { readonly none: number; readonly full: number }): number {
  return Math.max(0, Math.min(1, (value - limits.none) / (limits.full - limits.none)));
}

/** In pixels of the picture. */
export function eyeDistanceOf([left, right]: FivePoints): number {
  return Math.hypot(right[0] - left[0], right[1] - left[1]);
}

/**
 * How far the head is turned sideways: the nose's distance from the middle of the eyes,
 * along the line of the eyes, in eye distances. 0 faces the camera; from about 0.35 the
 * far half of the mouth and the far eye are hardly seen.
 */
export function turnOf(points: FivePoints): number {
  const [left, right, nose] = points;
  const distance = eyeDistanceOf(points);
  if (distance === 0) return Infinity;
  const along =
    (nose[0] - (left[0] + right[0]) / 2) * (right[0] - left[0]) +
    (nose[1] - (left[1] + right[1]) / 2) * (right[1] - left[1]);
  return Math.abs(along) / distance ** 2;
}

/**
 * Deviation of the 4-neighbour Laplacian over deviation of the grey values, within the
 * given square: independent of light and contrast.
 */
export function relativeSharpness(grey: Float32Array, side: number): number {
  let count = 0;
  const laplacian = { sum: 0, squares: 0 };
  const value = { sum: 0, squares: 0 };
  // The border shows hair and background, sharp or not whatever the face is.
  const border = Math.round(side / 7);
  for (let y = border; y < side - border; y += 1) {
    for (let x = border; x < side - border; x += 1) {
      const at = y * side + x;
      const here = grey[at]!;
      const edge = 4 * here - grey[at - 1]! - grey[at + 1]! - grey[at - side]! - grey[at + side]!;
      laplacian.sum += edge;
      laplacian.squares += edge * edge;
      value.sum += here;
      value.squares += here * here;
      count += 1;
    }
  }
  const spread = (moments: { sum: number; squares: number }) =>
    moments.squares / count - (moments.sum / count) ** 2;
  const contrast = spread(value);
  return contrast > 0 ? Math.sqrt(spread(laplacian) / contrast) : 0;
}
