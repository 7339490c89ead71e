import type { RgbImage } from '../ports/vision.js';
import type { FaceSession } from './face-session.js';
import { meanPoint, toGrey, warpSquare, type PixelPoint } from './face-warp.js';

const SIDE = 24;
/** The square around an eye, in widths of the eye: as the model was trained. */
const MARGIN = 1.6;

/** As numbered in the 68 points; left and right as seen in the picture. */
const EYES = [
  { left: 36, right: 39, lids: [37, 38, 40, 41] },
  { left: 42, right: 45, lids: [43, 44, 46, 47] },
] as const;

/**
 * 0 to 100: the probability that both eyes are open, of the eye that is less so.
 * Dark glasses and a look at the ground count as closed: the eyes are not seen.
 */
export async function eyesOpen(
  session: FaceSession,
  image: RgbImage,
  points: readonly PixelPoint[],
): Promise<number> {
  const open: number[] = [];
  for (const eye of EYES) open.push(await eyeOpen(session, image, points, eye));
  return 100 * Math.min(...open);
}

async function eyeOpen(
  session: FaceSession,
  image: RgbImage,
  points: readonly PixelPoint[],
  eye: (typeof EYES)[number],
): Promise<number> {
  const [left, right] = [points[eye.left], points[eye.right]];
  if (!left || !right) throw new RangeError(`Expected 68 landmarks but received ${points.length}`);
  const [x, y] = meanPoint(eye.lids.map((lid) => points[lid] ?? left));
  const side = MARGIN * Math.max(1, right[0] - left[0]);
  const planes = warpSquare(
    image,
    { a: side / SIDE, b: 0, left: x - side / 2, top: y - side / 2 },
    SIDE,
  );
  const output = await session.run(
    toGrey(planes).map((value) => value / 255),
    [1, 1, SIDE, SIDE],
  );
  const [closed = 0, open = 0] = output('output');
  return 1 / (1 + Math.exp(closed - open));
}
