import type { Box } from '../domain/geometry.js';
import type { Reading } from '../domain/reading.js';
import { isLikelyBib } from './bib-likely.js';

/**
 * The readings of two looks at a picture, one per place. Of two at the same place the one
 * that looks like a bib wins, then the longer text, which a tighter look may have cut
 * short; then the earlier.
 */
export function mergeLooks(earlier: readonly Reading[], later: readonly Reading[]): Reading[] {
  let merged = [...earlier];
  for (const reading of later) {
    const rivals = merged.filter((other) => isSamePlace(other.box, reading.box));
    if (rivals.some((rival) => !isBetter(reading, rival))) continue;
    merged = [...merged.filter((other) => !rivals.includes(other)), reading];
  }
  return merged;
}

function isBetter(reading: Reading, rival: Reading): boolean {
  if (!isLikelyBib(reading)) return false;
  return !isLikelyBib(rival) || reading.text.length > rival.text.length;
}

/** Whether the boxes share more than half of the smaller one. */
function isSamePlace(a: Box, b: Box): boolean {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return false;
  return width * height > Math.min(a.width * a.height, b.width * b.height) / 2;
}
