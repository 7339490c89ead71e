import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, smallestBox } from '../../core/recognition/text-box.js';

/** The corners of a turned rectangle, ordered by x, then y, as x0, y0, x1, y1 ... */
function corners(
  centreX: number,
  centreY: number,
  width: number,
  height: number,
  angle: number,
): number[] {
  const points = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x = 0, y = 0]) => {
    const along = (x * width) / 2;
    const across = (y * height) / 2;
    return [
      centreX + along * Math.cos(angle) - across * Math.sin(angle),
      centreY + along * Math.sin(angle) + across * Math.cos(angle),
    ] as const;
  });
  return points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]).flat();
}

it('finds a turned rectangle again, whatever its place, size and angle', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -500, max: 500, noNaN: true }),
      fc.double({ min: 20, max: 200, noNaN: true }),
      fc.double({ min: 4, max: 18, noNaN: true }),
      fc.double({ min: -0.7, max: 0.7, noNaN: true }),
      (centre, width, height, angle) => {
        const box = smallestBox(corners(centre, -centre, width, height, angle));
        expect(box.centreX).toBeCloseTo(centre, 4);
        expect(box.centreY).toBeCloseTo(-centre, 4);
        expect(box.width).toBeCloseTo(width, 4);
        expect(box.height).toBeCloseTo(height, 4);
        expect(box.angle).toBeCloseTo(angle, 4);
      },
    ),
  );
});

it('holds a single point in a box without extent', () => {
  expect(smallestBox([3, 4])).toMatchObject({ centreX: 3, centreY: 4, width: 0, height: 0 });
});

it('bounds a box that is turned by a quarter by its sides exchanged', () => {
  const bounds = boundsOf({ centreX: 10, centreY: 20, width: 6, height: 2, angle: Math.PI / 2 });
  expect(bounds.right - bounds.left).toBeCloseTo(2);
  expect(bounds.bottom - bounds.top).toBeCloseTo(6);
});
