import { foldText } from './entry-text.js';
import type { Bib } from './ids.js';

/** As start lists give it; 'X' for any third value. */
export type Sex = 'F' | 'M' | 'X';

/**
 * One line of the official start list. Only what finding a runner's photos needs is
 * kept: no e-mail, telephone, address or full date of birth.
 */
export interface Entry {
  /** The race within the event ("10 km"); empty where the list names none. */
  readonly race: string;
  readonly bib: Bib;
  /** Empty where the list does not say, or the name could not be split with certainty. */
  readonly firstName: string;
  /** Empty where the bib is on the list without a person. */
  readonly lastName: string;
  readonly sex?: Sex;
  readonly birthYear?: number;
  readonly category?: string;
  readonly club?: string;
  readonly team?: string;
  readonly nationality?: string;
}

export type EntryField = keyof Entry;

export const ENTRY_FIELDS = [
  'race',
  'bib',
  'firstName',
  'lastName',
  'sex',
  'birthYear',
  'category',
  'club',
  'team',
  'nationality',
] as const satisfies readonly EntryField[];

/** What a search by name compares: "dupont jean". Empty for a bib without a person. */
export function nameKey(entry: Pick<Entry, 'firstName' | 'lastName'>): string {
  return foldText(`${entry.lastName} ${entry.firstName}`);
}

/**
 * Two entries with the same identity are the same participation: the same person,
 * whatever the accents and capitals, with the same bib in the same race.
 */
export function entryIdentity(entry: Entry): string {
  return JSON.stringify([
    entry.race,
    entry.bib,
    foldText(entry.lastName),
    foldText(entry.firstName),
  ]);
}

/** A total order over entries that does not depend on the file: race, bib (7 before 12), name. */
export function compareEntries(a: Entry, b: Entry): number {
  return (
    compareText(a.race, b.race) ||
    a.bib.length - b.bib.length ||
    compareText(a.bib, b.bib) ||
    compareText(entryContent(a), entryContent(b))
  );
}

/** Equal for two entries if and only if every field is equal. */
export function entryContent(entry: Entry): string {
  return JSON.stringify(ENTRY_FIELDS.map((field) => entry[field] ?? null));
}

// By code unit, not by locale: the result must be the same on every machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
