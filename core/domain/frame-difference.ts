import { fitLeastSquares } from './least-squares.js';

/** Cells of a frame signature in each direction. */
export const SIGNATURE_SIDE = 16;

/** How much of a picture's contrast is left over when one is explained by the other. */
export interface FrameDifference {
  /** Root of the mean square over the cells, as a share of the standard deviation. */
  readonly overall: number;
  /** In the worst cell, likewise: a runner who moved changes a few cells a lot. */
  readonly anywhere: number;
}

/**
 * Explains one signature by the other, changed in brightness, contrast, position and size: least
 * squares over gain, offset and, to first order, shift and stretch in both directions (B. D. Lucas
 * and T. Kanade, "An Iterative Image Registration Technique", IJCAI 1981).
 *
 * @param source SIGNATURE_SIDE squared luma values, row by row; so `target`
 */
export function frameDifference(source: Uint8Array, target: Uint8Array): FrameDifference {
  const side = SIGNATURE_SIDE;
  const rows: number[][] = [];
  const values: number[] = [];
  for (let y = 1; y < side - 1; y += 1) {
    for (let x = 1; x < side - 1; x += 1) {
      const at = y * side + x;
      const slopeX = (source[at + 1]! - source[at - 1]!) / 2;
      const slopeY = (source[at + side]! - source[at - side]!) / 2;
      const u = x / (side - 1) - 0.5;
      const v = y / (side - 1) - 0.5;
      rows.push([source[at]!, 1, slopeX, slopeY, u * slopeX, v * slopeY]);
      values.push(target[at]!);
    }
  }
  const left = fitLeastSquares(rows, values);
  const contrast = Math.max(LEAST_CONTRAST, deviation(values));
  const worst = left.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { overall: rootMeanSquare(left) / contrast, anywhere: worst / contrast };
}

/** Below this, in luma, the noise of the codec would count as content: a photo of fog. */
const LEAST_CONTRAST = 6;

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return rootMeanSquare(values.map((value) => value - mean));
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
