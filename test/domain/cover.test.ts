import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverBox, rankCovers, type CoverCandidate } from '../../core/domain/cover.js';
import type { PhotoId } from '../../core/domain/ids.js';

const face = (height: number, left = 0.5, top = 0.2) => ({ left, top, width: height / 2, height });
const photo = (id: string, more: Partial<CoverCandidate> = {}): CoverCandidate => ({
  id: id as PhotoId,
  file: `${id}.jpg`,
  width: 6000,
  height: 4000,
  quality: 60,
  faces: [],
  ...more,
});
const order = (...candidates: CoverCandidate[]) => rankCovers(candidates).map(({ id }) => id);

describe('covers', () => {
  it('are best wide, sharp and with somebody to look at', () => {
    expect(
      order(
        photo('upright', { width: 4000, height: 6000 }),
        photo('empty'),
        photo('far', { faces: [face(0.03)] }),
        photo('close', { faces: [face(0.15)] }),
        photo('dull', { faces: [face(0.15)], quality: 20 }),
        photo('tiny', { faces: [face(0.15)], width: 900, height: 600 }),
      ),
    ).toEqual(['close', 'far', 'dull', 'tiny', 'empty', 'upright']);
  });

  it('of a group are as good as of one close by, and of equals the first id comes first', () => {
    const group = [face(0.03, 0.1), face(0.03, 0.4), face(0.03, 0.7)];
    const close = [face(0.15)];
    expect(order(photo('b', { faces: group }), photo('a', { faces: close }))).toEqual(['a', 'b']);
    expect(rankCovers([photo('a', { faces: group })])[0]?.score).toBe(80);
  });
});

describe('the part of a photo that is a cover', () => {
  it('has the largest face a third from the top, and lies within the photo', () => {
    const upright = { width: 4000, height: 6000 };
    const box = coverBox(upright, [face(0.05, 0.1, 0.9), face(0.1, 0.4, 0.5)]);
    expect(box.width).toBe(1);
    expect(box.height).toBeCloseTo(4 / 9);
    expect(box.top + 0.35 * box.height).toBeCloseTo(0.55);
  });

  it('is three to two of every photo, and never outside of it', () => {
    const part = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 20_000 }),
        fc.integer({ min: 20, max: 20_000 }),
        fc.array(fc.record({ left: part, top: part, width: part, height: part })),
        (width, height, faces) => {
          const box = coverBox({ width, height }, faces);
          expect((box.width * width) / (box.height * height)).toBeCloseTo(1.5);
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
          expect(Math.max(box.left + box.width, box.top + box.height)).toBeLessThanOrEqual(1.0001);
        },
      ),
    );
  });
});
