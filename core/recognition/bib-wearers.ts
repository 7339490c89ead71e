import type { Box } from '../domain/geometry.js';
import type { Reading } from '../domain/reading.js';
import type { RgbImage } from '../ports/vision.js';
import { isBibHeight } from './bib-candidates.js';

/**
 * Where the centre of a face's bib is, in face widths from the chin's centre: so in 95 % of
 * 360 bibs of seven races.
 */
const BIB_CENTRE = { side: 1.2, from: 0.3, to: 4.2 } as const;

/**
 * The faces whose torso shows none of the readings. A single digit does not count: more
 * often it is what is left of a bib that is turned or folded.
 */
export function facesWithoutBib(
  faces: readonly Box[],
  readings: readonly Reading[],
  image: RgbImage,
): Box[] {
  const whole = readings.filter(({ text }) => /\d.*\d/.test(text));
  return faces.filter((face) => !whole.some((reading) => isWornBelow(face, reading.box, image)));
}

function isWornBelow(face: Box, bib: Box, image: RgbImage): boolean {
  const size = face.width * image.width;
  const aside = Math.abs(bib.left + bib.width / 2 - face.left - face.width / 2) * image.width;
  const below = (bib.top + bib.height / 2 - face.top - face.height) * image.height;
  return (
    aside < BIB_CENTRE.side * size &&
    below > BIB_CENTRE.from * size &&
    below < BIB_CENTRE.to * size &&
    isBibHeight(bib.height * image.height, size)
  );
}
