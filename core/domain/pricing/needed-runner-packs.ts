import type { Pack } from '../pack.js';
import type { PhotoPrices } from './photo-prices.js';
import { usefulPacks, type RunnerChoice, type RunnerProblem } from './runner-packs-on-offer.js';

export interface NeededPacks {
  /** Bought: part of some cheapest combination. The coverage counts them in. */
  readonly needed: readonly RunnerChoice[];
  /** Runners whose packs may or may not be part of it. */
  readonly open: readonly number[];
}

/**
 * Buys the packs that need no search: those of runners with so many photos that nobody else's pack
 * pays for, that packs of photos for these alone cost as much, whatever else is in the cart. Only
 * in carts of one size, where that can be seen from one number.
 */
export function buyNeededPacks(runners: readonly number[], problem: RunnerProblem): NeededPacks {
  const { coverage, prices } = problem;
  const size = coverage.left.hd === 0 ? 'web' : 'hd';
  const packOf = (runner: number) => {
    const offer = problem.offerOf(runner);
    return size === 'web' ? (offer.web ?? offer.hd) : offer.hd;
  };
  const onlySize = coverage.left.web === 0 || coverage.left.hd === 0;
  if (!onlySize) return { needed: [], open: runners };

  const costOf = (photos: number) =>
    size === 'web' ? prices.costOf(photos, 0) : prices.costOf(0, photos);
  const most = coverage.left[size];
  const known = new Map<number, number>();
  const enoughFor = ({ price }: Pack) => {
    const enough = known.get(price) ?? photosWorth(price, most, costOf);
    known.set(price, enough);
    return enough;
  };
  const needed: RunnerChoice[] = [];
  let open = runners;
  for (;;) {
    const alone = coverage.leftToAlone(open);
    const now = open.flatMap((runner) => {
      const pack = packOf(runner);
      const isWorthIt = pack !== undefined && (alone[runner] ?? 0) >= enoughFor(pack);
      return isWorthIt ? [{ runner, pack }] : [];
    });
    if (now.length === 0) return { needed, open };
    for (const choice of now) {
      coverage.add(choice.runner, choice.pack.size);
      needed.push(choice);
    }
    const bought = new Set(now.map(({ runner }) => runner));
    // What these packs pay for may have been what another's was worth.
    open = open.filter((runner) => !bought.has(runner) && usefulPacks(runner, problem).length > 0);
  }
}

/** The least number of photos that always saves `price` when it is taken out of up to `all` photos. */
function photosWorth(
  price: number,
  all: number,
  costOf: (photos: number) => ReturnType<PhotoPrices['costOf']>,
): number {
  for (let photos = 1; photos <= all; photos += 1) {
    let saves = true;
    for (let count = photos; count <= all && saves; count += 1) {
      saves = costOf(count) - costOf(count - photos) >= price;
    }
    if (saves) return photos;
  }
  return Infinity;
}
