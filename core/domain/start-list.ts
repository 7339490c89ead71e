import type { Bib } from './ids.js';
import type { Entry, EntryField } from './entry.js';

/** The same participation before and after, with the fields that differ. */
export interface EntryChange {
  readonly before: Entry;
  readonly after: Entry;
  readonly fields: readonly EntryField[];
}

/** What an import alters. Every entry is in one of the four lists at most. */
export interface StartListDiff {
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
  /** The same bib with other details, or the same person in another race. */
  readonly changed: readonly EntryChange[];
  /** The same person with another bib: photos found by the old bib are no longer theirs. */
  readonly bibSwaps: readonly EntryChange[];
}

/** A bib that several people of one race wear: a relay, or a mistake that only the organizer can judge. */
export interface SharedBib {
  readonly race: string;
  readonly bib: Bib;
  readonly entries: number;
}
