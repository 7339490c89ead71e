import type { Box } from './geometry.js';
import type { Reading } from './reading.js';

/** Digits of a phone number or a date stand this close, in heights of the text. */
const GAP_IN_HEIGHTS = 0.6;
/** Parts of one line share at least this much of the lower one's height. */
const SHARED_HEIGHT = 0.6;
/** No bib has more digits. */
const LONGEST_BIB = 5;

/**
 * The indexes of readings that are only a part of a longer number: text that another
 * reading of the same place holds too, and pieces that together make a line of more
 * digits than a bib has.
 */
export function fragmentsOfLongerNumbers(readings: readonly Reading[]): ReadonlySet<number> {
  const fragments = new Set<number>();
  for (const [index, reading] of readings.entries()) {
    for (const [otherIndex, other] of readings.entries()) {
      if (otherIndex === index) continue;
      if (isPartOf(reading, other) || isPieceOfLongLine(reading, other)) fragments.add(index);
    }
  }
  return fragments;
}

function isPartOf(part: Reading, whole: Reading): boolean {
  const longer = whole.text.length > part.text.length && whole.text.includes(part.text);
  const area = part.box.width * part.box.height;
  return longer && sharedWidth(part.box, whole.box) * sharedHeight(part.box, whole.box) > area / 2;
}

function isPieceOfLongLine(a: Reading, b: Reading): boolean {
  if (
    !/^\d{2,}$/.test(a.text) ||
    !/^\d{2,}$/.test(b.text) ||
    a.text.length + b.text.length <= LONGEST_BIB
  )
    return false;
  const lower = Math.min(a.box.height, b.box.height);
  const isOneLine =
    sharedHeight(a.box, b.box) > SHARED_HEIGHT * Math.max(a.box.height, b.box.height);
  const gap = -sharedWidth(a.box, b.box);
  return isOneLine && gap > -lower && gap < GAP_IN_HEIGHTS * lower;
}

/** Negative: the gap between the two. */
function sharedWidth(a: Box, b: Box): number {
  return Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
}

function sharedHeight(a: Box, b: Box): number {
  return Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top));
}
