import type { Bib } from '../ids.js';
import type { Pack, PackId } from '../pack.js';
import { buyNeededPacks } from './needed-runner-packs.js';
import type { PhotoPrices } from './photo-prices.js';
import { runnerCandidates, type PricedItem } from './runner-candidates.js';
import { runnerCoverage } from './runner-coverage.js';
import { runnerPacksOnOffer, usefulPacks } from './runner-packs-on-offer.js';
import { searchRunnerPacks } from './search-runner-packs.js';

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

/** The bibs for which a pack of all photos of a runner cannot be bought. */
export type BibsWithout = ReadonlyMap<PackId, ReadonlySet<Bib>>;

/** For which runners to buy all photos, so that these and the packs for the other photos cost least. */
export function chooseRunnerPacks(
  items: readonly PricedItem[],
  allOfMine: readonly Pack[],
  prices: PhotoPrices,
  withoutBibs: BibsWithout,
): RunnerPacks {
  const offer = runnerPacksOnOffer(allOfMine);
  // A pack for whoever has the same photos and more is no better where that one cannot have it.
  const candidates = runnerCandidates(items, { evenWithinOthers: withoutBibs.size > 0 });
  const offers = candidates.bibs.map((bib) =>
    withoutBibs.size === 0
      ? offer
      : runnerPacksOnOffer(allOfMine.filter(({ id }) => !withoutBibs.get(id)?.has(bib))),
  );
  const web = items.filter(({ size }) => size === 'web').length;
  const coverage = runnerCoverage(candidates, { web, hd: items.length - web });
  const offerOf = (runner: number) => offers[runner] ?? offer;
  const problem = { offer, offerOf, coverage, prices };
  const worthIt = [...candidates.bibs.keys()].filter(
    (runner) => usefulPacks(runner, problem).length > 0,
  );
  if (worthIt.length === 0) return { chosen: [], proven: true };

  const { needed, open } = buyNeededPacks(worthIt, problem);
  const { choices, proven } = searchRunnerPacks(open, problem);
  const chosen = [...needed, ...choices].sort((a, b) => a.runner - b.runner);
  return {
    chosen: chosen.flatMap(({ runner, pack }) => {
      const bib = candidates.bibs[runner];
      return bib === undefined ? [] : [{ bib, pack }];
    }),
    proven,
  };
}
