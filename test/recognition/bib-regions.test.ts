import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { torsoRegions, wholePicture, type TorsoLook } from '../../core/recognition/bib-regions.js';

const LOOK: TorsoLook = {
  side: 2,
  from: 0.5,
  to: 4.5,
  faceSize: { least: 48, most: 64 },
  comfortableArea: 400_000,
  maximumScale: 3,
  minimumFace: 16,
  areaBudget: 1_000_000,
};
const PICTURE = { width: 1000, height: 800 };

describe('torsoRegions', () => {
  it('reaches from below the chin to the hips, as wide as told in face widths', () => {
    const face = { left: 0.45, top: 0.1, width: 0.1, height: 0.15 };
    const [region] = torsoRegions([face], PICTURE, LOOK);
    expect(region).toEqual({
      source: { left: 300, top: 250, width: 400, height: 400 },
      scale: 0.64,
      face,
    });
  });

  it('stays in the picture, with room for a bib, whatever the face', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fraction, fraction, fraction, fraction, (left, top, right, bottom) => {
        const face = { left, top, width: (1 - left) * right, height: (1 - top) * bottom };
        for (const { source, scale } of torsoRegions([face], PICTURE, LOOK)) {
          expect(source.left).toBeGreaterThanOrEqual(0);
          expect(source.top).toBeGreaterThanOrEqual(0);
          expect(source.left + source.width).toBeLessThanOrEqual(PICTURE.width);
          expect(source.top + source.height).toBeLessThanOrEqual(PICTURE.height);
          expect(source.width * source.height).toBeGreaterThan(0);
          expect(scale).toBeLessThanOrEqual(LOOK.maximumScale);
        }
      }),
    );
  });

  it('skips faces too small to have a legible bib, and those at the lower edge', () => {
    const tiny = { left: 0.5, top: 0.1, width: 0.015, height: 0.02 };
    const low = { left: 0.5, top: 0.8, width: 0.1, height: 0.15 };
    expect(torsoRegions([tiny, low], PICTURE, LOOK)).toEqual([]);
  });

  it('shows faces smaller in a crowd, all of one size, down to the least', () => {
    const crowd = (size: number) =>
      Array.from({ length: size }, (_, index) => ({
        left: 0.2 + 0.004 * index,
        top: 0.1,
        width: 0.1,
        height: 0.15,
      }));
    const scalesOf = (size: number) =>
      new Set(torsoRegions(crowd(size), PICTURE, LOOK).map(({ scale }) => scale));
    expect(scalesOf(6)).toEqual(new Set([0.64]));
    const [some = 0, ...others] = scalesOf(8);
    expect(others).toEqual([]);
    expect(some).toBeLessThan(0.64);
    expect(some).toBeGreaterThan(0.48);
    expect(scalesOf(40)).toEqual(new Set([0.48]));
  });

  it('spends the budget on the largest faces, on one at least', () => {
    const small = { left: 0.1, top: 0.1, width: 0.05, height: 0.06 };
    const large = { left: 0.6, top: 0.1, width: 0.08, height: 0.1 };
    const faces = torsoRegions([small, large], PICTURE, {
      ...LOOK,
      comfortableArea: 1,
      areaBudget: 1,
    }).map(({ face }) => face);
    expect(faces).toEqual([large]);
  });
});

it('shows a whole picture with its longer side as told, but never enlarged', () => {
  expect(wholePicture(PICTURE, 500).scale).toBe(0.5);
  expect(wholePicture(PICTURE, 5000).scale).toBe(1);
});
