import { shrinkToGrid, type LumaImage } from './luma.js';

const GRID = 32;
const FREQUENCIES = 8;

/**
 * The 64-bit DCT hash of a picture's content: of a 32 x 32 luma grid, the signs against their
 * median of the 8 x 8 lowest frequencies, without the constant row and column, which only say how
 * bright the picture is. C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash
 * Functions" (2010), section 3.2.1.
 *
 * @returns 8 bytes, the first bit the lowest frequency
 */
export function perceptualHash(luma: LumaImage): Uint8Array {
  const coefficients = lowFrequencies(shrinkToGrid(luma, GRID, GRID));
  const sorted = Float64Array.from(coefficients).sort();
  const median = (sorted[31]! + sorted[32]!) / 2;
  const hash = new Uint8Array(8);
  coefficients.forEach((value, bit) => {
    if (value > median) hash[bit >> 3]! |= 0x80 >> (bit & 7);
  });
  return hash;
}

/** DCT-II of the grid, rows then columns, for the frequencies 1 to 8 in both directions. */
function lowFrequencies(grid: Float32Array): Float64Array {
  const cosines = new Float64Array(FREQUENCIES * GRID);
  for (let f = 0; f < FREQUENCIES; f += 1) {
    for (let x = 0; x < GRID; x += 1) {
      cosines[f * GRID + x] = Math.cos((Math.PI / GRID) * (x + 0.5) * (f + 1));
    }
  }
  const rows = new Float64Array(GRID * FREQUENCIES);
  for (let y = 0; y < GRID; y += 1) {
    for (let f = 0; f < FREQUENCIES; f += 1) {
      let sum = 0;
      for (let x = 0; x < GRID; x += 1) sum += grid[y * GRID + x]! * cosines[f * GRID + x]!;
      rows[y * FREQUENCIES + f] = sum;
    }
  }
  const result = new Float64Array(FREQUENCIES * FREQUENCIES);
  for (let v = 0; v < FREQUENCIES; v += 1) {
    for (let u = 0; u < FREQUENCIES; u += 1) {
      let sum = 0;
      for (let y = 0; y < GRID; y += 1) {
        sum += rows[y * FREQUENCIES + u]! * cosines[v * GRID + y]!;
      }
      result[v * FREQUENCIES + u] = sum;
    }
  }
  return result;
}
