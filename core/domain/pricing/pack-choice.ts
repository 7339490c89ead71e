import type { Pack, PhotoSize } from '../pack.js';

/** True where the pack is sold at that time: from included, until excluded. */
export function isOnSale({ availableFrom, availableUntil }: Pack, at: Date): boolean {
  return (
    (availableFrom === undefined || availableFrom <= at) &&
    (availableUntil === undefined || at < availableUntil)
  );
}

/** A pack of originals pays for web versions too. */
export function covers(pack: Pack, size: PhotoSize): boolean {
  return pack.size === 'hd' || pack.size === size;
}

/** The cheapest of those that cover the size; of equals the one whose id comes first. */
export function cheapestPack(packs: readonly Pack[], size: PhotoSize): Pack | undefined {
  return packs
    .filter((pack) => covers(pack, size))
    .reduce<Pack | undefined>(
      (best, pack) =>
        best === undefined ||
        pack.price < best.price ||
        (pack.price === best.price && pack.id < best.id)
          ? pack
          : best,
      undefined,
    );
}
