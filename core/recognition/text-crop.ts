import type { RgbImage } from '../ports/vision.js';
import type { TextBox } from './text-box.js';

/** What the reader takes: height fixed by the model, three planes blue, green, red from -1 to 1. */
export interface TextCrop {
  readonly planes: Float32Array;
  readonly width: number;
}

export const CROP_HEIGHT = 48;
/** The reader sees nothing narrower well; wider than the greatest width, a bib is read no better and costs more. */
const MINIMUM_WIDTH = 48;
const MAXIMUM_WIDTH = 240;
/** Widths are rounded up to this, so that the runtime meets few shapes. */
const WIDTH_STEP = 32;
/** Grey beside the text, in heights: without it a thin first "1" is lost. */
const PADDING = 0.25;

/**
 * Straightens a text box out of the picture into a line of CROP_HEIGHT pixels.
 * Pixels outside the picture are grey.
 */
export function cropText(image: RgbImage, box: TextBox): TextCrop {
  const scale = CROP_HEIGHT / box.height;
  const padding = Math.round(PADDING * CROP_HEIGHT);
  const textWidth = Math.min(
    MAXIMUM_WIDTH - 2 * padding,
    Math.max(1, Math.round(box.width * scale)),
  );
  const wanted = Math.max(MINIMUM_WIDTH, textWidth + 2 * padding);
  const width = Math.min(MAXIMUM_WIDTH, Math.ceil(wanted / WIDTH_STEP) * WIDTH_STEP);
  const planes = new Float32Array(3 * CROP_HEIGHT * width);
  const plane = CROP_HEIGHT * width;

  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const alongStep = box.width / textWidth;
  const acrossStep = box.height / CROP_HEIGHT;
  const samples = Math.max(1, Math.min(4, Math.round(acrossStep)));
  const colour = new Float32Array(3);
  for (let row = 0; row < CROP_HEIGHT; row += 1) {
    for (let column = 0; column < textWidth; column += 1) {
      colour.fill(0);
      for (let sub = 0; sub < samples * samples; sub += 1) {
        const along = (column + ((sub % samples) + 0.5) / samples) * alongStep - box.width / 2;
        const across =
          (row + (Math.floor(sub / samples) + 0.5) / samples) * acrossStep - box.height / 2;
        addPixel(
          image,
          box.centreX + along * cos - across * sin,
          box.centreY + along * sin + across * cos,
          colour,
        );
      }
      const weight = 1 / (127.5 * samples * samples);
      const at = row * width + padding + column;
      planes[at] = (colour[2] ?? 0) * weight - 1;
      planes[plane + at] = (colour[1] ?? 0) * weight - 1;
      planes[2 * plane + at] = (colour[0] ?? 0) * weight - 1;
    }
  }
  return { planes, width };
}

const GREY = 127.5;

/** Adds the colour at a point, weighed between the four pixels around it. */
function addPixel(image: RgbImage, x: number, y: number, colour: Float32Array): void {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (left < -1 || top < -1 || left >= image.width || top >= image.height) {
    for (let channel = 0; channel < 3; channel += 1)
      colour[channel] = (colour[channel] ?? 0) + GREY;
    return;
  }
  const fractionX = x - 0.5 - left;
  const fractionY = y - 0.5 - top;
  const right = Math.min(image.width - 1, left + 1);
  const bottom = Math.min(image.height - 1, top + 1);
  const topRow = Math.max(0, top) * image.width;
  const bottomRow = bottom * image.width;
  const leftColumn = Math.max(0, left);
  for (let channel = 0; channel < 3; channel += 1) {
    const upper =
      (image.data[(topRow + leftColumn) * 3 + channel] ?? 0) * (1 - fractionX) +
      (image.data[(topRow + right) * 3 + channel] ?? 0) * fractionX;
    const lower =
      (image.data[(bottomRow + leftColumn) * 3 + channel] ?? 0) * (1 - fractionX) +
      (image.data[(bottomRow + right) * 3 + channel] ?? 0) * fractionX;
    colour[channel] = (colour[channel] ?? 0) + upper * (1 - fractionY) + lower * fractionY;
  }
}
