import type { BibIndex } from './bib-index.js';
import { WEAK_CHARACTER } from './bib-rules.js';
import {
  CANDIDATES,
  dropped,
  tagged,
  unconfirmed,
  type Subject,
  type Verdict,
} from './bib-verdict.js';
import type { Bib } from './ids.js';

/** In shorter bibs, one character in exchange makes nearly every bib from any other. */
const MINIMUM_SUBSTITUTED_LENGTH = 3;
/**
 * Of 500 random bibs of four digits one in three random texts of three digits is part of
 * exactly one; of bibs of five, one in ten texts of four.
 */
const MINIMUM_HIDDEN_LENGTH = 4;
/** Four characters of bibs of up to six leave 110 completions a side at most. */
const MANY = 200;

/** The entry that a reading names; undefined where the start list has none. */
export function judgeListed(subject: Subject, startList: BibIndex): Verdict | undefined {
  const listed = startList.named(subject.text);
  if (listed === undefined || !subject.isCut) return listed && tagged(subject, listed, 'listed');
  // "345" is listed, but so is "12345", of which this may be the rest.
  const others = startList.completions(subject.text, subject.reading.cut, CANDIDATES);
  return others.length > 0
    ? unconfirmed(subject, 'ambiguous', [listed, ...others])
    : tagged(subject, listed, 'listed');
}

/** A reading that the start list lacks: an entry when the evidence is unambiguous, else for review. */
export function judgeUnlisted(subject: Subject, startList: BibIndex, pattern: RegExp): Verdict {
  const { text, reading, isCut } = subject;
  const lookalike = only(startList.lookalikes(text, CANDIDATES));
  if (lookalike !== undefined) return tagged(subject, lookalike, 'lookalike');
  if (!pattern.test(text)) return dropped(subject, 'pattern');

  const completions = isCut
    ? startList.completions(text, reading.cut, CANDIDATES)
    : hiddenCompletions(text, startList);
  const completion = only(completions);
  if (completion !== undefined && isEnoughOf(text, completion))
    return tagged(subject, completion, 'completed');

  const substitutions = isCut ? [] : startList.substitutions(text, CANDIDATES);
  const substitution = only(substitutions);
  const isWeak =
    reading.weakestCharacter < WEAK_CHARACTER && text.length >= MINIMUM_SUBSTITUTED_LENGTH;
  if (substitution !== undefined && isWeak) return tagged(subject, substitution, 'substituted');

  const candidates = [...new Set([...completions, ...substitutions])];
  if (candidates.length > 1) return unconfirmed(subject, 'ambiguous', candidates);
  return unconfirmed(subject, isCut ? 'cut' : 'not-listed', candidates);
}

function only(bibs: readonly Bib[]): Bib | undefined {
  return bibs.length === 1 ? bibs[0] : undefined;
}

/**
 * An arm over the first or last digit leaves a text that ends before the arm, not at it: the
 * entries that it lacks one character of. Only for texts so long that chance hits few.
 */
function hiddenCompletions(text: string, startList: BibIndex): Bib[] {
  if (text.length < MINIMUM_HIDDEN_LENGTH) return [];
  const sides = [
    { left: true, right: false },
    { left: false, right: true },
  ];
  return sides
    .flatMap((cut) => startList.completions(text, cut, MANY))
    .filter((bib) => bib.length === text.length + 1);
}

/** Two characters say little about a bib of five: one or two may be missing, and more must be there. */
function isEnoughOf(text: string, bib: Bib): boolean {
  const missing = bib.length - text.length;
  return missing <= 2 && text.length >= missing + 1 && text.length >= 2;
}
