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
  const rank = new Map(ranked.map((copy, index) => [copy.id, index]));
  // Each copy points at a better one of its group, the keeper at itself.
  const better = ranked.map((_, index) => index);
  const keeperOf = (index: number): number => {
    let at = index;
    while (better[at] !== at) {
      // Halving the path keeps the way short for the next one who asks.
      better[at] = better[better[at]!]!;
      at = better[at]!;
    }
    return at;
  };
  for (const [one, other] of pairs) {
    const [a, b] = [rank.get(one), rank.get(other)];
    if (a === undefined || b === undefined) continue;
    const [keeperA, keeperB] = [keeperOf(a), keeperOf(b)];
    better[Math.max(keeperA, keeperB)] = Math.min(keeperA, keeperB);
  }
  const groups = new Map<number, Id[]>();
  ranked.forEach((copy, index) => {
    const keeper = keeperOf(index);
    if (keeper === index) groups.set(keeper, []);
    else groups.get(keeper)!.push(copy.id);
  });
  return [...groups].flatMap(([keeper, duplicates]) =>
    duplicates.length === 0 ? [] : [{ keeper: ranked[keeper]!.id, duplicates }],
  );
}

/** Larger wins: buyers pay for pixels. Then the one that was compressed less; then any, but always the same. */
function bestFirst(a: Copy<string>, b: Copy<string>): number {
  return b.pixels - a.pixels || b.bytes - a.bytes || (a.sha256 < b.sha256 ? -1 : 1);
}
