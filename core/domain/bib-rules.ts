/**
 * What a bib of an event looks like, for readings that no start list confirms.
 * Up to two category letters, one to five digits, at most one letter after them (a relay
 * leg), hyphens between: digits alone would miss nine bibs in ten of races that print
 * the category.
 */
export const DEFAULT_BIB_PATTERN = /^(?:[A-Z]{1,2}-?)?\d{1,5}(?:-?[A-Z])?$/;

/** Out of 100: the product's rule, the same for every engine. */
const MINIMUM_CONFIDENCE = 70;
/** Out of 100, for a bib of one digit: any stroke looks like "1". */
const MINIMUM_CONFIDENCE_SINGLE_DIGIT = 90;

/**
 * Out of 100, where no start list confirms: one misread digit makes another runner's bib, and
 * the mean over five characters hides it.
 */
export const MINIMUM_WEAKEST_CHARACTER = 65;

/** Out of 100: below this a character may well be another one that fits better. */
export const WEAK_CHARACTER = 80;

/** Banners, shirts and clocks show years more often than bibs do. */
export function looksLikeYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= 2100;
}

/** "5K", "10K", "42KM": bibs name the race beside the number. */
export function looksLikeDistance(text: string): boolean {
  return /^\d{1,3}KM?$/.test(text);
}

/** The confidence, out of 100, that a reading of this text needs. */
export function minimumConfidence(text: string): number {
  return /^\d$/.test(text) ? MINIMUM_CONFIDENCE_SINGLE_DIGIT : MINIMUM_CONFIDENCE;
}
