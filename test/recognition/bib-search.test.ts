import { expect, it } from 'vitest';
import { searchRegions } from '../../core/recognition/bib-search.js';
import type { TextBox } from '../../core/recognition/text-box.js';

const IMAGE = { data: new Uint8Array(400 * 200 * 3), width: 400, height: 200 };

/** Pretends to have found one text at the given place of the canvas. */
function detectorOf(box: TextBox) {
  return { detect: () => Promise.resolve([box]), close: () => Promise.resolve() };
}

/** The only region, so that it lies at the canvas's origin. */
function region(left: number, scale = 1) {
  return { source: { left, top: 50, width: 100, height: 100 }, scale, face: undefined };
}

it('gives boxes in picture pixels', async () => {
  const found = await searchRegions(
    IMAGE,
    [region(100, 2)],
    detectorOf({ centreX: 100, centreY: 60, width: 80, height: 40, angle: 0.1 }),
  );
  expect(found).toEqual([
    {
      box: { centreX: 150, centreY: 80, width: 40, height: 20, angle: 0.1 },
      cut: { left: false, right: false },
      faceWidth: undefined,
    },
  ]);
});

it("takes a text at the picture's border for cut", async () => {
  const atLeft = { centreX: 20, centreY: 50, width: 40, height: 20, angle: 0 };
  const [found] = await searchRegions(IMAGE, [region(0)], detectorOf(atLeft));
  expect(found?.cut).toEqual({ left: true, right: false });
  expect(found?.box.width).toBe(40);
});

it("draws a text at the region's border out into the picture", async () => {
  const atRight = { centreX: 80, centreY: 50, width: 40, height: 20, angle: 0 };
  const [found] = await searchRegions(IMAGE, [region(100)], detectorOf(atRight));
  expect(found?.cut).toEqual({ left: false, right: false });
  expect(found?.box).toEqual({ centreX: 186, centreY: 100, width: 52, height: 20, angle: 0 });
});

it('searches nothing without regions', async () => {
  const detector = {
    detect: () => Promise.reject(new Error('unused')),
    close: () => Promise.resolve(),
  };
  expect(await searchRegions(IMAGE, [], detector)).toEqual([]);
});
