import { describe, expect, it } from 'vitest';
import { decodeBoxes, layAnchors } from '../../core/recognition/face-anchors.js';

describe('layAnchors', () => {
  it('lays the 4,420 anchors of the published model at 320 x 240', () => {
    expect(layAnchors(320, 240)).toHaveLength(4420 * 3);
  });

  it('begins with the three smallest faces in the top left cell', () => {
    expect([...layAnchors(320, 240).slice(0, 9)]).toEqual([4, 4, 10, 4, 4, 16, 4, 4, 24]);
  });

  it('rounds cells up where a side is no multiple of the stride', () => {
    // 64-pixel cells: 10 x 7 for 640 x 432, three anchors each.
    expect(layAnchors(640, 432)).toHaveLength(
      (80 * 54 * 3 + 40 * 27 * 2 + 20 * 14 * 2 + 10 * 7 * 3) * 3,
    );
  });
});

describe('decodeBoxes', () => {
  const anchors = Float32Array.from([100, 50, 40, 200, 50, 40]);

  it('gives the anchor itself for offsets of 0, and nothing below the score', () => {
    const scores = Float32Array.from([0.1, 0.9, 0.6, 0.4]);
    expect(decodeBoxes(scores, new Float32Array(8), anchors, 0.5)).toEqual([
      { left: 80, top: 30, width: 40, height: 40, score: expect.closeTo(0.9, 5) },
    ]);
  });

  it('moves by a tenth of the size and grows by a fifth of the exponent', () => {
    const scores = Float32Array.from([0, 1, 1, 0]);
    const offsets = Float32Array.from([1, -1, 5 * Math.LN2, 0, 0, 0, 0, 0]);
    expect(decodeBoxes(scores, offsets, anchors, 0.5)).toEqual([
      {
        left: expect.closeTo(100 + 4 - 40, 4),
        top: expect.closeTo(50 - 4 - 20, 4),
        width: expect.closeTo(80, 4),
        height: 40,
        score: 1,
      },
    ]);
  });
});
