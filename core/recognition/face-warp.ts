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
  const samples = Math.min(
    MOST_SAMPLES,
    Math.max(1, Math.round(Math.hypot(toPicture.a, toPicture.b))),
  );
  const area = side * side;
  const weight = 1 / (samples * samples);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const u = x + ((sample % samples) + 0.5) / samples - 0.5;
        const v = y + (Math.floor(sample / samples) + 0.5) / samples - 0.5;
        const sourceX = clamp(toPicture.a * u - toPicture.b * v + toPicture.left, image.width - 1);
        const sourceY = clamp(toPicture.b * u + toPicture.a * v + toPicture.top, image.height - 1);
        const column = Math.floor(sourceX);
        const row = Math.floor(sourceY);
        const right = sourceX - column;
        const below = sourceY - row;
        const at = (row * image.width + column) * 3;
        const nextColumn = at + (right > 0 ? 3 : 0);
        const down = below > 0 ? image.width * 3 : 0;
        const { data } = image;
        const blend = (channel: number) =>
          (data[at + channel]! * (1 - right) + data[nextColumn + channel]! * right) * (1 - below) +
          (data[at + down + channel]! * (1 - right) + data[nextColumn + down + channel]! * right) *
            below;
        red += blend(0);
        green += blend(1);
        blue += blend(2);
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
  return Math.max(0, Math.min(most, value));
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
