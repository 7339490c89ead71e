import type { Entry } from '../domain/entry.js';

export interface Pairs {
  readonly pairs: readonly (readonly [before: Entry, after: Entry])[];
  /** Entries without a partner. */
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
}

/**
 * Pairs entries of two lists that have the same key.
 *
 * @param keyOf undefined for an entry that is to stay alone.
 * @param when `unique` pairs only where the key occurs once on each side; `any` pairs as many
 * as there are on both, for keys by which equal entries are the same.
 */
export function pairUp(
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
  when: 'unique' | 'any',
): Pairs {
  if (before.length === 0 || after.length === 0) return { pairs: [], before, after };
  const waiting = groupByKey(before, keyOf);
  const partnerOf = new Map<number, number>();
  for (const [key, arrivals] of groupByKey(after, keyOf)) {
    const partners = waiting.get(key) ?? [];
    if (when === 'unique' && (partners.length > 1 || arrivals.length > 1)) continue;
    partners.slice(0, arrivals.length).forEach((partner, index) => {
      const arrival = arrivals[index];
      if (arrival !== undefined) partnerOf.set(partner, arrival);
    });
  }
  const pairedAfter = new Set(partnerOf.values());
  return {
    pairs: before.flatMap((entry, index) => {
      const at = partnerOf.get(index);
      const partner = at === undefined ? undefined : after[at];
      return partner === undefined ? [] : [[entry, partner] as const];
    }),
    before: before.filter((_, index) => !partnerOf.has(index)),
    after: after.filter((_, index) => !pairedAfter.has(index)),
  };
}

/** The positions of the entries that share a key: an entry may be listed twice. */
function groupByKey(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    const key = keyOf(entry);
    if (key === undefined) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return groups;
}
