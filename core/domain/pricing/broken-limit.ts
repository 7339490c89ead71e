import type { Bib } from '../ids.js';
import type { Pack, PackId } from '../pack.js';
import { runnerOfUse, type UseLimit, type UsesLeft } from '../use-limits.js';
import type { CombinationLine } from './cheapest-combination.js';
import type { PricedItem } from './runner-candidates.js';

/** Of the packs that have limits, what is left for this buyer. */
export type LeftOfPacks = ReadonlyMap<PackId, UsesLeft>;

export interface LimitedLine extends CombinationLine {
  /** The runner to whom the use of a pack counts that has limits; undefined where no photo of it has a bib. */
  readonly usedFor: Bib | undefined;
}

/** A pack that would be used more often than it may. */
export interface BrokenLimit {
  readonly pack: Pack;
  readonly limit: UseLimit;
  /** The uses that keep the limit, and those that do not; at least one. */
  readonly kept: readonly CombinationLine[];
  readonly over: readonly CombinationLine[];
}

interface UsesOfPack {
  readonly pack: Pack;
  readonly left: UsesLeft;
  readonly ofBib: Map<Bib, number>;
  readonly kept: CombinationLine[];
  readonly over: CombinationLine[];
}

/** Counts each use of a pack to a runner, and finds the first pack whose limits that breaks. */
export function checkLimits(
  lines: readonly CombinationLine[],
  items: readonly PricedItem[],
  leftOf: LeftOfPacks,
): { readonly lines: readonly LimitedLine[]; readonly broken: BrokenLimit | undefined } {
  const uses = new Map<PackId, UsesOfPack>();
  const limited = lines.map((line): LimitedLine => {
    const { pack } = line;
    const left = leftOf.get(pack.id);
    if (left === undefined) return { ...line, usedFor: undefined };
    const of = uses.get(pack.id) ?? noUsesOf(pack, left);
    uses.set(pack.id, of);
    const bibs =
      line.bib === undefined ? line.items.flatMap((index) => items[index]?.bibs ?? []) : [line.bib];
    const usedFor = runnerOfUse(bibs, (bib) => left.ofBib(bib) - (of.ofBib.get(bib) ?? 0));
    if (usedFor === false) {
      of.over.push(line);
      return { ...line, usedFor: undefined };
    }
    if (usedFor !== undefined) of.ofBib.set(usedFor, (of.ofBib.get(usedFor) ?? 0) + 1);
    of.kept.push(line);
    return { ...line, usedFor };
  });
  const sorted = [...uses.values()].sort((a, b) => (a.pack.id < b.pack.id ? -1 : 1));
  return { lines: limited, broken: sorted.flatMap((of) => brokenBy(of) ?? [])[0] };
}

function noUsesOf(pack: Pack, left: UsesLeft): UsesOfPack {
  return { pack, left, ofBib: new Map(), kept: [], over: [] };
}

function brokenBy({ pack, left, kept, over }: UsesOfPack): BrokenLimit | undefined {
  // Whoever has had it all is told so, whoever else has.
  if (left.uses <= 0) return { pack, limit: left.limit, kept: [], over: [...kept, ...over] };
  if (over.length > 0) return { pack, limit: 'bib', kept, over };
  if (kept.length <= left.uses) return undefined;
  // Those that pay for most photos stay.
  const byWorth = [...kept].sort((a, b) => b.items.length - a.items.length);
  const most = Math.max(0, left.uses);
  return { pack, limit: left.limit, kept: byWorth.slice(0, most), over: byWorth.slice(most) };
}
