import type { ScoredBox } from './face-anchors.js';

/**
 * Keeps the best of every group of overlapping boxes, best first (greedy non-maximum
 * suppression). Two boxes are one face where their intersection over union reaches
 * `overlap`, or where one lies almost wholly in the other: passes at different scales
 * draw the same face at different sizes.
 */
export function suppressOverlaps(boxes: readonly ScoredBox[], overlap: number): ScoredBox[] {
  const ordered = [...boxes].sort(bestFirst);
  const kept: ScoredBox[] = [];
  for (const box of ordered) {
    if (kept.every((other) => !isSameFace(box, other, overlap))) kept.push(box);
  }
  return kept;
}

/** In full, so that what is kept does not hang on the order in which boxes come. */
function bestFirst(a: ScoredBox, b: ScoredBox): number {
  return (
    b.score - a.score ||
    a.left - b.left ||
    a.top - b.top ||
    b.width - a.width ||
    b.height - a.height
  );
}

const CONTAINED = 0.8;

function isSameFace(a: ScoredBox, b: ScoredBox, overlap: number): boolean {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return false;
  const shared = width * height;
  const areaA = a.width * a.height;
  const areaB = b.width * b.height;
  return (
    shared / (areaA + areaB - shared) >= overlap || shared / Math.min(areaA, areaB) >= CONTAINED
  );
}
