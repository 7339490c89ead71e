import type { PhotoSize } from '../pack.js';
import type { PhotoCounts } from './photo-prices.js';
import type { ItemClass, RunnerCandidates } from './runner-candidates.js';

/** Which photos the runners' packs chosen so far leave to be paid, kept up to date both ways. */
export interface RunnerCoverage {
  /** Photos that no pack chosen pays for; changes with every step. */
  readonly left: PhotoCounts;
  /** Of these, how many of a size have the runner's bib. */
  leftOf(runner: number, size: PhotoSize): number;
  /** Of these, how many have no other runner's bib than this one of those that may still be chosen. */
  leftToAlone(among: readonly number[]): Int32Array;
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
  const leftOf = { web: new Int32Array(bibs.length), hd: new Int32Array(bibs.length) };
  const states = classes.map((of) => ({ of, packs: 0 }));
  const statesOf = bibs.map(() => new Array<(typeof states)[number]>());
  for (const state of states) {
    for (const runner of state.of.runners) statesOf[runner]?.push(state);
    change(state.of, 1);
  }
  left.web = all.web;
  left.hd = all.hd;

  function change({ size, count, runners }: ItemClass, sign: 1 | -1): void {
    left[size] += sign * count;
    const counts = leftOf[size];
    for (const runner of runners) counts[runner] = (counts[runner] ?? 0) + sign * count;
  }

  return {
    left,
    leftOf: (runner, size) => leftOf[size][runner] ?? 0,
    leftToAlone(among) {
      const possible = new Set(among);
      const alone = new Int32Array(bibs.length);
      for (const { of, packs } of states) {
        const [only, second] = packs > 0 ? [] : of.runners.filter((one) => possible.has(one));
        if (only !== undefined && second === undefined) alone[only] = (alone[only] ?? 0) + of.count;
      }
      return alone;
    },
    add(runner, size) {
      for (const state of statesOf[runner] ?? []) {
        if (size === 'web' && state.of.size === 'hd') continue;
        if (state.packs === 0) change(state.of, -1);
        state.packs += 1;
      }
    },
    remove(runner, size) {
      for (const state of statesOf[runner] ?? []) {
        if (size === 'web' && state.of.size === 'hd') continue;
        state.packs -= 1;
        if (state.packs === 0) change(state.of, 1);
      }
    },
  };
}
