import type { PhotoSize } from '../pack.js';
import type { PhotoCounts } from './photo-prices.js';
import type { ItemClass, RunnerCandidates } from './runner-candidates.js';

/** Which photos the runners' packs chosen so far leave to be paid, kept up to date both ways. */
export interface RunnerCoverage {
  /** Photos that no pack chosen pays for. */
  left(): PhotoCounts;
  /** Of these, how many have the runner's bib. */
  leftOf(runner: number): PhotoCounts;
  /** `size`: that of the pack; a pack of web versions leaves photos in HD as they are. */
  add(runner: number, size: PhotoSize): void;
  /** Takes back what was added, in any order. */
  remove(runner: number, size: PhotoSize): void;
}

/** `all`: the photos of the cart, those without a candidate's bib too. */
export function runnerCoverage(
  { bibs, classes }: RunnerCandidates,
  all: PhotoCounts,
): RunnerCoverage {
  const left = { ...all };
  const leftOf = bibs.map(() => ({ web: 0, hd: 0 }));
  const classesOf = bibs.map(() => new Array<{ readonly of: ItemClass; packs: number }>());
  for (const of of classes) {
    const state = { of, packs: 0 };
    for (const runner of of.runners) {
      classesOf[runner]?.push(state);
      change(leftOf[runner], of, 1);
    }
  }

  function cover(of: ItemClass, sign: 1 | -1): void {
    change(left, of, sign);
    for (const runner of of.runners) change(leftOf[runner], of, sign);
  }

  return {
    left: () => left,
    leftOf: (runner) => leftOf[runner] ?? NOTHING,
    add(runner, size) {
      for (const state of classesOf[runner] ?? []) {
        if (size === 'web' && state.of.size === 'hd') continue;
        if (state.packs === 0) cover(state.of, -1);
        state.packs += 1;
      }
    },
    remove(runner, size) {
      for (const state of classesOf[runner] ?? []) {
        if (size === 'web' && state.of.size === 'hd') continue;
        state.packs -= 1;
        if (state.packs === 0) cover(state.of, 1);
      }
    },
  };
}

const NOTHING: PhotoCounts = { web: 0, hd: 0 };

function change(
  counts: { web: number; hd: number } | undefined,
  { size, count }: ItemClass,
  sign: 1 | -1,
): void {
  if (counts !== undefined) counts[size] += sign * count;
}
