import { smallestBox, type TextBox } from './text-box.js';

/**
 * DB post-processing. PaddleOCR ships 0.3, 0.5 and 1.6 for documents; a bib is a short text
 * alone, which the model is less sure of, and a lower threshold leaves less to grow back.
 */
const PIXEL_THRESHOLD = 0.2;
const BOX_THRESHOLD = 0.35;
/** The model is trained on shrunken text: area times this over perimeter is grown back on every side. */
const UNCLIP_RATIO = 1.5;
/** Anything thinner holds no legible character. */
const MINIMUM_PIXELS = 3;

/**
 * Turns a map of text probabilities (row by row) into boxes, in map pixels:
 * connected areas above the threshold, the smallest box around each, grown.
 */
export function boxesOfTextMap(map: Float32Array, width: number, height: number): TextBox[] {
  const seen = new Uint8Array(map.length);
  const found: TextBox[] = [];
  for (let start = 0; start < map.length; start += 1) {
    if (seen[start] === 1 || (map[start] ?? 0) <= PIXEL_THRESHOLD) continue;
    const area = fillArea(map, seen, start, width, height);
    if (area.sum / area.pixels < BOX_THRESHOLD) continue;
    const box = smallestBox(outline(area));
    if (Math.min(box.width, box.height) < MINIMUM_PIXELS) continue;
    const growth = growthOf(box);
    found.push({ ...box, width: box.width + 2 * growth, height: box.height + 2 * growth });
  }
  return found;
}

interface Area {
  /** Leftmost and rightmost pixel of every row, from `firstRow` on. */
  readonly leftmost: number[];
  readonly rightmost: number[];
  readonly firstRow: number;
  readonly pixels: number;
  readonly sum: number;
}

function fillArea(
  map: Float32Array,
  seen: Uint8Array,
  start: number,
  width: number,
  height: number,
): Area {
  const firstRow = Math.floor(start / width);
  const leftmost: number[] = [];
  const rightmost: number[] = [];
  const stack = [start];
  let pixels = 0;
  let sum = 0;
  seen[start] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    // The scan runs row by row, so the first pixel met lies in the topmost row.
    const row = y - firstRow;
    leftmost[row] = Math.min(leftmost[row] ?? x, x);
    rightmost[row] = Math.max(rightmost[row] ?? x, x);
    pixels += 1;
    sum += map[at] ?? 0;
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const next = ny * width + nx;
        if (seen[next] === 1 || (map[next] ?? 0) <= PIXEL_THRESHOLD) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
  }
  return { leftmost, rightmost, firstRow, pixels, sum };
}

/** The row ends' outer corners, ordered by x, then y, as the hull wants them. */
function outline(area: Area): number[] {
  const keys: number[] = [];
  const rows = area.leftmost.length + 1;
  for (const [row, left] of area.leftmost.entries()) {
    const right = (area.rightmost[row] ?? left) + 1;
    keys.push(left * rows + row, left * rows + row + 1, right * rows + row, right * rows + row + 1);
  }
  const ordered = Float64Array.from(new Set(keys)).sort();
  return Array.from(ordered).flatMap((key) => [
    Math.floor(key / rows),
    (key % rows) + area.firstRow,
  ]);
}

function growthOf(box: TextBox): number {
  return (box.width * box.height * UNCLIP_RATIO) / (2 * (box.width + box.height));
}
