import type { Reading } from '../domain/reading.js';
import { resolveReadings } from '../domain/resolve-readings.js';

/** The readings that would be tags if there were no start list: the engine knows of none. */
export function likelyBibs(readings: readonly Reading[]): Reading[] {
  return resolveReadings(readings).tags.flatMap(({ readingIndex }) => readings[readingIndex] ?? []);
}

export function isLikelyBib(reading: Reading): boolean {
  return likelyBibs([reading]).length > 0;
}
