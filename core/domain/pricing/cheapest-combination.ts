import type { Bib } from '../ids.js';
import type { Pack } from '../pack.js';
import { chooseRunnerPacks, type BibsWithout, type RunnerPack } from './choose-runner-packs.js';
import type { MostUses } from './cover-table.js';
import { covers } from './pack-choice.js';
import { photoPrices, type PhotoPlan } from './photo-prices.js';
import type { PricedItem } from './runner-candidates.js';

/** One use of a pack; `items` are the indexes of those it pays for, at least one. */
export interface CombinationLine {
  readonly pack: Pack;
  readonly bib: Bib | undefined;
  readonly items: readonly number[];
}

export interface Combination {
  /** Each item is in exactly one. */
  readonly lines: readonly CombinationLine[];
  /** Cents. */
  readonly cost: number;
  readonly proven: boolean;
}

/** What limits leave of the packs. */
export interface Restrictions {
  /** Of packs of photos. */
  readonly mostUses: MostUses;
  /** Of packs of all photos of a runner. */
  readonly withoutBibs: BibsWithout;
}

const UNRESTRICTED: Restrictions = { mostUses: new Map(), withoutBibs: new Map() };

/**
 * The packs that pay for all items and cost least. `packs` are those on sale; the order of items
 * decides which of equally good ones a pack pays for. Undefined where some item cannot be paid: see
 * unpayableItems.
 */
export function cheapestCombination(
  wanted: readonly PricedItem[],
  packs: readonly Pack[],
  restrictions = UNRESTRICTED,
): Combination | undefined {
  if (unpayableItems(wanted, packs, restrictions).length > 0) return undefined;
  // Where no pack is of web versions, sizes make no difference to the price.
  const sizesMatter = packs.some(({ size }) => size === 'web');
  const items = sizesMatter ? wanted : wanted.map(({ bibs }) => ({ bibs, size: 'hd' as const }));
  const allOfMine = packs.filter(({ kind }) => kind === 'all-of-mine');
  const web = items.filter(({ size }) => size === 'web').length;
  const { mostUses, withoutBibs } = restrictions;
  const prices = photoPrices(packs, { web, hd: items.length - web }, mostUses);
  const { chosen, proven } = chooseRunnerPacks(items, allOfMine, prices, withoutBibs);

  const paid = payForRunners(items, chosen);
  const left = items.map((_, index) => index).filter((index) => !paid.items.has(index));
  const webLeft = left.filter((index) => items[index]?.size === 'web');
  const hdLeft = left.filter((index) => items[index]?.size === 'hd');
  if (prices.costOf(webLeft.length, hdLeft.length) === Infinity) return undefined;
  const plan = prices.planFor({ web: webLeft.length, hd: hdLeft.length });

  // A pack that costs nothing may have been chosen for photos that another pays for.
  const lines = [...paid.lines, ...payForPhotos(plan, webLeft, hdLeft)].filter(
    (line) => line.items.length > 0,
  );
  return { lines, cost: lines.reduce((sum, { pack }) => sum + pack.price, 0), proven };
}

/** A photo of several runners whose packs are bought is paid by the first of them. */
function payForRunners(
  items: readonly PricedItem[],
  chosen: readonly RunnerPack[],
): { readonly lines: readonly CombinationLine[]; readonly items: ReadonlySet<number> } {
  const lines = chosen.map(({ pack, bib }) => ({ pack, bib, items: new Array<number>() }));
  const lineOf = new Map(lines.map((line, index) => [line.bib, index]));
  const paid = new Set<number>();
  for (const [index, { size, bibs }] of items.entries()) {
    const [first] = bibs
      .flatMap((bib) => lineOf.get(bib) ?? [])
      .sort((a, b) => a - b)
      .flatMap((line) => lines[line] ?? [])
      .filter(({ pack }) => covers(pack, size));
    if (first === undefined) continue;
    first.items.push(index);
    paid.add(index);
  }
  return { lines, items: paid };
}

function payForPhotos(
  plan: PhotoPlan,
  web: readonly number[],
  hd: readonly number[],
): CombinationLine[] {
  const { sponsored } = plan;
  const queues = { web: [...web], hd: [...hd] };
  const taken = sponsored === undefined ? [] : queues[sponsored.size].splice(0, 1);
  const inHdPacks = [...queues.hd, ...queues.web.splice(0, plan.webInHdPacks)];
  return [
    ...fill(plan.hdPacks, inHdPacks),
    ...fill(plan.webPacks, queues.web),
    ...(sponsored === undefined ? [] : [{ pack: sponsored.pack, bib: undefined, items: taken }]),
  ];
}

function fill(packs: PhotoPlan['hdPacks'], items: readonly number[]): CombinationLine[] {
  let start = 0;
  return packs.map((pack) => {
    const own = items.slice(start, start + pack.quantity);
    start += pack.quantity;
    return { pack, bib: undefined, items: own };
  });
}

/**
 * The items that no combination pays for. A sponsored photo may be what pays for one item; the
 * first that needs it has it.
 */
export function unpayableItems(
  items: readonly PricedItem[],
  packs: readonly Pack[],
  { withoutBibs } = UNRESTRICTED,
): number[] {
  const sells = (kind: Pack['kind'], item: PricedItem) =>
    packs.some((pack) => pack.kind === kind && covers(pack, item.size));
  let sponsoredLeft = 1;
  return [...items.entries()].flatMap(([index, item]) => {
    if (sells('photos', item)) return [];
    const isRunners = packs.some(
      (pack) =>
        pack.kind === 'all-of-mine' &&
        covers(pack, item.size) &&
        item.bibs.some((bib) => !withoutBibs.get(pack.id)?.has(bib)),
    );
    if (isRunners) return [];
    if (sells('sponsored', item) && sponsoredLeft > 0) {
      sponsoredLeft -= 1;
      return [];
    }
    return [index];
  });
}
