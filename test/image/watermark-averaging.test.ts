import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWatermark, type Watermark } from '../../core/image/watermark.js';
import type { RgbImage } from '../../core/ports/vision.js';

const SIZE = { width: 320, height: 240 };
const PHOTOS = 48;

function sha256Of(index: number): string {
  return createHash('sha256').update(`photo ${index}`).digest('hex');
}

/** Photos of even light, each of its own: what is in them beside the mark averages out, in the attacker's favour. */
function photo(index: number): RgbImage {
  const level = 60 + ((index * 37) % 120);
  return { ...SIZE, data: new Uint8Array(SIZE.width * SIZE.height * 3).fill(level) };
}

/** What the mark did to each pixel, the mean of the photo aside: brightness is not what makes a mark. */
function markOf(index: number, watermark: Watermark, sha256: string): Float64Array {
  const clean = photo(index);
  const marked = watermark(clean, sha256);
  // The mark is grey: one channel tells all of it.
  const change = Float64Array.from(
    { length: SIZE.width * SIZE.height },
    (_, pixel) => marked.data[pixel * 3]! - clean.data[pixel * 3]!,
  );
  const mean = change.reduce((sum, one) => sum + one, 0) / change.length;
  return change.map((one) => one - mean);
}

function energy(values: Float64Array): number {
  return values.reduce((sum, one) => sum + one * one, 0);
}

/**
 * The share of the marks that is left when the average over all photos, scaled as well as can be, is
 * subtracted from each of them. 1: the attack does nothing; 0: the photos are clean.
 */
function leftAfterAttack(watermark: Watermark, sha256For: (index: number) => string): number {
  const marks = Array.from({ length: PHOTOS }, (_, index) =>
    markOf(index, watermark, sha256For(index)),
  );
  const average = new Float64Array(SIZE.width * SIZE.height);
  for (const mark of marks) mark.forEach((one, at) => (average[at]! += one / PHOTOS));
  let before = 0;
  let after = 0;
  for (const mark of marks) {
    const size = energy(average);
    const shared = mark.reduce((sum, one, at) => sum + one * average[at]!, 0) / size;
    before += energy(mark);
    after += energy(mark.map((one, at) => one - shared * average[at]!));
  }
  return after / before;
}

describe('the watermark, when many photos are averaged to find it', () => {
  it('is still there: angle and place differ from photo to photo', async () => {
    const watermark = await createWatermark({ kind: 'text', text: 'Focus Racer' });
    expect(leftAfterAttack(watermark, sha256Of)).toBeGreaterThan(0.9);
  });

  it('would be gone if it were the same on every photo', async () => {
    const watermark = await createWatermark({ kind: 'text', text: 'Focus Racer' });
    expect(leftAfterAttack(watermark, () => sha256Of(0))).toBeLessThan(0.2);
  });
});
