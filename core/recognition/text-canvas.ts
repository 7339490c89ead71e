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
const BLUE = normalisation(0.485, 0.229);
const GREEN = normalisation(0.456, 0.224);
const RED = normalisation(0.406, 0.225);

function normalisation(
  mean: number,
  deviation: number,
): { readonly scale: number; readonly offset: number } {
  return { scale: 1 / (255 * deviation), offset: mean / deviation };
}

/** A canvas of mid grey, as neutral to the detector as a picture's average. */
export function createTextCanvas(width: number, height: number): TextCanvas {
  return { planes: new Float32Array(3 * width * height), width, height };
}

/**
 * Draws a part of the picture onto the canvas with its top left corner at (left, top),
 * scaled to `width` x `height` canvas pixels. Shrinking averages all pixels covered;
 * enlarging interpolates.
 */
export function drawOnCanvas(
  canvas: TextCanvas,
  image: RgbImage,
  source: PixelRect,
  target: PixelRect,
): void {
  const columns = taps(source.left, source.width, target.width, image.width);
  const rows = taps(source.top, source.height, target.height, image.height);
  const blended = new Float32Array(image.width * 3);
  for (let y = 0; y < target.height; y += 1) {
    blendRows(image, rows, y, columns, blended);
    drawRow(canvas, blended, columns, (target.top + y) * canvas.width + target.left);
  }
}

/** Weighs the source rows of one canvas row together, over the columns that are used. */
function blendRows(
  image: RgbImage,
  rows: Taps,
  y: number,
  columns: Taps,
  blended: Float32Array,
): void {
  const { data } = image;
  const from = columns.first * 3;
  const to = (columns.last + 1) * 3;
  blended.fill(0, from, to);
  const end = rows.starts[y + 1] ?? 0;
  for (let tap = rows.starts[y] ?? 0; tap < end; tap += 1) {
    const row = (rows.pixels[tap] ?? 0) * image.width * 3;
    const weight = rows.weights[tap] ?? 0;
    for (let at = from; at < to; at += 1)
      blended[at] = (blended[at] ?? 0) + (data[row + at] ?? 0) * weight;
  }
}

function drawRow(canvas: TextCanvas, blended: Float32Array, columns: Taps, at: number): void {
  const { planes } = canvas;
  const plane = canvas.width * canvas.height;
  const cells = columns.starts.length - 1;
  for (let x = 0; x < cells; x += 1) {
    let red = 0;
    let green = 0;
    let blue = 0;
    const end = columns.starts[x + 1] ?? 0;
    for (let tap = columns.starts[x] ?? 0; tap < end; tap += 1) {
      const pixel = (columns.pixels[tap] ?? 0) * 3;
      const weight = columns.weights[tap] ?? 0;
      red += (blended[pixel] ?? 0) * weight;
      green += (blended[pixel + 1] ?? 0) * weight;
      blue += (blended[pixel + 2] ?? 0) * weight;
    }
    planes[at + x] = blue * BLUE.scale - BLUE.offset;
    planes[plane + at + x] = green * GREEN.scale - GREEN.offset;
    planes[2 * plane + at + x] = red * RED.scale - RED.offset;
  }
}

interface Taps {
  /** The taps of cell i are those from starts[i] to starts[i + 1]. */
  readonly starts: Int32Array;
  readonly pixels: Int32Array;
  readonly weights: Float32Array;
  /** The outermost pixels used. */
  readonly first: number;
  readonly last: number;
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
    for (let tap = firstTap; tap < weights.length; tap += 1)
      weights[tap] = (weights[tap] ?? 0) / total;
    starts[cell + 1] = pixels.length;
  }
  return {
    starts,
    pixels: Int32Array.from(pixels),
    weights: Float32Array.from(weights),
    first: pixels[0] ?? 0,
    last: pixels.at(-1) ?? 0,
  };
}
