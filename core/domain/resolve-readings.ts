import { normaliseBibText, parseBib } from './bib.js';
import { fragmentsOfLongerNumbers } from './bib-fragments.js';
import type { BibIndex } from './bib-index.js';
import {
  DEFAULT_BIB_PATTERN,
  looksLikeDistance,
  looksLikeYear,
  minimumConfidence,
  MINIMUM_WEAKEST_CHARACTER,
} from './bib-rules.js';
import type { Bib } from './ids.js';
import type { Reading } from './reading.js';

/** Why a reading is a tag. */
export type TagReason =
  | 'listed' // the start list has it, with or without its category letters
  | 'pattern' // no start list; it looks like a bib of this event
  | 'lookalike' // one entry only is the same but for letters that look like digits
  | 'completed' // cut off, and one entry only ends or begins so
  | 'substituted'; // one character was weak, and one entry only differs from it in one

export type UnconfirmedReason =
  | 'not-listed'
  | 'weak' // a character may be another one, and there is no list to check against
  | 'cut' // characters are missing, and nothing says which
  | 'ambiguous'; // several entries would fit

export type DropReason =
  | 'no-digit'
  | 'confidence'
  | 'pattern'
  | 'year'
  | 'distance'
  | 'fragment'; // part of a longer number: a phone number, a date

export interface ReadingTag {
  readonly bib: Bib;
  /** 0 to 100. */
  readonly confidence: number;
  readonly readingIndex: number;
  readonly source: 'reading' | 'corrected';
  readonly reason: TagReason;
}

export interface UnconfirmedReading {
  readonly readingIndex: number;
  readonly text: string;
  readonly reason: UnconfirmedReason;
  /** Entries that might be meant, for the person who reviews. At most three. */
  readonly candidates: readonly Bib[];
}

export interface DroppedReading {
  readonly readingIndex: number;
  readonly reason: DropReason;
}

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

/** How many entries a person is offered for a doubtful reading. */
const CANDIDATES = 3;
/** Out of 100: below this a character may well be another one. */
const WEAK_CHARACTER = 80;
/** In shorter bibs, one character in exchange makes nearly every bib from any other. */
const MINIMUM_SUBSTITUTED_LENGTH = 3;

type Verdict = ReadingTag | UnconfirmedReading | DroppedReading;

/**
 * Turns the readings of one photo into tags by the rules of PRODUCT.md section 3.
 * Every reading ends in exactly one of the three lists, but for a second reading of a
 * bib that is tagged already.
 */
export function resolveReadings(readings: readonly Reading[], options: ResolveOptions = {}): ResolvedReadings {
  const fragments = fragmentsOfLongerNumbers(readings);
  const verdicts = readings.map((reading, index) => judge(reading, index, fragments.has(index), options));
  return {
    tags: surestPerBib(verdicts.filter((verdict) => 'bib' in verdict)),
    unconfirmed: verdicts.filter((verdict) => 'candidates' in verdict),
    dropped: verdicts.filter((verdict): verdict is DroppedReading => !('bib' in verdict) && !('candidates' in verdict)),
  };
}

function judge(reading: Reading, readingIndex: number, isFragment: boolean, options: ResolveOptions): Verdict {
  const text = withoutEdgePunctuation(normaliseBibText(reading.text));
  if (!/\d/.test(text)) return { readingIndex, reason: 'no-digit' };
  if (reading.confidence < minimumConfidence(text)) return { readingIndex, reason: 'confidence' };

  const listed = options.startList?.named(text);
  const isCut = reading.cut.left || reading.cut.right;
  if (options.startList && listed !== undefined && isCut) {
    // "345" is listed, but so is "12345", of which this may be the rest.
    const others = options.startList.completions(text, reading.cut, CANDIDATES);
    if (others.length > 0) {
      return { readingIndex, text, reason: 'ambiguous', candidates: [listed, ...others].slice(0, CANDIDATES) };
    }
  }
  if (listed !== undefined) return tag(reading, readingIndex, listed, 'listed');
  if (isFragment) return { readingIndex, reason: 'fragment' };
  if (looksLikeYear(text)) return { readingIndex, reason: 'year' };
  if (looksLikeDistance(text)) return { readingIndex, reason: 'distance' };
  const pattern = options.pattern ?? DEFAULT_BIB_PATTERN;
  if (options.startList) return matchUnlisted(reading, readingIndex, text, options.startList, pattern);

  const bib = pattern.test(text) ? parseBib(text) : undefined;
  if (bib === undefined) return { readingIndex, reason: 'pattern' };
  if (isCut) return { readingIndex, text, reason: 'cut', candidates: [] };
  if (reading.weakestCharacter < MINIMUM_WEAKEST_CHARACTER) {
    return { readingIndex, text, reason: 'weak', candidates: [] };
  }
  return tag(reading, readingIndex, bib, 'pattern');
}

/** A read that the start list lacks: an entry when the evidence is unambiguous, else for review. */
function matchUnlisted(reading: Reading, readingIndex: number, text: string, startList: BibIndex, pattern: RegExp): Verdict {
  const alike = startList.lookalikes(text, CANDIDATES);
  const [lookalike] = alike;
  if (lookalike !== undefined && alike.length === 1) return tag(reading, readingIndex, lookalike, 'lookalike');
  if (!pattern.test(text)) return { readingIndex, reason: 'pattern' };

  const isCut = reading.cut.left || reading.cut.right;
  const candidates = isCut
    ? startList.completions(text, reading.cut, CANDIDATES)
    : startList.substitutions(text, CANDIDATES);
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) {
    if (isCut && isEnoughOf(text, only)) return tag(reading, readingIndex, only, 'completed');
    const isWeak = reading.weakestCharacter < WEAK_CHARACTER && text.length >= MINIMUM_SUBSTITUTED_LENGTH;
    if (!isCut && isWeak) return tag(reading, readingIndex, only, 'substituted');
  }
  const reason = candidates.length > 1 ? 'ambiguous' : isCut ? 'cut' : 'not-listed';
  return { readingIndex, text, reason, candidates };
}

/** Two characters say little about a bib of five: one or two may be missing, and more must be there. */
function isEnoughOf(text: string, bib: Bib): boolean {
  const missing = bib.length - text.length;
  return missing <= 2 && text.length >= missing + 1 && text.length >= 2;
}

function tag(reading: Reading, readingIndex: number, bib: Bib, reason: TagReason): ReadingTag {
  const source = reason === 'pattern' || reason === 'listed' ? 'reading' : 'corrected';
  return { bib, confidence: reading.confidence, readingIndex, source, reason };
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
  for (const candidate of byMerit) if (!surest.has(candidate.bib)) surest.set(candidate.bib, candidate);
  return [...surest.values()].sort((a, b) => a.readingIndex - b.readingIndex);
}

/** Folds and sponsors' rules beside a bib are read as colons, hyphens and hashes. */
function withoutEdgePunctuation(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
