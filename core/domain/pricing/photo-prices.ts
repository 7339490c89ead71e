import type { Pack, PhotoSize } from '../pack.js';
import { coverTable, type MostUses, type PhotosPack } from './cover-table.js';
import { cheapestPack } from './pack-choice.js';

/** How many photos of each size. */
export interface PhotoCounts {
  readonly web: number;
  readonly hd: number;
}

/** The packs that pay for some photos, by what each pays for. */
export interface PhotoPlan {
  /** For one photo of the size, at most. */
  readonly sponsored: { readonly pack: Pack; readonly size: PhotoSize } | undefined;
  /** For all photos in HD, and this many in web size besides. */
  readonly hdPacks: readonly PhotosPack[];
  readonly webInHdPacks: number;
  readonly webPacks: readonly PhotosPack[];
}

/** The cheapest way to pay for photos of any runners, worked out for each pair of counts once. */
export interface PhotoPrices {
  /** In cents; Infinity where the packs cannot pay for that. Never falls when a count rises. */
  costOf(web: number, hd: number): number;
  /** The same without the sponsored photo, of which an order has one at most. */
  plainCostOf(web: number, hd: number): number;
  /** True where photos never cost more together than apart: where each pack may be used any number of times. */
  readonly areUnlimited: boolean;
  planFor(counts: PhotoCounts): PhotoPlan;
}

/** `most`: the largest counts that will be asked for. */
export function photoPrices(
  packs: readonly Pack[],
  most: PhotoCounts,
  mostUses: MostUses,
): PhotoPrices {
  const ofPhotos = packs.filter(isPhotosPack);
  const hdPacks = ofPhotos.filter(({ size }) => size === 'hd');
  const webPacks = ofPhotos.filter(({ size }) => size === 'web');
  const hdTable = coverTable(hdPacks, most.web + most.hd, mostUses);
  const webTable = coverTable(webPacks, most.web, mostUses);
  const sponsored = packs.filter(({ kind }) => kind === 'sponsored');
  const sponsoredOf = {
    web: cheapestPack(sponsored, 'web'),
    hd: cheapestPack(sponsored, 'hd'),
  } as const;
  const splits = new Map<number, Split>();

  /** How many of the web photos the packs of originals pay for: all ways are compared. */
  function splitOf(web: number, hd: number): Split {
    const key = web * (most.hd + 1) + hd;
    const known = splits.get(key);
    if (known !== undefined) return known;
    let lowest = Infinity;
    let webInHdPacks = 0;
    const least = webPacks.length === 0 ? web : 0;
    const largest = hdPacks.length === 0 ? 0 : web;
    for (let inHd = least; inHd <= largest; inHd += 1) {
      const cost =
        (hdTable.costs[hd + inHd] ?? Infinity) + (webTable.costs[web - inHd] ?? Infinity);
      if (cost < lowest) {
        lowest = cost;
        webInHdPacks = inHd;
      }
    }
    const best = { cost: lowest, webInHdPacks };
    splits.set(key, best);
    return best;
  }

  const plainCostOf = (web: number, hd: number) => splitOf(web, hd).cost;

  /** The size of the photo that is best left to the sponsor, and what everything costs then. */
  function sponsoredSize(web: number, hd: number): { cost: number; size: PhotoSize | undefined } {
    let best: { cost: number; size: PhotoSize | undefined } = {
      cost: plainCostOf(web, hd),
      size: undefined,
    };
    if (sponsoredOf.hd !== undefined && hd > 0) {
      const cost = sponsoredOf.hd.price + plainCostOf(web, hd - 1);
      if (cost < best.cost) best = { cost, size: 'hd' };
    }
    if (sponsoredOf.web !== undefined && web > 0) {
      const cost = sponsoredOf.web.price + plainCostOf(web - 1, hd);
      if (cost < best.cost) best = { cost, size: 'web' };
    }
    return best;
  }

  return {
    plainCostOf,
    areUnlimited: mostUses.size === 0,
    costOf: (web, hd) => sponsoredSize(web, hd).cost,
    planFor({ web, hd }) {
      const { size } = sponsoredSize(web, hd);
      const pack = size === undefined ? undefined : sponsoredOf[size];
      const plainWeb = web - (size === 'web' ? 1 : 0);
      const plainHd = hd - (size === 'hd' ? 1 : 0);
      const { webInHdPacks } = splitOf(plainWeb, plainHd);
      return {
        sponsored: pack === undefined || size === undefined ? undefined : { pack, size },
        hdPacks: hdTable.packsFor(plainHd + webInHdPacks),
        webInHdPacks,
        webPacks: webTable.packsFor(plainWeb - webInHdPacks),
      };
    },
  };
}

interface Split {
  readonly cost: number;
  readonly webInHdPacks: number;
}

function isPhotosPack(pack: Pack): pack is PhotosPack {
  return pack.kind === 'photos' && pack.quantity !== undefined;
}
