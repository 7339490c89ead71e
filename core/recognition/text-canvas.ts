import type { RgbImage } from '../ports/vision.js';

/** A rectangle in whole picture pixels. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the text detector sees: three planes of floats, blue, green, red. */
export interface TextCanvas {
  readonly planes: Float32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * PaddleOCR feeds blue, green, red with ImageNet's means and deviations in red, green,
 * blue order; the model was trained so.
 */
const MEANS = [0.485, 0.456, 0.406] as const;
const DEVIATIONS = [0.229, 0.224, 0.225] as const;

/** A canvas of mid grey, as neutral to the detector as a picture's average. */
export function createTextCanvas(width: number, height: number): TextCanvas {
  return { planes: new Float32Array(3 * width * height), width, height };
}

/**
 * Draws a part of the picture onto the canvas with its top left corner at (left, top),
 * scaled to `width` x `height` canvas pixels. Shrinking averages all pixels covered;
 * enlarging interpolates.
 */
export function drawOnCanvas(canvas: TextCanvas, image: RgbImage, source: PixelRect, target: PixelRect): void {
  const plane = canvas.width * canvas.height;
  const columns = taps(source.left, source.width, target.width, image.width);
  const rows = taps(source.top, source.height, target.height, image.height);
  const scales = DEVIATIONS.map((deviation) => 1 / (255 * deviation));
  const offsets = MEANS.map((mean, channel) => mean / (DEVIATIONS[channel] ?? 1));
  const [blueScale = 0, greenScale = 0, redScale = 0] = scales;
  const [blueOffset = 0, greenOffset = 0, redOffset = 0] = offsets;
  const { data } = image;
  const line = new Float32Array(target.width * 3);

  for (let y = 0; y < target.height; y += 1) {
    line.fill(0);
    for (let tap = rows.starts[y] ?? 0; tap < (rows.starts[y + 1] ?? 0); tap += 1) {
      const rowStart = (rows.pixels[tap] ?? 0) * image.width;
      const rowWeight = rows.weights[tap] ?? 0;
      for (let x = 0; x < target.width; x += 1) {
        let [red, green, blue] = [0, 0, 0];
        const end = columns.starts[x + 1] ?? 0;
        for (let column = columns.starts[x] ?? 0; column < end; column += 1) {
          const at = (rowStart + (columns.pixels[column] ?? 0)) * 3;
          const weight = columns.weights[column] ?? 0;
          red += (data[at] ?? 0) * weight;
          green += (data[at + 1] ?? 0) * weight;
          blue += (data[at + 2] ?? 0) * weight;
        }
        line[x * 3] = (line[x * 3] ?? 0) + red * rowWeight;
        line[x * 3 + 1] = (line[x * 3 + 1] ?? 0) + green * rowWeight;
        line[x * 3 + 2] = (line[x * 3 + 2] ?? 0) + blue * rowWeight;
      }
    }
    const at = (target.top + y) * canvas.width + target.left;
    for (let x = 0; x < target.width; x += 1) {
      canvas.planes[at + x] = (line[x * 3 + 2] ?? 0) * blueScale - blueOffset;
      canvas.planes[plane + at + x] = (line[x * 3 + 1] ?? 0) * greenScale - greenOffset;
      canvas.planes[2 * plane + at + x] = (line[x * 3] ?? 0) * redScale - redOffset;
    }
  }
}

interface Taps {
  /** The taps of cell i are those from starts[i] to starts[i + 1]. */
  readonly starts: Int32Array;
  readonly pixels: Int32Array;
  readonly weights: Float32Array;
}

/** Which source pixels make up each of `cells` cells, and how much: a triangle filter as wide as the shrinking needs. */
function taps(from: number, length: number, cells: number, limit: number): Taps {
  const step = length / cells;
  const reach = Math.max(1, step * 0.75);
  const starts = new Int32Array(cells + 1);
  const pixels: number[] = [];
  const weights: number[] = [];
  for (let cell = 0; cell < cells; cell += 1) {
    const centre = from + (cell + 0.5) * step - 0.5;
    const firstTap = pixels.length;
    let total = 0;
    for (let pixel = Math.ceil(centre - reach); pixel <= Math.floor(centre + reach); pixel += 1) {
      const weight = 1 - Math.abs(pixel - centre) / reach;
      if (weight <= 0) continue;
      pixels.push(Math.min(limit - 1, Math.max(0, pixel)));
      weights.push(weight);
      total += weight;
    }
    for (let tap = firstTap; tap < weights.length; tap += 1) weights[tap] = (weights[tap] ?? 0) / total;
    starts[cell + 1] = pixels.length;
  }
  return { starts, pixels: Int32Array.from(pixels), weights: Float32Array.from(weights) };
}
