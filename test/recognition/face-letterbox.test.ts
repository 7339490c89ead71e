import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../../core/ports/vision.js';
import { drawLetterboxed } from '../../core/recognition/face-letterbox.js';

function plain(width: number, height: number, colour: readonly [number, number, number]): RgbImage {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => colour[at % 3] ?? 0);
  return { data, width, height };
}

describe('drawLetterboxed', () => {
  it('fits the picture into the top left and leaves the rest at 0', () => {
    const planes = new Float32Array(3 * 8 * 8).fill(9);
    expect(drawLetterboxed(plain(32, 16, [255, 127, 0]), { width: 8, height: 8 }, planes)).toBe(
      0.25,
    );
    expect(planes[0]).toBe(1);
    expect(planes[64]).toBe(0);
    expect(planes[128]).toBe(-127 / 128);
    expect([...planes.slice(4 * 8, 64)].every((value) => value === 0)).toBe(true);
  });

  it('enlarges a small picture as well', () => {
    const planes = new Float32Array(3 * 8 * 8);
    expect(drawLetterboxed(plain(2, 2, [255, 255, 255]), { width: 8, height: 8 }, planes)).toBe(4);
    expect(planes.every((value) => value === 1)).toBe(true);
  });

  it('averages when it shrinks', () => {
    const stripes = plain(16, 16, [0, 0, 0]);
    for (let at = 0; at < stripes.data.length; at += 1)
      stripes.data[at] = Math.floor(at / 3) % 2 === 0 ? 0 : 254;
    const planes = new Float32Array(3 * 8 * 8);
    drawLetterboxed(stripes, { width: 8, height: 8 }, planes);
    expect(planes.every((value) => value === 0)).toBe(true);
  });
});
