import type { Pack } from '../pack.js';
import { runnerOfUse, type UseLimit } from '../use-limits.js';
import {
  checkLimits,
  type BrokenLimit,
  type LeftOfPacks,
  type LimitedLine,
} from './broken-limit.js';
import {
  cheapestCombination,
  unpayableItems,
  type Combination,
  type Restrictions,
} from './cheapest-combination.js';
import { cheapestPack, covers } from './pack-choice.js';
import type { PricedItem } from './runner-candidates.js';

/** A pack that would have been used, or used once more, but for one of its limits. */
export interface WithheldPack {
  readonly pack: Pack;
  readonly limit: UseLimit;
}

export interface LimitedCombination extends Combination {
  readonly lines: readonly LimitedLine[];
  readonly withheld: readonly WithheldPack[];
}

/** The indexes of items that the packs cannot pay for, by what they are or by their limits. */
export interface Unpayable {
  readonly unpayable: readonly number[];
  readonly withheld: readonly WithheldPack[];
}

interface Attempt {
  readonly packs: readonly Pack[];
  readonly restrictions: Restrictions;
  /** False once a choice was made that another one may undercut. */
  readonly isExact: boolean;
}

/**
 * The cheapest packs for all items within their limits. Without limits it is the cheapest of all: where
 * that one keeps them, it is the answer. Else the pack that broke one is restricted, and the search
 * begins anew.
 */
export function limitedCombination(
  items: readonly PricedItem[],
  packs: readonly Pack[],
  left: LeftOfPacks,
): LimitedCombination | Unpayable {
  const restrictions = { mostUses: new Map(), withoutBibs: new Map() };
  let attempt: Attempt = { packs, restrictions, isExact: true };
  let withheld: readonly WithheldPack[] = [];
  for (;;) {
    const combination = combine(items, attempt, left);
    if (combination === undefined) return { unpayable: unpaid(items, attempt), withheld };
    const { lines, broken } = checkLimits(combination.lines, items, left);
    if (broken === undefined)
      return { ...combination, lines, proven: combination.proven && attempt.isExact, withheld };
    const { pack, limit } = broken;
    if (!withheld.some((one) => one.pack.id === pack.id && one.limit === limit))
      withheld = [...withheld, { pack, limit }];
    const uses = left.get(pack.id);
    const isHopeless = !items.some(
      ({ bibs, size }) =>
        covers(pack, size) && uses !== undefined && runnerOfUse(bibs, uses.ofBib) !== false,
    );
    attempt = restrict(attempt, broken, isHopeless);
  }
}

/** A sponsor's pack pays for the first photo that it can: those for whose runners it is left come first. */
function combine(
  items: readonly PricedItem[],
  { packs, restrictions }: Attempt,
  left: LeftOfPacks,
): Combination | undefined {
  const sponsored = cheapestPack(
    packs.filter(({ kind }) => kind === 'sponsored'),
    'web',
  );
  const uses = sponsored && left.get(sponsored.id);
  if (uses === undefined) return cheapestCombination(items, packs, restrictions);
  const isLeft = items.map(({ bibs }) => runnerOfUse(bibs, uses.ofBib) !== false);
  const order = [...items.keys()].sort((a, b) => Number(isLeft[b]) - Number(isLeft[a]) || a - b);
  const sorted = order.flatMap((index) => items[index] ?? []);
  const found = cheapestCombination(sorted, packs, restrictions);
  return (
    found && {
      ...found,
      lines: found.lines.map((line) => ({
        ...line,
        items: line.items.map((position) => order[position] ?? position),
      })),
    }
  );
}

function unpaid(items: readonly PricedItem[], { packs, restrictions }: Attempt): number[] {
  const unpayable = unpayableItems(items, packs, restrictions);
  // Packs that may be used so often pay for some of them, whichever.
  return unpayable.length > 0 ? unpayable : [...items.keys()];
}

/** `isHopeless`: no photo that the pack could pay for is of a runner for whom it is left. */
function restrict(
  attempt: Attempt,
  { pack, limit, kept, over }: BrokenLimit,
  isHopeless: boolean,
): Attempt {
  const { packs, restrictions } = attempt;
  const isOfRunner = pack.kind === 'all-of-mine';
  if (kept.length === 0 && !(isOfRunner && limit === 'bib')) {
    // By bib, other photos than these might have kept the limit.
    const isExact = attempt.isExact && (limit !== 'bib' || isHopeless);
    return { ...attempt, packs: packs.filter(({ id }) => id !== pack.id), isExact };
  }
  if (!isOfRunner) {
    const mostUses = new Map(restrictions.mostUses).set(pack.id, kept.length);
    const isExact = attempt.isExact && limit !== 'bib';
    return { ...attempt, restrictions: { ...restrictions, mostUses }, isExact };
  }
  const bibs = new Set(restrictions.withoutBibs.get(pack.id));
  for (const { bib } of over) if (bib !== undefined) bibs.add(bib);
  const withoutBibs = new Map(restrictions.withoutBibs).set(pack.id, bibs);
  // Which runners have it, where it is not for all of them, is a choice.
  const isExact = attempt.isExact && limit === 'bib';
  return { ...attempt, restrictions: { ...restrictions, withoutBibs }, isExact };
}
