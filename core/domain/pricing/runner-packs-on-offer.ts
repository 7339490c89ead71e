import type { Pack } from '../pack.js';
import { cheapestPack } from './pack-choice.js';
import type { PhotoCounts, PhotoPrices } from './photo-prices.js';
import type { RunnerCoverage } from './runner-coverage.js';

/** The packs of all photos of a runner that a cheapest combination may have: one of each size. */
export interface RunnerPacksOnOffer {
  /** That of web versions only where it is cheaper than that of originals. */
  readonly web: Pack | undefined;
  readonly hd: Pack | undefined;
}

/** What is asked: for whom to buy a pack, with the packs for photos that go with it. */
export interface RunnerProblem {
  /** To runners in general. */
  readonly offer: RunnerPacksOnOffer;
  /** To this one: not what a limit keeps from the bib. */
  offerOf(runner: number): RunnerPacksOnOffer;
  readonly coverage: RunnerCoverage;
  readonly prices: PhotoPrices;
}

/** An answer for one runner, by the index of the bib. */
export interface RunnerChoice {
  readonly runner: number;
  readonly pack: Pack;
}

export function runnerPacksOnOffer(allOfMine: readonly Pack[]): RunnerPacksOnOffer {
  const hd = cheapestPack(allOfMine, 'hd');
  const web = cheapestPack(allOfMine, 'web');
  return { hd, web: web === hd ? undefined : web };
}

/**
 * The packs worth buying for a runner, that of originals first: packs of photos for the same photos
 * would cost more. Packs of photos never cost more together than apart, so that a pack that is not
 * worth it now is not worth it in any choice that goes on from here.
 */
export function usefulPacks(
  runner: number,
  { offerOf, coverage, prices }: Pick<RunnerProblem, 'offerOf' | 'coverage' | 'prices'>,
): Pack[] {
  const offer = offerOf(runner);
  const web = coverage.leftOf(runner, 'web');
  const hd = coverage.leftOf(runner, 'hd');
  if (!prices.areUnlimited) return possiblePacks(offer, { web, hd });
  const useful: Pack[] = [];
  if (offer.hd !== undefined && prices.plainCostOf(web, hd) > offer.hd.price) {
    const instead =
      offer.web === undefined ? Infinity : offer.web.price + prices.plainCostOf(0, hd);
    if (instead > offer.hd.price) useful.push(offer.hd);
  }
  if (offer.web !== undefined && prices.plainCostOf(web, 0) > offer.web.price)
    useful.push(offer.web);
  return useful;
}

/** Where a pack of photos may not be used again, the next photo can cost more than the first. */
function possiblePacks(offer: RunnerPacksOnOffer, left: PhotoCounts): Pack[] {
  const packs: Pack[] = [];
  if (offer.hd !== undefined && left.web + left.hd > 0) packs.push(offer.hd);
  if (offer.web !== undefined && left.web > 0) packs.push(offer.web);
  return packs;
}
