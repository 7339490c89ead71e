/** The longest side of a web version, in pixels: what is sold as web size. */
export const WEB_SIZE = 1600;

/** An upright picture, in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** False where the web version has all the pixels of the original: then there is one size to sell. */
export function isLargerThanWeb({ width, height }: PixelSize): boolean {
  return Math.max(width, height) > WEB_SIZE;
}

/**
 * Dots an inch of a print that looks sharp from an arm's length. Print shops ask for 150 to 300; the
 * middle neither promises a poster that turns out soft nor hides one that would be fine.
 */
const PRINT_DPI = 200;
const CM_PER_INCH = 2.54;

/** How large a picture prints sharp, in whole centimetres, rounded down. */
export function printSize({ width, height }: PixelSize): {
  readonly widthCm: number;
  readonly heightCm: number;
} {
  const centimetres = (pixels: number) => Math.floor((pixels / PRINT_DPI) * CM_PER_INCH);
  return { widthCm: centimetres(width), heightCm: centimetres(height) };
}
