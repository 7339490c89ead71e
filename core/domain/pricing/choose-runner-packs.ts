import type { Bib } from '../ids.js';
import type { Pack } from '../pack.js';
import { cheapestPack } from './pack-choice.js';
import type { PhotoPrices } from './photo-prices.js';
import { runnerCandidates, type PricedItem, type RunnerCandidates } from './runner-candidates.js';
import { runnerCoverage, type RunnerCoverage } from './runner-coverage.js';

/** A pack of all photos of one runner. */
export interface RunnerPack {
  readonly bib: Bib;
  readonly pack: Pack;
}

export interface RunnerPacks {
  /** In the order of the bibs. */
  readonly chosen: readonly RunnerPack[];
  /** True where no other choice is cheaper; false where the search was cut short. */
  readonly proven: boolean;
}

/**
 * A measure of the work, not of time, so that the same cart always has the same price. Photos of
 * several runners make this a covering problem, which is NP-hard (Karp 1972): carts of people are
 * solved in a few hundred steps, but some of thousands of group photos cannot be solved at all.
 * Those get the cheapest combination found so far.
 */
const MOST_STEPS = 150_000;

/** For which runners to buy all photos, so that these and the packs for the other photos cost least. */
export function chooseRunnerPacks(
  items: readonly PricedItem[],
  allOfMine: readonly Pack[],
  prices: PhotoPrices,
): RunnerPacks {
  const options = optionsOf(allOfMine);
  if (options.length === 0) return { chosen: [], proven: true };
  const candidates = runnerCandidates(items);
  const web = items.filter(({ size }) => size === 'web').length;
  const coverage = runnerCoverage(candidates, { web, hd: items.length - web });
  return search(candidates, options, { coverage, prices });
}

/** The pack of originals and, where it is cheaper, that of web versions. */
function optionsOf(allOfMine: readonly Pack[]): Pack[] {
  const options = new Set([cheapestPack(allOfMine, 'hd'), cheapestPack(allOfMine, 'web')]);
  return [...options].filter((pack) => pack !== undefined);
}

interface Choice {
  readonly runner: number;
  readonly pack: Pack;
}

/** Branch and bound, from the best choice that greed finds. */
function search(
  { bibs }: RunnerCandidates,
  options: readonly Pack[],
  { coverage, prices }: { readonly coverage: RunnerCoverage; readonly prices: PhotoPrices },
): RunnerPacks {
  const lowestPrice = Math.min(...options.map(({ price }) => price));
  const coverHd = options.some(({ size }) => size === 'hd');
  const current: Choice[] = [];
  let best = { cost: Infinity, choices: [...current] };
  let stepsLeft = MOST_STEPS;

  function visit(spent: number): void {
    const { web, hd } = coverage.left();
    const cost = spent + prices.costOf(web, hd);
    if (cost < best.cost) best = { cost, choices: [...current] };
  }

  /** The packs that are not worse than packs of photos for what the runner's pack would pay. */
  function usefulOptions(runner: number): Pack[] {
    const { web, hd } = coverage.leftOf(runner);
    const [first, second] = options;
    const forWeb = second ?? (first?.size === 'web' ? first : undefined);
    return options.filter((pack) => {
      if (pack === forWeb) return prices.plainCostOf(web, 0) > pack.price;
      const instead = forWeb === undefined ? Infinity : forWeb.price + prices.plainCostOf(0, hd);
      return prices.plainCostOf(web, hd) > pack.price && instead > pack.price;
    });
  }

  function largest(runners: readonly number[]): number {
    const photosOf = (runner: number) => {
      const { web, hd } = coverage.leftOf(runner);
      return web + hd;
    };
    return runners.reduce((most, runner) => (photosOf(runner) > photosOf(most) ? runner : most));
  }

  function choose(choice: Choice, then: () => void): void {
    coverage.add(choice.runner, choice.pack.size);
    current.push(choice);
    then();
    current.pop();
    coverage.remove(choice.runner, choice.pack.size);
  }

  function greedily(undecided: readonly number[], spent: number): void {
    visit(spent);
    const useful = undecided.filter((runner) => usefulOptions(runner).length > 0);
    if (useful.length === 0) return;
    const runner = largest(useful);
    const [pack] = usefulOptions(runner);
    if (pack === undefined) return;
    choose({ runner, pack }, () => {
      greedily(without(useful, runner), spent + pack.price);
    });
  }

  /** No choice among these runners makes it cheaper than that: as if none had photos in common. */
  function lowerBound(runners: readonly number[], spent: number): number {
    const { web, hd } = coverage.left();
    const ofWeb = Int32Array.from(runners, (runner) => coverage.leftOf(runner).web).sort();
    const ofHd = Int32Array.from(runners, (runner) => coverage.leftOf(runner).hd).sort();
    let webLeft = web;
    let hdLeft = hd;
    let bound = spent + prices.costOf(web, hd);
    let withPacks = spent;
    for (let index = runners.length - 1; index >= 0 && webLeft + hdLeft > 0; index -= 1) {
      webLeft = Math.max(0, webLeft - (ofWeb[index] ?? 0));
      if (coverHd) hdLeft = Math.max(0, hdLeft - (ofHd[index] ?? 0));
      withPacks += lowestPrice;
      if (withPacks >= bound) break;
      bound = Math.min(bound, withPacks + prices.costOf(webLeft, hdLeft));
    }
    return bound;
  }

  function exactly(undecided: readonly number[], spent: number): void {
    stepsLeft -= undecided.length + 1;
    if (stepsLeft < 0) return;
    visit(spent);
    const useful = undecided.filter((runner) => usefulOptions(runner).length > 0);
    if (useful.length === 0) return;
    const bound = lowerBound(useful, spent);
    if (bound >= best.cost) return;
    const runner = largest(useful);
    const others = without(useful, runner);
    for (const pack of usefulOptions(runner)) {
      choose({ runner, pack }, () => {
        exactly(others, spent + pack.price);
      });
      if (bound >= best.cost) return;
    }
    exactly(others, spent);
  }

  const all = bibs.map((_, runner) => runner);
  greedily(all, 0);
  exactly(all, 0);
  const chosen = [...best.choices].sort((a, b) => a.runner - b.runner);
  return {
    chosen: chosen.flatMap(({ runner, pack }) => {
      const bib = bibs[runner];
      return bib === undefined ? [] : [{ bib, pack }];
    }),
    proven: stepsLeft >= 0,
  };
}

function without(runners: readonly number[], runner: number): number[] {
  return runners.filter((other) => other !== runner);
}
