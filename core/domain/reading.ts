import type { Box } from './geometry.js';

/** A text that OCR saw and that may be a bib. */
export interface Reading {
  /** Upper case, without spaces, as read: no rule has been applied yet. */
  readonly text: string;
  /** 0 to 100: the mean of the characters' probabilities. */
  readonly confidence: number;
  /** 0 to 100: the probability of the least certain character. */
  readonly weakestCharacter: number;
  readonly box: Box;
  /**
   * True where characters may be missing on that side: the box touches the picture's
   * or the searched region's edge, or something covers the bib there.
   */
  readonly cut: { readonly left: boolean; readonly right: boolean };
}
