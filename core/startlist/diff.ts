import { foldText } from '../domain/entry-text.js';
import { compareEntries, ENTRY_FIELDS, entryContent, type Entry } from '../domain/entry.js';
import type { EntryChange, StartListDiff } from '../domain/start-list.js';
import { pairUp, type Pairs } from './pair-up.js';

/**
 * What turns one start list into another, whatever the order of their lines. Entries are
 * paired by the surest sign first: all fields, then race, bib and name, then the person
 * (who may have another bib or race), last the bib (whose person may have been corrected).
 * A person is recognised by name, and year of birth where homonyms need it; where several
 * fit, they are told as removed and added rather than paired by chance.
 */
export function diffStartList(before: readonly Entry[], after: readonly Entry[]): StartListDiff {
  const same = pairUp(before, after, entryContent, 'any');
  let rest: Pick<Pairs, 'before' | 'after'> = same;
  const pairs: (readonly [Entry, Entry])[] = [];
  for (const sign of SIGNS) {
    const found = pairUp(rest.before, rest.after, sign, 'unique');
    pairs.push(...found.pairs);
    rest = found;
  }
  const changes = pairs.map(([old, now]) => describeChange(old, now));
  changes.sort((a, b) => compareEntries(a.after, b.after) || compareEntries(a.before, b.before));
  const isSwap = (change: EntryChange): boolean =>
    change.before.bib !== change.after.bib && nameOf(change.before) === nameOf(change.after);
  return {
    added: [...rest.after].sort(compareEntries),
    removed: [...rest.before].sort(compareEntries),
    changed: changes.filter((change) => !isSwap(change)),
    bibSwaps: changes.filter(isSwap),
  };
}

/**
 * The start list after the change, in the order of compareEntries.
 * `applyDiff(before, diffStartList(before, after))` holds the same entries as `after`.
 */
export function applyDiff(before: readonly Entry[], diff: StartListDiff): readonly Entry[] {
  const changes = [...diff.changed, ...diff.bibSwaps];
  const gone = [...diff.removed, ...changes.map((change) => change.before)];
  const kept = pairUp(before, gone, entryContent, 'any').before;
  return [...kept, ...diff.added, ...changes.map((change) => change.after)].sort(compareEntries);
}

/** Undefined where an entry does not have the sign: then it is not paired by it. */
type Sign = (entry: Entry) => string | undefined;

const bibAndName: Sign = (entry) => JSON.stringify([entry.race, entry.bib, nameOf(entry)]);
const personInRace: Sign = (entry) => personKey(entry, [entry.race, entry.birthYear]);
const nameInRace: Sign = (entry) => personKey(entry, [entry.race]);
const person: Sign = (entry) => personKey(entry, [entry.birthYear]);
const bib: Sign = (entry) => JSON.stringify([entry.race, entry.bib]);

const SIGNS: readonly Sign[] = [bibAndName, personInRace, nameInRace, person, bib];

function nameOf(entry: Entry): string {
  return JSON.stringify([foldText(entry.lastName), foldText(entry.firstName)]);
}

function personKey(entry: Entry, more: readonly unknown[]): string | undefined {
  return entry.lastName === '' && entry.firstName === ''
    ? undefined
    : JSON.stringify([nameOf(entry), ...more]);
}

function describeChange(before: Entry, after: Entry): EntryChange {
  return { before, after, fields: ENTRY_FIELDS.filter((field) => before[field] !== after[field]) };
}
