import { describe, expect, it } from 'vitest';
import type { PixelPoint } from '../../core/recognition/face-warp.js';
import { smileOf } from '../../core/recognition/smile.js';

const EYES: readonly [PixelPoint, PixelPoint] = [
  [40, 50],
  [80, 50],
];

/** A mouth that much wide and with its corners that much above its middle, in pixels; eyes are 40 apart. */
function mouth(width: number, lift: number): PixelPoint[] {
  const points = Array.from({ length: 68 }, (): PixelPoint => [60, 90]);
  points[48] = [60 - width / 2, 90 - lift];
  points[54] = [60 + width / 2, 90 - lift];
  points[51] = [60, 87];
  points[57] = [60, 93];
  return points;
}

describe('smileOf', () => {
  it('sees a wide mouth with lifted corners smile, and a narrow straight one not', () => {
    expect(smileOf(mouth(42, 6), EYES)).toBeGreaterThan(90);
    expect(smileOf(mouth(28, 0), EYES)).toBeLessThan(10);
  });

  it('does not depend on the size of the face or the tilt of the head', () => {
    const turn = ([x, y]: PixelPoint): PixelPoint => [
      3 * (x * 0.8 - y * 0.6),
      3 * (x * 0.6 + y * 0.8),
    ];
    const [left, right] = EYES;
    expect(smileOf(mouth(36, 3).map(turn), [turn(left), turn(right)])).toBeCloseTo(
      smileOf(mouth(36, 3), EYES),
      6,
    );
  });

  it('wants all landmarks', () => {
    expect(() => smileOf([[0, 0]], EYES)).toThrow(RangeError);
  });
});
