import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halveToLuma, shrinkToGrid } from '../../core/image/luma.js';

describe('halveToLuma', () => {
  it('averages blocks of four pixels into their luma', () => {
    const data = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]);
    const half = halveToLuma({ data, width: 2, height: 2 });
    expect([half.width, half.height]).toEqual([1, 1]);
    expect(half.data[0]).toBeCloseTo(((0.299 + 0.587 + 0.114 + 1) * 255) / 4, -0.5);
  });

  it('takes pictures of any size, and keeps a flat colour flat', () => {
    const size = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 0, max: 255 }), (width, height, value) => {
        const half = halveToLuma({
          data: new Uint8Array(width * height * 3).fill(value),
          width,
          height,
        });
        return half.data.length === half.width * half.height && half.data.every((v) => v === value);
      }),
    );
  });
});

describe('shrinkToGrid', () => {
  it('keeps the mean, whatever the proportions', () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(size, size, size, size, (width, height, columns, rows) => {
        const data = Uint8Array.from({ length: width * height }, (_, i) => (i * 89) % 256);
        const grid = shrinkToGrid({ data, width, height }, columns, rows);
        const mean = (values: ArrayLike<number>): number =>
          Array.from(values).reduce((a, b) => a + b, 0) / values.length;
        return Math.abs(mean(grid) - mean(data)) < 0.01;
      }),
    );
  });
});
