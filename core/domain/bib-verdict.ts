import type { Bib } from './ids.js';
import type { Reading } from './reading.js';

/** Why a reading is a tag. */
export type TagReason =
  | 'listed' // the start list has it, with or without its category letters
  | 'pattern' // no start list; it looks like a bib of this event
  | 'lookalike' // a digit was read for a letter that looks like it
  | 'completed' // a part of a bib, and one entry only has it
  | 'substituted'; // one character was weak, and one entry only differs from it in one

export type UnconfirmedReason =
  | 'not-listed'
  | 'weak' // a character may be another one, and there is no list to check against
  | 'cut' // characters are missing, and nothing says which
  | 'ambiguous'; // several entries would fit

export type DropReason = 'no-digit' | 'confidence' | 'pattern' | 'year' | 'distance' | 'fragment'; // part of a longer number: a phone number, a date

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
  /** Entries that might be meant, for the person who reviews. At most CANDIDATES. */
  readonly candidates: readonly Bib[];
}

export interface DroppedReading {
  readonly readingIndex: number;
  readonly reason: DropReason;
}

export type Verdict = ReadingTag | UnconfirmedReading | DroppedReading;

/** How many entries a person is offered for a doubtful reading. */
export const CANDIDATES = 3;

/** A reading under judgement. */
export interface Subject {
  readonly reading: Reading;
  readonly readingIndex: number;
  /** Its text as bibs are compared. */
  readonly text: string;
  readonly isCut: boolean;
}

export function tagged(
  { reading, readingIndex }: Subject,
  bib: Bib,
  reason: TagReason,
): ReadingTag {
  const source = reason === 'pattern' || reason === 'listed' ? 'reading' : 'corrected';
  return { bib, confidence: reading.confidence, readingIndex, source, reason };
}

export function unconfirmed(
  { readingIndex, text }: Subject,
  reason: UnconfirmedReason,
  candidates: readonly Bib[] = [],
): UnconfirmedReading {
  return { readingIndex, text, reason, candidates: candidates.slice(0, CANDIDATES) };
}

export function dropped({ readingIndex }: Subject, reason: DropReason): DroppedReading {
  return { readingIndex, reason };
}
