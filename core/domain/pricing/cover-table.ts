import type { Pack, PackId } from '../pack.js';

/** A pack of several photos. */
export type PhotosPack = Pack & { readonly quantity: number };

/** How often a pack may be used in the cart; any number where it is not in it. */
export type MostUses = ReadonlyMap<PackId, number>;

/** The cheapest way to pay for a number of photos, all alike, with packs of photos. */
export interface CoverTable {
  /** By the number of photos, in cents; Infinity where there is no pack. */
  readonly costs: Float64Array;
  /** Together they cover that many photos; each covers at least one, in this order. */
  packsFor(photos: number): PhotosPack[];
}

/**
 * For 0 to `most` photos, in most * packs steps, and most more for each use of a pack that may not be
 * used any number of times. A pack may cover fewer photos than it could.
 */
export function coverTable(
  packs: readonly PhotosPack[],
  most: number,
  mostUses: MostUses = new Map(),
): CoverTable {
  // Of equally cheap ways the one with the larger packs, which has fewer lines, then by id.
  const ordered = [...packs].sort((a, b) => b.quantity - a.quantity || (a.id < b.id ? -1 : 1));
  let table = anyNumberOf(
    ordered.filter(({ id }) => !mostUses.has(id)),
    most,
  );
  for (const pack of ordered) {
    const uses = Math.min(mostUses.get(pack.id) ?? 0, Math.ceil(most / pack.quantity));
    for (let use = 0; use < uses; use += 1) table = withOneMore(table, pack);
  }
  return table;
}

function anyNumberOf(packs: readonly PhotosPack[], most: number): CoverTable {
  const costs = new Float64Array(most + 1).fill(Infinity);
  const lastPack: (PhotosPack | undefined)[] = [];
  costs[0] = 0;
  for (let photos = 1; photos <= most; photos += 1) {
    for (const pack of packs) {
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

/** The same where the pack may be used once more. */
function withOneMore(table: CoverTable, pack: PhotosPack): CoverTable {
  const isUsed: boolean[] = [];
  const costs = table.costs.map((cost, photos) => {
    const withPack = pack.price + costAt(table.costs, photos - pack.quantity);
    isUsed[photos] = photos > 0 && withPack < cost;
    return isUsed[photos] ? withPack : cost;
  });
  return {
    costs,
    packsFor: (photos) =>
      isUsed[photos] === true
        ? [pack, ...table.packsFor(Math.max(0, photos - pack.quantity))]
        : table.packsFor(photos),
  };
}

function costAt(costs: Float64Array, photos: number): number {
  return photos <= 0 ? 0 : (costs[photos] ?? Infinity);
}
