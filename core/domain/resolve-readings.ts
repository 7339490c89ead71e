import { normaliseBibText } from './bib.js';
import { fragmentsOfLongerNumbers } from './bib-fragments.js';
import type { BibIndex } from './bib-index.js';
import { judgeFree } from './bib-judge-free.js';
import { judgeListed, judgeUnlisted } from './bib-judge-listed.js';
import {
  DEFAULT_BIB_PATTERN,
  looksLikeDistance,
  looksLikeYear,
  minimumConfidence,
} from './bib-rules.js';
import {
  dropped,
  type DroppedReading,
  type ReadingTag,
  type Subject,
  type UnconfirmedReading,
  type Verdict,
} from './bib-verdict.js';
import type { Bib } from './ids.js';
import type { Reading } from './reading.js';

export interface ResolvedReadings {
  /** One per bib, the surest reading of it; in the order of the readings. */
  readonly tags: readonly ReadingTag[];
  readonly unconfirmed: readonly UnconfirmedReading[];
  readonly dropped: readonly DroppedReading[];
}

export interface ResolveOptions {
  readonly startList?: BibIndex;
  /** The event's own pattern; DEFAULT_BIB_PATTERN where it has none. */
  readonly pattern?: RegExp;
}

/**
 * Turns the readings of one photo into tags by the rules of docs/recognition.md.
 * Every reading ends in exactly one of the three lists, but for a second reading of a
 * bib that is tagged already.
 */
export function resolveReadings(
  readings: readonly Reading[],
  options: ResolveOptions = {},
): ResolvedReadings {
  const fragments = fragmentsOfLongerNumbers(readings);
  const verdicts = readings.map((reading, readingIndex) => {
    const text = withoutEdgePunctuation(normaliseBibText(reading.text));
    const isCut = reading.cut.left || reading.cut.right;
    return judge({ reading, readingIndex, text, isCut }, fragments.has(readingIndex), options);
  });
  return {
    tags: surestPerBib(verdicts.filter((verdict) => 'bib' in verdict)),
    unconfirmed: verdicts.filter((verdict) => 'candidates' in verdict),
    dropped: verdicts.filter(
      (verdict): verdict is DroppedReading => !('bib' in verdict) && !('candidates' in verdict),
    ),
  };
}

function judge(
  subject: Subject,
  isFragment: boolean,
  { startList, pattern = DEFAULT_BIB_PATTERN }: ResolveOptions,
): Verdict {
  const { text, reading } = subject;
  if (!/\d/.test(text)) return dropped(subject, 'no-digit');
  if (reading.confidence < minimumConfidence(text)) return dropped(subject, 'confidence');
  const listed = startList && judgeListed(subject, startList);
  if (listed) return listed;
  if (isFragment) return dropped(subject, 'fragment');
  if (looksLikeYear(text)) return dropped(subject, 'year');
  if (looksLikeDistance(text)) return dropped(subject, 'distance');
  return startList ? judgeUnlisted(subject, startList, pattern) : judgeFree(subject, pattern);
}

/** A bib as read wins over a corrected one, then the confidence, then the earlier reading. */
function surestPerBib(tags: readonly ReadingTag[]): ReadingTag[] {
  const surest = new Map<Bib, ReadingTag>();
  const byMerit = tags.toSorted(
    (a, b) =>
      Number(a.source === 'corrected') - Number(b.source === 'corrected') ||
      b.confidence - a.confidence ||
      a.readingIndex - b.readingIndex,
  );
  for (const candidate of byMerit)
    if (!surest.has(candidate.bib)) surest.set(candidate.bib, candidate);
  return [...surest.values()].sort((a, b) => a.readingIndex - b.readingIndex);
}

/** Folds and sponsors' rules beside a bib are read as colons, hyphens and hashes. */
function withoutEdgePunctuation(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
