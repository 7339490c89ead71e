import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packMosaic } from '../../core/recognition/bib-mosaic.js';

const region = fc
  .record({ width: fc.integer({ min: 1, max: 700 }), height: fc.integer({ min: 1, max: 700 }) })
  .map(({ width, height }) => ({
    source: { left: 0, top: 0, width, height },
    scale: 1,
    face: undefined,
  }));

it('places every region once, inside the canvas and apart from the others', () => {
  fc.assert(
    fc.property(fc.array(region, { minLength: 1, maxLength: 20 }), (regions) => {
      const { width, height, tiles } = packMosaic(regions);
      expect(new Set(tiles.map((tile) => tile.region)).size).toBe(regions.length);
      for (const [index, { target }] of tiles.entries()) {
        expect(target.left + target.width).toBeLessThanOrEqual(width);
        expect(target.top + target.height).toBeLessThanOrEqual(height);
        for (const { target: other } of tiles.slice(index + 1)) {
          const apart =
            target.left + target.width < other.left ||
            other.left + other.width < target.left ||
            target.top + target.height < other.top ||
            other.top + other.height < target.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

it('gives sides that the detector takes', () => {
  fc.assert(
    fc.property(fc.array(region, { minLength: 1, maxLength: 20 }), (regions) => {
      const { width, height } = packMosaic(regions);
      expect(width % 32).toBe(0);
      expect(height % 32).toBe(0);
    }),
  );
});

it('makes room for a region that is wider than all usual canvases', () => {
  const wide = { source: { left: 0, top: 0, width: 1600, height: 100 }, scale: 1, face: undefined };
  expect(packMosaic([wide]).width).toBe(1600);
});
