import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoredBox } from '../../core/recognition/face-anchors.js';
import { suppressOverlaps } from '../../core/recognition/face-suppression.js';

const box = (left: number, top: number, side: number, score: number): ScoredBox => ({
  left,
  top,
  width: side,
  height: side,
  score,
});

describe('suppressOverlaps', () => {
  it('keeps the surest of boxes around one face', () => {
    const sure = box(0, 0, 100, 0.99);
    expect(suppressOverlaps([box(10, 5, 100, 0.9), sure, box(5, 10, 90, 0.8)], 0.3)).toEqual([
      sure,
    ]);
  });

  it('keeps faces side by side', () => {
    const two = [box(0, 0, 100, 0.9), box(90, 0, 100, 0.8)];
    expect(suppressOverlaps(two, 0.3)).toEqual(two);
  });

  it('takes a small box inside a large one for the same face', () => {
    expect(suppressOverlaps([box(0, 0, 100, 0.9), box(30, 30, 30, 0.95)], 0.3)).toHaveLength(1);
  });

  it('keeps the larger of two that are as sure and begin at the same corner', () => {
    const [small, large] = [box(40, 15, 5, 0.9), box(40, 15, 6, 0.9)];
    expect(suppressOverlaps([small, large], 0.3)).toEqual([large]);
  });

  it('gives the same whatever the order', () => {
    const boxes = fc.array(
      fc.record({
        left: fc.nat(50),
        top: fc.nat(50),
        side: fc.integer({ min: 5, max: 60 }),
        score: fc.nat(4),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(boxes, (some) => {
        const all = some.map(({ left, top, side, score }) => box(left, top, side, score / 4));
        expect(suppressOverlaps(all.toReversed(), 0.3)).toEqual(suppressOverlaps(all, 0.3));
      }),
    );
  });
});
