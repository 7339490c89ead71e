import { parseBib, withStartBlockLetter } from './bib.js';
import { MINIMUM_WEAKEST_CHARACTER, WEAK_CHARACTER } from './bib-rules.js';
import { dropped, tagged, unconfirmed, type Subject, type Verdict } from './bib-verdict.js';

/** Judges a reading by its looks alone: the event has no start list. */
export function judgeFree(subject: Subject, pattern: RegExp): Verdict {
  const bib = pattern.test(subject.text) ? parseBib(subject.text) : undefined;
  if (bib === undefined) return judgeStartBlock(subject, pattern);
  if (subject.isCut) return unconfirmed(subject, 'cut');
  if (subject.reading.weakestCharacter < MINIMUM_WEAKEST_CHARACTER)
    return unconfirmed(subject, 'weak');
  return tagged(subject, bib, 'pattern');
}

/** "820266" is no bib of five digits, but block B's 20266 is, where the reader was sure. */
function judgeStartBlock(subject: Subject, pattern: RegExp): Verdict {
  const lettered = /^\d{6}$/.test(subject.text) ? withStartBlockLetter(subject.text) : undefined;
  const isSure = subject.reading.weakestCharacter >= WEAK_CHARACTER && !subject.isCut;
  const bib =
    lettered !== undefined && isSure && pattern.test(lettered) ? parseBib(lettered) : undefined;
  return bib === undefined ? dropped(subject, 'pattern') : tagged(subject, bib, 'lookalike');
}
