import { similarityOf } from '../linking/face-similarity.js';
import { templateCosine } from '../linking/face-template.js';

/** One photo of a known person; no template where no face in it can be compared. */
export interface Portrait {
  readonly person: string;
  readonly template: Int8Array | undefined;
}

/** All pairs of photos, at one setting. */
export interface PairScore {
  readonly photos: number;
  /** Photos with a face that can be compared; only their pairs are counted. */
  readonly comparable: number;
  readonly samePairs: number;
  readonly found: number;
  readonly differentPairs: number;
  readonly falseMatches: number;
  /** found / samePairs, with its 95 % interval. */
  readonly recall: number;
  readonly recallInterval: Interval;
  /** falseMatches / differentPairs, with its 95 % interval. */
  readonly falseMatchRate: number;
  readonly falseMatchInterval: Interval;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Pairs count as matched from `threshold` (0 to 100) of similarity on, compared as they are stored. */
export function scorePairs(portraits: readonly Portrait[], threshold: number): PairScore {
  const comparable = portraits.flatMap(({ person, template }) =>
    template ? [{ person, template }] : [],
  );
  const counts = { samePairs: 0, found: 0, differentPairs: 0, falseMatches: 0 };
  comparable.forEach((a, index) => {
    for (const b of comparable.slice(index + 1)) {
      const isMatch = similarityOf(templateCosine(a.template, b.template)) >= threshold;
      const isSame = a.person === b.person;
      counts[isSame ? 'samePairs' : 'differentPairs'] += 1;
      if (isMatch) counts[isSame ? 'found' : 'falseMatches'] += 1;
    }
  });
  return {
    photos: portraits.length,
    comparable: comparable.length,
    ...counts,
    recall: share(counts.found, counts.samePairs),
    recallInterval: wilson(counts.found, counts.samePairs),
    falseMatchRate: share(counts.falseMatches, counts.differentPairs),
    falseMatchInterval: wilson(counts.falseMatches, counts.differentPairs),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The 97.5 % quantile of the normal distribution. */
const Z = 1.96;

/** Wilson's score interval (1927): honest for rates near 0, where the plain one has no width. */
function wilson(part: number, whole: number): Interval {
  if (whole === 0) return { low: 0, high: 1 };
  const rate = part / whole;
  const centre = rate + Z ** 2 / (2 * whole);
  const reach = Z * Math.sqrt((rate * (1 - rate)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 1 + Z ** 2 / whole;
  return {
    // Exactly 0 and 1, where rounding would leave a trace.
    low: part === 0 ? 0 : (centre - reach) / scale,
    high: part === whole ? 1 : (centre + reach) / scale,
  };
}
