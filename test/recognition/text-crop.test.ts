import { describe, expect, it } from 'vitest';
import { cropText, CROP_HEIGHT } from '../../core/recognition/text-crop.js';

/** Red grows to the right, green downwards. */
function gradient() {
  const [width, height] = [200, 150];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([x, y, 0], (y * width + x) * 3);
  }
  return { data, width, height };
}

/** The colour of a crop pixel, 0 to 255. */
function colourAt(crop: ReturnType<typeof cropText>, x: number, y: number) {
  const plane = CROP_HEIGHT * crop.width;
  const channel = (index: number) =>
    ((crop.planes[index * plane + y * crop.width + x] ?? NaN) + 1) * 127.5;
  return { red: channel(2), green: channel(1), blue: channel(0) };
}

describe('cropText', () => {
  it('scales the line to the height of the crop, with grey on both sides', () => {
    const box = { centreX: 100, centreY: 75, width: 48, height: 24, angle: 0 };
    const crop = cropText(gradient(), box);
    expect(crop.width).toBe(128);
    expect(colourAt(crop, 2, 20)).toEqual({ red: 127.5, green: 127.5, blue: 127.5 });
    // 12 pixels of grey, then half a picture pixel per crop pixel.
    expect(colourAt(crop, 12 + 48, 24).red).toBeCloseTo(100 - 0.25, 1);
    expect(colourAt(crop, 12 + 48, 24).green).toBeCloseTo(75 - 0.25, 1);
  });

  it('straightens a turned line', () => {
    const box = { centreX: 100, centreY: 75, width: 40, height: 20, angle: Math.PI / 2 };
    const crop = cropText(gradient(), box);
    const [start, end] = [colourAt(crop, 14, 24), colourAt(crop, 12 + 90, 24)];
    expect(end.green - start.green).toBeGreaterThan(30);
    expect(Math.abs(end.red - start.red)).toBeLessThan(1);
  });

  it('has few widths and never more than the reader takes', () => {
    for (const width of [1, 10, 50, 100, 1000]) {
      const crop = cropText(gradient(), { centreX: 100, centreY: 75, width, height: 20, angle: 0 });
      expect(crop.width % 16).toBe(0);
      expect(crop.width).toBeLessThanOrEqual(240);
    }
  });

  it('gives grey for what lies outside the picture', () => {
    const crop = cropText(gradient(), {
      centreX: -500,
      centreY: -500,
      width: 40,
      height: 20,
      angle: 0,
    });
    expect(colourAt(crop, 40, 20)).toEqual({ red: 127.5, green: 127.5, blue: 127.5 });
  });
});
