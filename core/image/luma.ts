import type { RgbImage } from '../ports/vision.js';

/** Grey values 0 to 255, row by row: `data.length === width * height`. */
export interface LumaImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Rec. 601 luma at half the size, each pixel the mean of a 2 x 2 block; an odd last row or column
 * is left out. At most 800 px on the long side for the pixels that `decodePhoto` gives: small
 * enough to measure in milliseconds, and the mean takes out three quarters of the sensor's noise.
 */
export function halveToLuma({ data, width, height }: RgbImage): LumaImage {
  const halfWidth = Math.max(1, width >> 1);
  const halfHeight = Math.max(1, height >> 1);
  // A picture one pixel wide or high has no second column or row to average with.
  const right = width > 1 ? 3 : 0;
  const below = height > 1 ? width * 3 : 0;
  const half = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0, out = 0; y < halfHeight; y += 1) {
    for (let x = 0, at = y * 2 * width * 3; x < halfWidth; x += 1, at += 6, out += 1) {
      const a = at + right;
      const b = at + below;
      const c = b + right;
      const red = data[at]! + data[a]! + data[b]! + data[c]!;
      const green = data[at + 1]! + data[a + 1]! + data[b + 1]! + data[c + 1]!;
      const blue = data[at + 2]! + data[a + 2]! + data[b + 2]! + data[c + 2]!;
      half[out] = (77 * red + 150 * green + 29 * blue + 512) >> 10;
    }
  }
  return { data: half, width: halfWidth, height: halfHeight };
}

/**
 * Shrinks to a grid of `columns` x `rows`, whatever the proportions: each cell is the exact mean of
 * the area it covers, with fractions of pixels, so that two sizes of one picture give one grid.
 *
 * @returns `columns * rows` values, 0 to 255 with fractions, row by row
 */
export function shrinkToGrid(luma: LumaImage, columns: number, rows: number): Float32Array {
  const narrow = new Float32Array(columns * luma.height);
  const horizontal = coverage(luma.width, columns);
  for (let column = 0; column < columns; column += 1) {
    const { first, weights } = horizontal[column]!;
    const last = weights.length - 1;
    const [ofFirst, ofInner, ofLast] = [weights[0]!, weights[1] ?? 0, weights[last]!];
    for (let y = 0; y < luma.height; y += 1) {
      const from = y * luma.width + first;
      // Only the pixels at both ends may be shared with a neighbour: the others count alike.
      let inner = 0;
      for (let at = from + 1; at < from + last; at += 1) inner += luma.data[at]!;
      const ends = luma.data[from]! * ofFirst + (last > 0 ? luma.data[from + last]! * ofLast : 0);
      narrow[y * columns + column] = ends + inner * ofInner;
    }
  }
  const grid = new Float32Array(columns * rows);
  coverage(luma.height, rows).forEach(({ first, weights }, row) => {
    for (let i = 0; i < weights.length; i += 1) {
      const from = (first + i) * columns;
      for (let x = 0; x < columns; x += 1) {
        grid[row * columns + x]! += narrow[from + x]! * weights[i]!;
      }
    }
  });
  return grid;
}

interface Span {
  readonly first: number;
  /** How much of each pixel from `first` on belongs to the cell; they sum to 1. */
  readonly weights: Float32Array;
}

function coverage(length: number, cells: number): Span[] {
  const size = length / cells;
  return Array.from({ length: cells }, (_, cell) => {
    const start = cell * size;
    const end = Math.min(start + size, length);
    const first = Math.min(Math.floor(start), length - 1);
    const weights = new Float32Array(Math.max(1, Math.ceil(end) - first));
    for (let i = 0; i < weights.length; i += 1) {
      const covered = Math.min(end, first + i + 1) - Math.max(start, first + i);
      weights[i] = Math.max(covered, 0) / (end - start);
    }
    return { first, weights };
  });
}
