import type { RgbImage } from '../ports/vision.js';
import type { TextCandidate } from './bib-candidates.js';
import { packMosaic, type MosaicTile } from './bib-mosaic.js';
import type { SearchRegion } from './bib-regions.js';
import { boundsOf, type TextBox } from './text-box.js';
import { createTextCanvas, drawOnCanvas } from './text-canvas.js';
import type { TextDetector } from './text-detector.js';

/** Canvas pixels: text this close to a region's border may go on beyond it. */
const CUT_MARGIN = 2;
/** In heights of the text: one more character would show. */
const DRAWN_OUT = 0.6;

/** Looks for text in all regions at once: one canvas, one run of the detector. */
export async function searchRegions(
  image: RgbImage,
  regions: readonly SearchRegion[],
  detector: TextDetector,
): Promise<TextCandidate[]> {
  if (regions.length === 0) return [];
  const mosaic = packMosaic(regions);
  const canvas = createTextCanvas(mosaic.width, mosaic.height);
  for (const { region, target } of mosaic.tiles) drawOnCanvas(canvas, image, region.source, target);
  const found = await detector.detect(canvas);
  return found.flatMap((box) => {
    const tile = mosaic.tiles.find(({ target }) => isInside(box, target));
    return tile ? [toCandidate(box, tile, image)] : [];
  });
}

function isInside(box: TextBox, target: MosaicTile['target']): boolean {
  return (
    box.centreX >= target.left &&
    box.centreX < target.left + target.width &&
    box.centreY >= target.top &&
    box.centreY < target.top + target.height
  );
}

/**
 * Back to picture pixels. Text that runs to the border of its region is cut where the picture
 * ends there too; elsewhere the box is drawn out beyond the region, so that the reader sees
 * whether it goes on.
 */
function toCandidate(box: TextBox, { region, target }: MosaicTile, image: RgbImage): TextCandidate {
  const { source } = region;
  const scaleX = source.width / target.width;
  const scaleY = source.height / target.height;
  const bounds = boundsOf(box);
  const meetsLeft = bounds.left - target.left < CUT_MARGIN;
  const meetsRight = target.left + target.width - bounds.right < CUT_MARGIN;
  const isLeftmost = source.left === 0;
  const isRightmost = source.left + source.width === image.width;
  const inPicture = {
    centreX: source.left + (box.centreX - target.left) * scaleX,
    centreY: source.top + (box.centreY - target.top) * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
    angle: box.angle,
  };
  return {
    box: drawnOut(inPicture, meetsLeft && !isLeftmost, meetsRight && !isRightmost),
    cut: { left: meetsLeft && isLeftmost, right: meetsRight && isRightmost },
    faceWidth: region.face && region.face.width * image.width,
  };
}

function drawnOut(box: TextBox, toLeft: boolean, toRight: boolean): TextBox {
  const left = toLeft ? DRAWN_OUT * box.height : 0;
  const right = toRight ? DRAWN_OUT * box.height : 0;
  const shift = (right - left) / 2;
  return {
    ...box,
    centreX: box.centreX + shift * Math.cos(box.angle),
    centreY: box.centreY + shift * Math.sin(box.angle),
    width: box.width + left + right,
  };
}
