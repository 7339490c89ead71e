/**
 * Axis-aligned rectangle in fractions of the upright picture (EXIF orientation
 * applied): origin top left, `left + width <= 1`, `top + height <= 1`.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A point in the same fractions as Box. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
