import type { RgbImage } from '../ports/vision.js';
import type { TextCandidate } from './bib-candidates.js';
import { packMosaic, type MosaicTile } from './bib-mosaic.js';
import type { SearchRegion } from './bib-regions.js';
import { boundsOf, type TextBox } from './text-box.js';
import type { ScoredTextBox } from './text-components.js';
import { createTextCanvas, drawOnCanvas } from './text-canvas.js';
import type { TextDetector } from './text-detector.js';

/** Canvas pixels: text this close to a region's border may go on beyond it. */
const CUT_MARGIN = 2;

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
  return found.flatMap((text) => {
    const tile = mosaic.tiles.find(({ target }) => isInside(text.box, target));
    return tile ? [toCandidate(text, tile, image)] : [];
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

function toCandidate({ box, growth }: ScoredTextBox, { region, target }: MosaicTile, image: RgbImage): TextCandidate {
  const { source } = region;
  const scaleX = source.width / target.width;
  const scaleY = source.height / target.height;
  // Only the text itself tells: the box was grown beyond it on every side.
  const text = boundsOf({ ...box, width: box.width - 2 * growth, height: box.height - 2 * growth });
  return {
    box: {
      centreX: source.left + (box.centreX - target.left) * scaleX,
      centreY: source.top + (box.centreY - target.top) * scaleY,
      width: box.width * scaleX,
      height: box.height * scaleY,
      angle: box.angle,
    },
    cut: {
      left: text.left - target.left < CUT_MARGIN,
      right: target.left + target.width - text.right < CUT_MARGIN,
    },
    faceWidth: region.face && region.face.width * image.width,
  };
}

