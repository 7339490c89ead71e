import { FocusError } from '../errors.js';
import { foldText } from '../domain/entry-text.js';
import type { Entry } from '../domain/entry.js';
import type { EntryChange, StartListDiff } from '../domain/start-list.js';

/** Of this share of a race, at most, the people are still there when a list is another race's. */
const KEPT_SHARE = 0.1;
/** One entry that goes is a withdrawal. */
const SMALLEST_RACE = 2;

/**
 * Refuses an import that would take (almost) everybody out of a race: the file is then as a
 * rule the list of another race, whose bibs may be the same ones.
 *
 * @param current the entries that the import replaces, of every race that is in its scope
 * @throws FocusError `conflict` `startlist.another-race`
 */
export function refuseLostRace(
  fileName: string,
  current: readonly Entry[],
  diff: StartListDiff,
): void {
  const replaced = diff.changed.filter(isAnotherPerson).map(({ before }) => before);
  const gone = countByRace([...diff.removed, ...replaced]);
  for (const [race, size] of countByRace(current)) {
    const lost = gone.get(race) ?? 0;
    if (size >= SMALLEST_RACE && size - lost <= size * KEPT_SHARE) {
      throw lostRace(fileName, race, lost, size);
    }
  }
}

/** A corrected name has a word of the former one, wherever it stands now. */
function isAnotherPerson({ before, after }: EntryChange): boolean {
  const words = wordsOf(before);
  const now = wordsOf(after);
  return words.length > 0 && now.length > 0 && !words.some((word) => now.includes(word));
}

function wordsOf({ lastName, firstName }: Entry): readonly string[] {
  return foldText(`${lastName} ${firstName}`)
    .split(' ')
    .filter((word) => word !== '');
}

function countByRace(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { race } of entries) counts.set(race, (counts.get(race) ?? 0) + 1);
  return counts;
}

function lostRace(fileName: string, race: string, lost: number, size: number): FocusError {
  const of = race === '' ? '' : ` of "${race}"`;
  return new FocusError(
    'conflict',
    'startlist.another-race',
    `Importing ${fileName} would take out ${lost} of ${size} entries${of}; nothing was imported`,
    {
      hint:
        'If it is the list of one race of several, name the race: --race "10K". ' +
        'If it is to take the place of the former list, add --replace.',
    },
  );
}
