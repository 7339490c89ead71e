import type { RgbImage } from '../ports/vision.js';
import type { Box } from '../domain/geometry.js';
import type { FaceSession } from './face-session.js';
import { meanPoint, toGrey, warpSquare, type PixelPoint } from './face-warp.js';

/** The model sees a grey square of this side. */
const SIDE = 64;
/** The square around the face, in heights of the detector's box. */
const MARGIN = 1;
const POINTS = 68;

/**
 * The 68 points of the iBUG 300-W scheme in pixels of the picture: 0-16 jaw, 17-26
 * brows, 27-35 nose, 36-41 and 42-47 eyes, 48-67 mouth.
 */
export async function locateLandmarks(
  session: FaceSession,
  image: RgbImage,
  box: Box,
): Promise<PixelPoint[]> {
  const side = box.height * image.height * MARGIN;
  const left = (box.left + box.width / 2) * image.width - side / 2;
  const top = (box.top + box.height / 2) * image.height - side / 2;
  const step = side / SIDE;
  const planes = warpSquare(
    image,
    { a: step, b: 0, left: left + step / 2 - 0.5, top: top + step / 2 - 0.5 },
    SIDE,
  );
  const output = await session.run(
    toGrey(planes).map((value) => value / 256),
    [1, 1, SIDE, SIDE],
  );
  const values = output('output');
  return Array.from({ length: POINTS }, (_, point): PixelPoint => [
    left + (values[point * 2] ?? 0) * side,
    top + (values[point * 2 + 1] ?? 0) * side,
  ]);
}

/** Left eye, right eye, nose tip, left and right mouth corner, as seen in the picture. */
export type FivePoints = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint, PixelPoint];

/** Reduces the 68 points to the five that face recognition aligns on. */
export function toFivePoints(points: readonly PixelPoint[]): FivePoints {
  return [
    pick(points, [37, 38, 40, 41]),
    pick(points, [43, 44, 46, 47]),
    pick(points, [30]),
    pick(points, [48, 60]),
    pick(points, [54, 64]),
  ];
}

export function mapFive<T>(
  points: FivePoints,
  map: (point: PixelPoint) => T,
): readonly [T, T, T, T, T] {
  return [map(points[0]), map(points[1]), map(points[2]), map(points[3]), map(points[4])];
}

function pick(points: readonly PixelPoint[], indices: readonly number[]): PixelPoint {
  return meanPoint(points.filter((_, index) => indices.includes(index)));
}
