import type { RgbImage } from '../ports/vision.js';
import type { Box } from '../domain/geometry.js';
import type { FaceSession } from './face-session.js';
import { warpSquare, type PixelPoint } from './face-warp.js';

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
  const output = await session.run(toGrey(planes), [1, 1, SIDE, SIDE]);
  const values = output('output');
  return Array.from({ length: POINTS }, (_, point): PixelPoint => [
    left + (values[point * 2] ?? 0) * side,
    top + (values[point * 2 + 1] ?? 0) * side,
  ]);
}

/** Rec. 601 luma, scaled as the model was trained. */
function toGrey(planes: Float32Array): Float32Array {
  const area = planes.length / 3;
  return Float32Array.from(
    { length: area },
    (_, at) =>
      (0.299 * (planes[at] ?? 0) +
        0.587 * (planes[area + at] ?? 0) +
        0.114 * (planes[2 * area + at] ?? 0)) /
      256,
  );
}

/** Left eye, right eye, nose tip, left and right mouth corner, as seen in the picture. */
export type FivePoints = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint, PixelPoint];

/** Reduces the 68 points to the five that face recognition aligns on. */
export function toFivePoints(points: readonly PixelPoint[]): FivePoints {
  return [
    meanOf(points, [37, 38, 40, 41]),
    meanOf(points, [43, 44, 46, 47]),
    meanOf(points, [30]),
    meanOf(points, [48, 60]),
    meanOf(points, [54, 64]),
  ];
}

function meanOf(points: readonly PixelPoint[], indices: readonly number[]): PixelPoint {
  const sum = indices.reduce<PixelPoint>(
    ([x, y], index) => [x + (points[index]?.[0] ?? 0), y + (points[index]?.[1] ?? 0)],
    [0, 0],
  );
  return [sum[0] / indices.length, sum[1] / indices.length];
}
