import type { Cents } from '../money.js';
import type { Pack, PackId, PhotoSize } from '../pack.js';
import { cheapestPack, isOnSale } from './pack-choice.js';

/** What one photo costs, and which packs make it cheaper: what a viewer says before there is a cart. */
export interface PhotoOffer {
  /** By size: of the cheapest pack that pays for one photo; undefined where it is not sold alone. */
  readonly prices: Readonly<Record<PhotoSize, Cents | undefined>>;
  /** The pack with the lowest price for each photo, where that is below the single price of its size. */
  readonly bestPack:
    { readonly quantity: number; readonly price: Cents; readonly size: PhotoSize } | undefined;
  readonly allOfMine: { readonly price: Cents; readonly size: PhotoSize } | undefined;
  /** One photo of web size, in the frame. */
  readonly sponsored: SponsoredOffer | undefined;
}

export interface SponsoredOffer {
  readonly packId: PackId;
  readonly sponsor: string;
  readonly price: Cents;
}

/** `packs`: what the event offers, at any time. */
export function photoOffer(packs: readonly Pack[], at: Date): PhotoOffer {
  const onSale = packs.filter((pack) => isOnSale(pack, at));
  const ofPhotos = onSale.filter(({ kind }) => kind === 'photos');
  const prices = {
    hd: cheapestPack(ofPhotos, 'hd')?.price,
    web: cheapestPack(ofPhotos, 'web')?.price,
  };
  const allOfMine = cheapestPack(
    onSale.filter(({ kind }) => kind === 'all-of-mine'),
    'web',
  );
  return {
    prices,
    bestPack: bestPack(ofPhotos, prices),
    allOfMine: allOfMine && { price: allOfMine.price, size: allOfMine.size },
    sponsored: sponsoredOffer(onSale),
  };
}

/** Of packs on sale: as the cheapest combination takes it. */
export function sponsoredOffer(onSale: readonly Pack[]): SponsoredOffer | undefined {
  const pack = cheapestPack(
    onSale.filter(({ kind }) => kind === 'sponsored'),
    'web',
  );
  return (
    pack?.sponsorship && {
      packId: pack.id,
      sponsor: pack.sponsorship.sponsor,
      price: pack.price,
    }
  );
}

function bestPack(packs: readonly Pack[], prices: PhotoOffer['prices']): PhotoOffer['bestPack'] {
  let best: { quantity: number; price: Cents; size: PhotoSize } | undefined;
  for (const { quantity = 1, price, size } of packs) {
    if (quantity === 1 || price >= quantity * (prices[size] ?? Infinity)) continue;
    if (best === undefined || price * best.quantity < best.price * quantity)
      best = { quantity, price, size };
  }
  return best;
}
