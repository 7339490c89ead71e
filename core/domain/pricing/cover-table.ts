import type { Pack } from '../pack.js';

/** A pack of several photos, of which any number may be bought. */
export type PhotosPack = Pack & { readonly quantity: number };

/** The cheapest way to pay for a number of photos, all alike, with packs of photos. */
export interface CoverTable {
  /** By the number of photos, in cents; Infinity where there is no pack. */
  readonly costs: Float64Array;
  /** Together they cover that many photos; each covers at least one, in this order. */
  packsFor(photos: number): PhotosPack[];
}

/** For 0 to `most` photos, in most * packs steps. A pack may cover fewer photos than it could. */
export function coverTable(packs: readonly PhotosPack[], most: number): CoverTable {
  // Of equally cheap ways the one with the larger packs, which has fewer lines, then by id.
  const ordered = [...packs].sort((a, b) => b.quantity - a.quantity || (a.id < b.id ? -1 : 1));
  const costs = new Float64Array(most + 1).fill(Infinity);
  const lastPack: (PhotosPack | undefined)[] = [];
  costs[0] = 0;
  for (let photos = 1; photos <= most; photos += 1) {
    for (const pack of ordered) {
      const cost = pack.price + costAt(costs, photos - pack.quantity);
      if (cost < costAt(costs, photos)) {
        costs[photos] = cost;
        lastPack[photos] = pack;
      }
    }
  }
  return {
    costs,
    packsFor(photos) {
      const chosen: PhotosPack[] = [];
      for (let left = photos; left > 0; left -= chosen.at(-1)?.quantity ?? left) {
        const pack = lastPack[left];
        if (pack === undefined) throw new RangeError(`No packs pay for ${left} photos`);
        chosen.push(pack);
      }
      return chosen;
    },
  };
}

function costAt(costs: Float64Array, photos: number): number {
  return photos <= 0 ? 0 : (costs[photos] ?? Infinity);
}
