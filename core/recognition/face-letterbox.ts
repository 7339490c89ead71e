import type { RgbImage } from '../ports/vision.js';

/** UltraFace and ArcFace inputs alike: (value - 127) / 128. */
const MEAN = 127;
const SCALE = 1 / 128;

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Input pixels per picture pixel such that the whole picture fits the frame. */
export function letterboxScale(image: Frame, frame: Frame): number {
  return Math.min(frame.width / image.width, frame.height / image.height);
}

/**
 * Draws the picture into the top left of a planar frame (three planes of
 * `frame.width * frame.height` floats), scaled to fit; the rest is 0.
 * Shrinking averages every covered pixel, since skipping them aliases small faces away;
 * enlarging repeats them. Returns the scale used.
 */
export function drawLetterboxed(image: RgbImage, frame: Frame, planes: Float32Array): number {
  const scale = letterboxScale(image, frame);
  const drawnWidth = Math.min(frame.width, Math.round(image.width * scale));
  const drawnHeight = Math.min(frame.height, Math.round(image.height * scale));
  const area = frame.width * frame.height;
  const columns = spans(drawnWidth, image.width);
  const rows = spans(drawnHeight, image.height);
  const { data } = image;
  planes.fill(0);

  for (let y = 0; y < drawnHeight; y += 1) {
    const firstRow = rows[y * 2] ?? 0;
    const lastRow = rows[y * 2 + 1] ?? 0;
    for (let x = 0; x < drawnWidth; x += 1) {
      const firstColumn = columns[x * 2] ?? 0;
      const lastColumn = columns[x * 2 + 1] ?? 0;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = firstRow; row < lastRow; row += 1) {
        const start = (row * image.width + firstColumn) * 3;
        const end = (row * image.width + lastColumn) * 3;
        for (let at = start; at < end; at += 3) {
          red += data[at] ?? 0;
          green += data[at + 1] ?? 0;
          blue += data[at + 2] ?? 0;
        }
      }
      const weight = SCALE / ((lastRow - firstRow) * (lastColumn - firstColumn));
      const target = y * frame.width + x;
      planes[target] = red * weight - MEAN * SCALE;
      planes[area + target] = green * weight - MEAN * SCALE;
      planes[2 * area + target] = blue * weight - MEAN * SCALE;
    }
  }
  return scale;
}

/** First pixel and one past the last that each of `drawn` cells covers, at least one each. */
function spans(drawn: number, source: number): Int32Array {
  const edges = new Int32Array(drawn * 2);
  for (let cell = 0; cell < drawn; cell += 1) {
    const first = Math.min(source - 1, Math.floor((cell * source) / drawn));
    edges[cell * 2] = first;
    edges[cell * 2 + 1] = Math.max(first + 1, Math.floor(((cell + 1) * source) / drawn));
  }
  return edges;
}
