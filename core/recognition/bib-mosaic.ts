import type { SearchRegion } from './bib-regions.js';
import type { PixelRect } from './text-canvas.js';

export interface MosaicTile {
  readonly region: SearchRegion;
  /** Where the region lies on the canvas. */
  readonly target: PixelRect;
}

export interface Mosaic {
  readonly width: number;
  readonly height: number;
  readonly tiles: readonly MosaicTile[];
}

/** Few canvas sizes, so that the runtime's memory stays flat; all multiples of the detector's 32. */
const WIDTHS = [256, 384, 512, 640, 768, 960] as const;
const HEIGHT_STEP = 64;
/** Grey between tiles, so that text does not run from one into the next. */
const GAP = 8;

/** Packs the regions on one canvas, shelf by shelf, with the width that wastes least. */
export function packMosaic(regions: readonly SearchRegion[]): Mosaic {
  const ordered = regions
    .map((region) => ({
      region,
      width: Math.max(1, Math.round(region.source.width * region.scale)),
      height: Math.max(1, Math.round(region.source.height * region.scale)),
    }))
    .toSorted((a, b) => b.height - a.height || b.width - a.width);
  const widest = Math.max(...ordered.map(({ width }) => width));
  const wide = WIDTHS.filter((width) => width >= widest);
  const widths = wide.length > 0 ? wide : [Math.ceil(widest / 32) * 32];
  const mosaics = widths.map((width) => packShelves(ordered, width));
  return mosaics.reduce((best, mosaic) => (area(mosaic) < area(best) ? mosaic : best));
}

function packShelves(
  ordered: readonly { region: SearchRegion; width: number; height: number }[],
  width: number,
): Mosaic {
  const tiles: MosaicTile[] = [];
  let left = 0;
  let top = 0;
  let shelfHeight = 0;
  for (const item of ordered) {
    if (left + item.width > width) {
      top += shelfHeight + GAP;
      left = 0;
      shelfHeight = 0;
    }
    tiles.push({
      region: item.region,
      target: { left, top, width: item.width, height: item.height },
    });
    shelfHeight = Math.max(shelfHeight, item.height);
    left += item.width + GAP;
  }
  return { width, height: Math.ceil((top + shelfHeight) / HEIGHT_STEP) * HEIGHT_STEP, tiles };
}

function area(mosaic: Mosaic): number {
  return mosaic.width * mosaic.height;
}
