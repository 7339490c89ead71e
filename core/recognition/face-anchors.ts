/** Strides and anchor sizes in pixels of UltraFace RFB-320 (Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB). */
const LEVELS = [
  { stride: 8, sizes: [10, 16, 24] },
  { stride: 16, sizes: [32, 48] },
  { stride: 32, sizes: [64, 96] },
  { stride: 64, sizes: [128, 192, 256] },
] as const;

/** The variances of SSD's box encoding with which the model was trained. */
const CENTRE_VARIANCE = 0.1;
const SIZE_VARIANCE = 0.2;

/** Centre and side, in pixels of the model's input, three numbers per anchor in the order of the model's rows. */
export function layAnchors(width: number, height: number): Float32Array {
  const anchors: number[] = [];
  for (const { stride, sizes } of LEVELS) {
    // Padded convolutions of stride 2 round up.
    const rows = Math.ceil(height / stride);
    const columns = Math.ceil(width / stride);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        for (const size of sizes) anchors.push((column + 0.5) * stride, (row + 0.5) * stride, size);
      }
    }
  }
  return Float32Array.from(anchors);
}

/** A box in pixels with its score from 0 to 1. */
export interface ScoredBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly score: number;
}

/**
 * Boxes of the anchors that reach `minimumScore`, in pixels of the model's input.
 * `scores` holds (background, face) and `offsets` (dx, dy, dw, dh) per anchor.
 */
export function decodeBoxes(
  scores: Float32Array,
  offsets: Float32Array,
  anchors: Float32Array,
  minimumScore: number,
): ScoredBox[] {
  const boxes: ScoredBox[] = [];
  const at = (values: Float32Array, index: number) => values[index] ?? 0;
  for (let anchor = 0; anchor * 3 < anchors.length; anchor += 1) {
    const score = at(scores, anchor * 2 + 1);
    if (score < minimumScore) continue;
    const size = at(anchors, anchor * 3 + 2);
    const width = size * Math.exp(at(offsets, anchor * 4 + 2) * SIZE_VARIANCE);
    const height = size * Math.exp(at(offsets, anchor * 4 + 3) * SIZE_VARIANCE);
    const centreX = at(anchors, anchor * 3) + at(offsets, anchor * 4) * CENTRE_VARIANCE * size;
    const centreY =
      at(anchors, anchor * 3 + 1) + at(offsets, anchor * 4 + 1) * CENTRE_VARIANCE * size;
    boxes.push({ left: centreX - width / 2, top: centreY - height / 2, width, height, score });
  }
  return boxes;
}
