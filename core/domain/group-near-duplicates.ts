import { createDisjointSets } from './disjoint-sets.js';
import type { Sha256 } from './ids.js';

/** What decides which of several copies of one frame is kept. */
export interface Copy<Id extends string> {
  readonly id: Id;
  /** Width times height of the original. */
  readonly pixels: number;
  readonly bytes: number;
  readonly sha256: Sha256;
}

export interface NearDuplicateGroup<Id extends string> {
  readonly keeper: Id;
  /** The others, the next best first. */
  readonly duplicates: readonly Id[];
}

/**
 * Joins pairs of copies into groups (a copy of a copy is one too) and names the keeper of each.
 * The result depends on what is given, not on its order. Pairs that name a photo which is not
 * among the copies are left out.
 */
export function groupNearDuplicates<Id extends string>(
  copies: readonly Copy<Id>[],
  pairs: readonly (readonly [Id, Id])[],
): NearDuplicateGroup<Id>[] {
  const ranked = [...copies].sort(bestFirst);
  const given = new Set(copies.map(({ id }) => id));
  const sets = createDisjointSets<Id>();
  for (const [one, other] of pairs) {
    if (given.has(one) && given.has(other)) sets.join(one, other);
  }
  const groups = new Map<Id, Id[]>();
  for (const { id } of ranked) {
    const set = sets.representativeOf(id);
    const members = groups.get(set);
    if (members === undefined) groups.set(set, [id]);
    else members.push(id);
  }
  return [...groups.values()].flatMap(([keeper, ...duplicates]) =>
    keeper === undefined || duplicates.length === 0 ? [] : [{ keeper, duplicates }],
  );
}

/** Larger wins: buyers pay for pixels. Then the one that was compressed less; then any, but always the same. */
function bestFirst(a: Copy<string>, b: Copy<string>): number {
  return b.pixels - a.pixels || b.bytes - a.bytes || (a.sha256 < b.sha256 ? -1 : 1);
}
