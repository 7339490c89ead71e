import { withoutCategoryLetters } from '../domain/bib.js';
import { createRandom } from './random.js';

/** One photo: what a person could read in it, and what was tagged. */
export interface PhotoOutcome {
  readonly bibs: readonly string[];
  /** Partly hidden or blurred: neither hit nor error. */
  readonly optional: readonly string[];
  /** False where more bibs may be legible than are labelled: such a photo counts for recall only. */
  readonly complete: boolean;
  readonly tags: readonly string[];
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Fractions from 0 to 1, each with its 95 % interval. */
export interface AccuracyScore {
  readonly photos: number;
  readonly bibs: number;
  readonly hits: number;
  readonly misses: number;
  readonly wrong: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly intervals: {
    readonly precision: Interval;
    readonly recall: Interval;
    readonly f1: Interval;
  };
}

interface Counts {
  readonly hits: number;
  readonly misses: number;
  /** Hits and wrong tags in photos whose labels are complete: the base of precision. */
  readonly completeHits: number;
  readonly wrong: number;
}

const RESAMPLES = 2000;
const SEED = 20230423;

/**
 * Precision, recall and F1 of bibs per photo, compared without leading category letters.
 * The 95 % intervals are percentile bootstrap intervals over photos (2,000 resamples, fixed
 * seed): bibs of one photo fail together, so bibs are not resampled singly.
 */
export function scorePhotos(outcomes: readonly PhotoOutcome[]): AccuracyScore {
  const counts = outcomes.map(countPhoto);
  const total = sum(counts);
  const random = createRandom(SEED);
  const draws = Array.from({ length: RESAMPLES }, () =>
    ratios(sum(counts.map((count) => counts[Math.floor(random() * counts.length)] ?? count))),
  );
  return {
    photos: outcomes.length,
    bibs: total.hits + total.misses,
    hits: total.hits,
    misses: total.misses,
    wrong: total.wrong,
    ...ratios(total),
    intervals: {
      precision: middle95(draws.map(({ precision }) => precision)),
      recall: middle95(draws.map(({ recall }) => recall)),
      f1: middle95(draws.map(({ f1 }) => f1)),
    },
  };
}

function countPhoto(outcome: PhotoOutcome): Counts {
  const truth = new Set(outcome.bibs.map(withoutCategoryLetters));
  const optional = new Set(outcome.optional.map(withoutCategoryLetters));
  const tags = new Set(outcome.tags.map(withoutCategoryLetters));
  const hits = [...tags].filter((tag) => truth.has(tag)).length;
  const wrong = [...tags].filter((tag) => !truth.has(tag) && !optional.has(tag)).length;
  return {
    hits,
    misses: truth.size - hits,
    completeHits: outcome.complete ? hits : 0,
    wrong: outcome.complete ? wrong : 0,
  };
}

function sum(counts: readonly Counts[]): Counts {
  const total = { hits: 0, misses: 0, completeHits: 0, wrong: 0 };
  for (const count of counts) {
    total.hits += count.hits;
    total.misses += count.misses;
    total.completeHits += count.completeHits;
    total.wrong += count.wrong;
  }
  return total;
}

/** With nothing tagged nothing is wrong, and with nothing to find nothing is missed: both are 1. */
function ratios({ hits, misses, completeHits, wrong }: Counts): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = completeHits + wrong === 0 ? 1 : completeHits / (completeHits + wrong);
  const recall = hits + misses === 0 ? 1 : hits / (hits + misses);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function middle95(values: readonly number[]): Interval {
  const ordered = Float64Array.from(values).sort();
  const at = (fraction: number) => ordered[Math.round(fraction * (ordered.length - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}
