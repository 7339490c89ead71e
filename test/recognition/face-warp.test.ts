import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../../core/ports/vision.js';
import {
  fitSimilarity,
  toGrey,
  warpSquare,
  type PixelPoint,
} from '../../core/recognition/face-warp.js';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('fitSimilarity', () => {
  it('finds the rotation, scale and shift that made the points', () => {
    const points: PixelPoint[] = [
      [38, 52],
      [74, 51],
      [56, 72],
      [42, 92],
    ];
    fc.assert(
      fc.property(
        number(-3, 3),
        number(0.2, 5),
        number(-100, 100),
        number(-100, 100),
        (angle, scale, left, top) => {
          const a = scale * Math.cos(angle);
          const b = scale * Math.sin(angle);
          const moved = points.map(([x, y]): PixelPoint => [
            a * x - b * y + left,
            b * x + a * y + top,
          ]);
          const found = fitSimilarity(points, moved);
          expect(found.a).toBeCloseTo(a, 6);
          expect(found.b).toBeCloseTo(b, 6);
          expect(found.left).toBeCloseTo(left, 6);
          expect(found.top).toBeCloseTo(top, 6);
        },
      ),
    );
  });

  it('refuses points that all coincide', () => {
    expect(() => fitSimilarity([[1, 1]], [[2, 2]])).toThrow(RangeError);
  });
});

describe('warpSquare', () => {
  /** Red rises to the right, green downwards. */
  const slope: RgbImage = {
    width: 20,
    height: 20,
    data: Uint8Array.from({ length: 1200 }, (_, at) => {
      const pixel = Math.floor(at / 3);
      return at % 3 === 0 ? (pixel % 20) * 10 : at % 3 === 1 ? Math.floor(pixel / 20) * 10 : 0;
    }),
  };

  it('cuts out a part as it is', () => {
    const planes = warpSquare(slope, { a: 1, b: 0, left: 5, top: 3 }, 4);
    expect(planes[0]).toBe(50);
    expect(planes[3]).toBe(80);
    expect(planes[16]).toBe(30);
    expect(planes[16 + 12]).toBe(60);
  });

  it('interpolates between pixels and averages when shrinking', () => {
    expect(warpSquare(slope, { a: 1, b: 0, left: 5.5, top: 3 }, 1)[0]).toBe(55);
    expect(warpSquare(slope, { a: 2, b: 0, left: 5.5, top: 3.5 }, 2)[0]).toBe(55);
  });

  it('repeats the edge beyond the picture', () => {
    expect(warpSquare(slope, { a: 1, b: 0, left: -5, top: 0 }, 1)[0]).toBe(0);
    expect(warpSquare(slope, { a: 1, b: 0, left: 25, top: 0 }, 1)[0]).toBe(190);
  });
});

describe('toGrey', () => {
  it('keeps grey as it is and weighs green most', () => {
    const [grey, green] = toGrey(Float32Array.from([100, 0, 100, 100, 100, 0]));
    expect(grey).toBeCloseTo(100, 4);
    expect(green).toBeCloseTo(58.7, 4);
  });
});
