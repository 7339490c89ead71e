import type { RgbImage } from '../ports/vision.js';
import type { FivePoints } from './face-landmarks.js';
import type { FaceSession } from './face-session.js';
import { fitSimilarity, warpSquare, type PixelPoint } from './face-warp.js';

/** Pixels a side of an aligned face. */
export const ALIGNED_SIDE = 112;

/** Where ArcFace (Deng 2019) puts the five points in its 112 pixel square. */
const TEMPLATE: readonly PixelPoint[] = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];

export interface Embedding {
  /** 512 numbers, length 1. */
  readonly unit: Float32Array;
  /** Length before scaling: networks trained with angular margins answer weakly to what is no clear face. */
  readonly norm: number;
}

/** The face's square as the recognition network wants it: three planes of 0 to 255. */
export function alignFace(image: RgbImage, points: FivePoints): Float32Array {
  return warpSquare(image, fitSimilarity(TEMPLATE, points), ALIGNED_SIDE);
}

export async function embedFace(session: FaceSession, aligned: Float32Array): Promise<Embedding> {
  const output = await session.run(
    aligned.map((value) => (value - 127) / 128),
    [1, 3, ALIGNED_SIDE, ALIGNED_SIDE],
  );
  const values = output('output');
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return { unit: values.map((value) => value / norm), norm };
}
