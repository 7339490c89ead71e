import { expect, it } from 'vitest';
import { createTextCanvas, drawOnCanvas } from '../../core/recognition/text-canvas.js';

const GREEN_PLANE = 1;

function imageOf(width: number, height: number, green: (x: number, y: number) => number) {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data[(y * width + x) * 3 + 1] = green(x, y);
  }
  return { data, width, height };
}

/** The green value at a canvas pixel, 0 to 255. */
function greenAt(canvas: ReturnType<typeof createTextCanvas>, x: number, y: number): number {
  const value =
    canvas.planes[GREEN_PLANE * canvas.width * canvas.height + y * canvas.width + x] ?? NaN;
  return (value * 0.224 + 0.456) * 255;
}

it('keeps a flat colour, shrunk or enlarged', () => {
  const image = imageOf(40, 30, () => 200);
  for (const size of [10, 100]) {
    const canvas = createTextCanvas(128, 128);
    drawOnCanvas(
      canvas,
      image,
      { left: 5, top: 5, width: 20, height: 20 },
      { left: 3, top: 4, width: size, height: size },
    );
    expect(greenAt(canvas, 3, 4)).toBeCloseTo(200, 2);
    expect(greenAt(canvas, 2 + size, 3 + size)).toBeCloseTo(200, 2);
    expect(canvas.planes[canvas.width * canvas.height + 2]).toBe(0);
  }
});

it('averages fine stripes instead of picking one', () => {
  const image = imageOf(64, 64, (x) => (x % 2) * 200);
  const canvas = createTextCanvas(32, 32);
  drawOnCanvas(
    canvas,
    image,
    { left: 0, top: 0, width: 64, height: 64 },
    { left: 0, top: 0, width: 16, height: 16 },
  );
  for (let x = 1; x < 15; x += 1) expect(Math.abs(greenAt(canvas, x, 8) - 100)).toBeLessThan(15);
});

it('puts every part where it belongs', () => {
  const image = imageOf(100, 50, (x, y) => 2 * x + y);
  const canvas = createTextCanvas(64, 64);
  drawOnCanvas(
    canvas,
    image,
    { left: 20, top: 10, width: 40, height: 20 },
    { left: 0, top: 0, width: 40, height: 20 },
  );
  expect(greenAt(canvas, 10, 5)).toBeCloseTo(2 * 30 + 15, 2);
});
