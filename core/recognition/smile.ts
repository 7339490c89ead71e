import type { PixelPoint } from './face-warp.js';

/**
 * 0 to 100: how much a mouth smiles, by its 68 landmarks: a smile widens the mouth and
 * lifts its corners above its middle. Logistic regression over 251 faces of runners and
 * portraits, against a 28 MB expression network at a hundredth of its cost: agreement
 * 83 %, area under the curve 0.91. A grimace of effort can pass for a smile.
 * Meaningless where the head is turned away: the mouth's width is measured in eye distances.
 */
export function smileOf(
  points: readonly PixelPoint[],
  eyes: readonly [PixelPoint, PixelPoint],
): number {
  const distance = Math.hypot(eyes[1][0] - eyes[0][0], eyes[1][1] - eyes[0][1]);
  if (distance === 0) return 0;
  const [leftCorner, upperLip, rightCorner, lowerLip] = [
    at(points, 48),
    at(points, 51),
    at(points, 54),
    at(points, 57),
  ];
  const across: PixelPoint = [
    (eyes[1][0] - eyes[0][0]) / distance,
    (eyes[1][1] - eyes[0][1]) / distance,
  ];
  // Distance below the line of the eyes, so that a tilted head smiles as much.
  const below = ([x, y]: PixelPoint) => y * across[0] - x * across[1];
  const lift =
    (below(upperLip) + below(lowerLip) - below(leftCorner) - below(rightCorner)) / 2 / distance;
  const width =
    Math.hypot(rightCorner[0] - leftCorner[0], rightCorner[1] - leftCorner[1]) / distance;
  return 100 / (1 + Math.exp(13 - 16.6 * lift - 14.2 * width));
}

function at(points: readonly PixelPoint[], index: number): PixelPoint {
  const point = points[index];
  if (!point) throw new RangeError(`Expected 68 landmarks but received ${points.length}`);
  return point;
}
