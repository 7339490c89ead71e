import type { Reading } from '../domain/reading.js';
import type { RgbImage } from '../ports/vision.js';
import type { TextCandidate } from './bib-candidates.js';
import { boundsOf, type TextBox } from './text-box.js';
import type { ReadCharacter } from './text-ctc.js';

/** The characters of a candidate as a reading of the picture; undefined where nothing was read. */
export function toReading(
  candidate: TextCandidate,
  characters: readonly ReadCharacter[],
  image: RgbImage,
): Reading | undefined {
  const shown = characters.filter(({ character }) => character.trim() !== '');
  if (shown.length === 0) return undefined;
  const probabilities = shown.map(({ probability }) => probability);
  return {
    text: shown.map(({ character }) => character).join('').toUpperCase(),
    confidence: (100 * probabilities.reduce((sum, probability) => sum + probability, 0)) / probabilities.length,
    weakestCharacter: 100 * Math.min(...probabilities),
    box: toFractions(candidate.box, image),
    cut: candidate.cut,
  };
}

function toFractions(box: TextBox, image: RgbImage): Reading['box'] {
  const bounds = boundsOf(box);
  const left = clamp(bounds.left / image.width);
  const top = clamp(bounds.top / image.height);
  return { left, top, width: clamp(bounds.right / image.width) - left, height: clamp(bounds.bottom / image.height) - top };
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
