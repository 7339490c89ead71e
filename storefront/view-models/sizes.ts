import {
  fitInside,
  isLargerThanWeb,
  printSize,
  WEB_SIZE,
  type PixelSize,
} from '../../core/index.js';
import type { Language } from '../messages/language.js';
import type { Words } from '../messages/messages.js';
import { formatCount } from './money.js';

/** What a photo is in a size that it is sold in. */
export function pixelsIn(size: 'hd' | 'web', original: PixelSize): PixelSize {
  return size === 'hd' ? original : fitInside(original, WEB_SIZE);
}

/** The sizes to choose from, the largest first; one where another would have the same pixels. */
export function sizesOf(original: PixelSize, isFramed: boolean): readonly ('hd' | 'web')[] {
  // In a sponsor's frame, web size is another picture.
  return isLargerThanWeb(original) || isFramed ? ['hd', 'web'] : ['hd'];
}

/** "6,000 × 4,000 px". */
export function pixelsText({ width, height }: PixelSize, language: Language): string {
  return `${formatCount(width, language)} × ${formatCount(height, language)} px`;
}

/** "6,000 × 4,000 px · prints up to 76 × 50 cm". */
export function sizeNote(pixels: PixelSize, words: Words, language: Language): string {
  const { widthCm, heightCm } = printSize(pixels);
  return words.photo.sizeNote(
    pixelsText(pixels, language),
    `${widthCm}\u00A0×\u00A0${heightCm}\u00A0cm`,
  );
}
