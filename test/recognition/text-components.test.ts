import { expect, it } from 'vitest';
import { boxesOfTextMap } from '../../core/recognition/text-components.js';

function mapWith(
  width: number,
  height: number,
  rects: readonly [number, number, number, number, number][],
): Float32Array {
  const map = new Float32Array(width * height);
  for (const [left, top, rectWidth, rectHeight, value] of rects) {
    for (let y = top; y < top + rectHeight; y += 1)
      map.fill(value, y * width + left, y * width + left + rectWidth);
  }
  return map;
}

it('grows the box of an area by its area times 1.5 over its perimeter on every side', () => {
  const [found, ...others] = boxesOfTextMap(mapWith(60, 40, [[10, 12, 30, 10, 0.9]]), 60, 40);
  const growth = (30 * 10 * 1.5) / (2 * (30 + 10));
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    centreX: 25,
    centreY: 17,
    width: 30 + 2 * growth,
    height: 10 + 2 * growth,
    angle: 0,
  });
});

it('leaves out faint areas and specks', () => {
  const map = mapWith(60, 40, [
    [5, 5, 20, 8, 0.3],
    [40, 20, 2, 2, 1],
  ]);
  expect(boxesOfTextMap(map, 60, 40)).toEqual([]);
});

it('keeps areas apart that do not touch, up to the corners of the map', () => {
  const map = mapWith(40, 20, [
    [0, 0, 10, 5, 0.8],
    [30, 15, 10, 5, 0.8],
  ]);
  expect(boxesOfTextMap(map, 40, 20)).toHaveLength(2);
});

it('turns the box with a slanted line', () => {
  const [width, height] = [80, 60];
  const map = new Float32Array(width * height);
  for (let x = 10; x < 70; x += 1)
    for (let y = 0; y < 8; y += 1) map[(15 + Math.round(x / 3) + y) * width + x] = 1;
  const [found] = boxesOfTextMap(map, width, height);
  expect(found?.angle).toBeCloseTo(Math.atan(1 / 3), 1);
});
