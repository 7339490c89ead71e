import type { RunnerProblem } from './runner-packs-on-offer.js';

/**
 * What no choice among these runners undercuts, in cents: the price if no photo had two of them.
 * `spent` is what the packs chosen already cost. `steps` is the work it took; past `mostSteps` the
 * bound is that of a search that knows nothing.
 */
export function lowerBound(
  runners: readonly number[],
  spent: number,
  { offer, coverage, prices }: RunnerProblem,
  mostSteps: number,
): { readonly bound: number; readonly steps: number } {
  const { left } = coverage;
  const hdLeft = afterPacks(
    left.hd,
    offer.hd === undefined ? [] : runners.map((runner) => coverage.leftOf(runner, 'hd')),
  );
  const webLeft = afterPacks(
    left.web,
    runners.map((runner) => coverage.leftOf(runner, 'web')),
  );
  const hdPrice = offer.hd?.price ?? Infinity;
  const webPrice = Math.min(offer.web?.price ?? Infinity, hdPrice);
  let bound = Infinity;
  let steps = 0;
  // So many packs of originals, and so many of either kind.
  for (const [hdPacks, hd] of hdLeft.entries()) {
    const ofHd = spent + (hdPacks === 0 ? 0 : hdPacks * hdPrice);
    if (ofHd >= bound) break;
    for (let packs = hdPacks; packs < webLeft.length || packs === hdPacks; packs += 1) {
      const withPacks = ofHd + (packs === hdPacks ? 0 : (packs - hdPacks) * webPrice);
      if (withPacks >= bound) break;
      bound = Math.min(
        bound,
        withPacks + prices.costOf(webLeft[Math.min(packs, webLeft.length - 1)] ?? 0, hd),
      );
      steps += stepsOfPrice(left.web);
      if (steps > mostSteps) return { bound: spent, steps };
    }
  }
  return { bound, steps };
}

/** The work of one price: that of many web photos compares as many ways to pay for them. */
export function stepsOfPrice(web: number): number {
  return 1 + web / WAYS_A_STEP;
}

/** Measured: so many take as long as one look at a runner. */
const WAYS_A_STEP = 40;

/** Photos left after 0, 1, 2 ... packs of those who have most, down to where packs no longer help. */
function afterPacks(all: number, counts: readonly number[]): number[] {
  const sorted = Int32Array.from(counts).sort();
  const left = [all];
  let rest = all;
  for (let index = sorted.length - 1; index >= 0 && rest > 0; index -= 1) {
    const count = sorted[index] ?? 0;
    if (count === 0) break;
    rest = Math.max(0, rest - count);
    left.push(rest);
  }
  return left;
}
