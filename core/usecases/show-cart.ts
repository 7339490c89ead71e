import { findSellingPause, type SellingAccount } from '../db/queries/selling-pauses.js';
import type { PersonHashes } from '../db/queries/offer-uses.js';
import type { Db } from '../db/query.js';
import type { SoldLine } from '../domain/order.js';
import type { PhotoId } from '../domain/ids.js';
import type { Cents } from '../domain/money.js';
import { isOnSale } from '../domain/pricing/pack-choice.js';
import { sponsoredOffer, type SponsoredOffer } from '../domain/pricing/photo-offer.js';
import { splitVat } from '../domain/pricing/vat.js';
import { priceEventCart, type PricedOrder, type WantedItem } from './price-cart.js';
import type { QuoteCart } from './quote-cart.js';

/** A priced cart with what a page says of its packs and of the VAT in it. */
export type ShownCart =
  | (Extract<PricedOrder, { kind: 'priced' }> & {
      readonly lines: readonly SoldLine[];
      /** The photo that a sponsor offers; `photoId` where the cart has it. */
      readonly sponsored: (SponsoredOffer & { readonly photoId: PhotoId | undefined }) | undefined;
      /** True where the payment provider takes no money for the seller at the moment, and it costs something. */
      readonly isPaused: boolean;
      readonly vat: { readonly rate: number; readonly amount: Cents };
    })
  | Exclude<PricedOrder, { kind: 'priced' }>;

/**
 * Prices the cart of a visitor.
 *
 * @param cart.vatRate percent; prices include it
 */
export async function showCart(
  db: Db,
  cart: {
    readonly eventSlug: string;
    readonly items: readonly WantedItem[];
    readonly code: string | undefined;
    readonly at: Date;
    readonly vatRate: number;
    readonly selling: SellingAccount;
    readonly person: PersonHashes;
  },
  quote: QuoteCart,
): Promise<ShownCart> {
  const priced = await priceEventCart(db, { ...cart, replaced: true }, quote);
  if (priced.kind !== 'priced') return priced;
  const packs = new Map(priced.packs.map((pack) => [pack.id, pack] as const));
  const lines = priced.quote.lines.flatMap((line): SoldLine[] => {
    const pack = packs.get(line.packId);
    if (pack === undefined) return [];
    const { kind, quantity, size } = pack;
    return [{ ...line, kind, quantity, size }];
  });
  const rate = cart.vatRate;
  // What this buyer cannot have is not offered.
  const withheld = new Set(priced.quote.withheld.map(({ pack }) => pack.id));
  const sponsored = sponsoredOffer(
    priced.packs.filter((pack) => isOnSale(pack, cart.at) && !withheld.has(pack.id)),
  );
  const photoId = lines.find(({ kind }) => kind === 'sponsored')?.photoIds[0];
  const pause = priced.quote.total > 0 ? await findSellingPause(db, cart.selling) : undefined;
  return {
    ...priced,
    isPaused: pause !== undefined,
    lines,
    sponsored: sponsored && { ...sponsored, photoId },
    vat: { rate, amount: splitVat(priced.quote.total, rate).vat },
  };
}
