import type { RgbImage } from '../ports/vision.js';

/** Rotation, uniform scale and shift: x' = a*x - b*y + left, y' = b*x + a*y + top. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly left: number;
  readonly top: number;
}

export type PixelPoint = readonly [x: number, y: number];

/**
 * The similarity that brings `from` closest to `to` in the least-squares sense
 * (Umeyama 1991, in two dimensions without reflection). Both hold as many points, at
 * least two of them apart.
 */
export function fitSimilarity(from: readonly PixelPoint[], to: readonly PixelPoint[]): Similarity {
  const [fromX, fromY] = meanPoint(from);
  const [toX, toY] = meanPoint(to);
  let along = 0;
  let across = 0;
  let spread = 0;
  from.forEach(([x, y], index) => {
    const [u = 0, v = 0] = to[index] ?? [];
    const dx = x - fromX;
    const dy = y - fromY;
    along += dx * (u - toX) + dy * (v - toY);
    across += dx * (v - toY) - dy * (u - toX);
    spread += dx * dx + dy * dy;
  });
  if (spread === 0) throw new RangeError('Expected at least two points apart');
  const a = along / spread;
  const b = across / spread;
  return { a, b, left: toX - a * fromX + b * fromY, top: toY - b * fromX - a * fromY };
}

export function meanPoint(points: readonly PixelPoint[]): PixelPoint {
  const sum = points.reduce<PixelPoint>(([x, y], [u, v]) => [x + u, y + v], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** More samples a side than this change nothing that the models can see. */
const MOST_SAMPLES = 4;

/**
 * Draws a square of `side` pixels whose pixel (x, y) shows the picture at
 * `toPicture(x, y)`: three planes (red, green, blue) of values from 0 to 255.
 * Bilinear, averaging several samples per pixel when shrinking; beyond the picture its
 * edge is repeated.
 */
export function warpSquare(image: RgbImage, toPicture: Similarity, side: number): Float32Array {
  const planes = new Float32Array(3 * side * side);
  const { a, b, left, top } = toPicture;
  const { data } = image;
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.round(Math.hypot(a, b))));
  const area = side * side;
  const weight = 1 / (samples * samples);
  const lastColumn = image.width - 1;
  const lastRow = image.height - 1;
  // Written out, without functions: the faces of a crowd are a million samples.
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let down = 0; down < samples; down += 1) {
        const v = y + (down + 0.5) / samples - 0.5;
        for (let along = 0; along < samples; along += 1) {
          const u = x + (along + 0.5) / samples - 0.5;
          const sourceX = clamp(a * u - b * v + left, lastColumn);
          const sourceY = clamp(b * u + a * v + top, lastRow);
          const column = Math.floor(sourceX);
          const row = Math.floor(sourceY);
          const right = sourceX - column;
          const below = sourceY - row;
          const nw = (row * image.width + column) * 3;
          const ne = right > 0 ? nw + 3 : nw;
          const toNextRow = below > 0 ? image.width * 3 : 0;
          const sw = nw + toNextRow;
          const se = ne + toNextRow;
          const ofSe = right * below;
          const ofNe = right - ofSe;
          const ofSw = below - ofSe;
          const ofNw = 1 - right - ofSw;
          red += data[nw]! * ofNw + data[ne]! * ofNe + data[sw]! * ofSw + data[se]! * ofSe;
          green +=
            data[nw + 1]! * ofNw +
            data[ne + 1]! * ofNe +
            data[sw + 1]! * ofSw +
            data[se + 1]! * ofSe;
          blue +=
            data[nw + 2]! * ofNw +
            data[ne + 2]! * ofNe +
            data[sw + 2]! * ofSw +
            data[se + 2]! * ofSe;
        }
      }
      const target = y * side + x;
      planes[target] = red * weight;
      planes[area + target] = green * weight;
      planes[2 * area + target] = blue * weight;
    }
  }
  return planes;
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value;
}

/** Rec. 601 luma of three planes, on the same scale. */
export function toGrey(planes: Float32Array): Float32Array {
  const area = planes.length / 3;
  const grey = new Float32Array(area);
  for (let at = 0; at < area; at += 1) {
    grey[at] = 0.299 * planes[at]! + 0.587 * planes[area + at]! + 0.114 * planes[2 * area + at]!;
  }
  return grey;
}
