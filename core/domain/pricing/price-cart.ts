import type { Bib } from '../ids.js';
import { cents, type Cents } from '../money.js';
import { SERVICE_FEE } from '../order.js';
import type { Pack } from '../pack.js';
import type { LeftOfPacks } from './broken-limit.js';
import { discountOn, type Discount } from './discount.js';
import { limitedCombination, type LimitedCombination } from './limited-combination.js';
import { isOnSale } from './pack-choice.js';
import { priceHint } from './price-hint.js';
import type { CartItem, PricedCart, QuoteLine } from './quote.js';

export interface CartToPrice {
  /** Each photo once. */
  readonly items: readonly CartItem[];
  /** What the event offers, at any time. */
  readonly packs: readonly Pack[];
  /** Of those with limits, what is left for the buyer; a pack that is missing may be used any number of times. */
  readonly left?: LeftOfPacks;
  /** How many public photos of the event have a bib; a bib that is missing is not hinted at. */
  readonly photosOfBib: ReadonlyMap<Bib, number>;
  /** Public photos of the event that are not in the cart, or MOST_MORE where there are more. */
  readonly photosLeft: number;
  readonly discount: Discount | undefined;
  /** Now: packs have dates. */
  readonly at: Date;
}

/**
 * The cheapest packs for a cart, whatever the order of its items and of the packs. Adding a photo
 * never makes it cheaper: a pack of 5 also pays for 4.
 */
export function priceCart(cart: CartToPrice): PricedCart {
  const { items, packs, left = new Map(), photosOfBib, photosLeft, discount, at } = cart;
  const onSale = packs.filter((pack) => isOnSale(pack, at)).sort(byId);
  const ordered = [...items].sort((a, b) => (a.photoId < b.photoId ? -1 : 1));
  const combination = limitedCombination(ordered, onSale, left);
  const { withheld } = combination;
  if ('unpayable' in combination) {
    const photoIds = combination.unpayable.flatMap((index) => ordered[index]?.photoId ?? []);
    return { kind: 'not-for-sale', photoIds, withheld };
  }
  const hint = priceHint({
    items: ordered,
    packs: onSale,
    left,
    photosOfBib,
    photosLeft,
    today: combination,
    totalOf: (cost) => totalsOf(cost, discount).total,
  });
  return {
    kind: 'priced',
    quote: {
      currency: 'EUR',
      lines: quoteLines(ordered, combination),
      ...totalsOf(combination.cost, discount),
      hint,
      proven: combination.proven,
      withheld,
    },
  };
}

interface Totals {
  readonly subtotal: Cents;
  readonly discount: Cents;
  readonly serviceFee: Cents;
  readonly total: Cents;
}

function totalsOf(cost: number, code: Discount | undefined): Totals {
  const subtotal = cents(cost);
  const discount = code === undefined ? cents(0) : discountOn(subtotal, code.terms);
  const serviceFee = subtotal > discount ? SERVICE_FEE : cents(0);
  return { subtotal, discount, serviceFee, total: cents(subtotal - discount + serviceFee) };
}

function quoteLines(items: readonly CartItem[], { lines }: LimitedCombination): QuoteLine[] {
  return lines.map(({ pack, bib, usedFor, items: paid }) => ({
    packId: pack.id,
    kind: pack.kind,
    quantity: pack.quantity,
    size: pack.size,
    price: pack.price,
    bib,
    usedFor,
    photoIds: paid.flatMap((index) => items[index]?.photoId ?? []),
  }));
}

function byId(a: Pack, b: Pack): number {
  return a.id < b.id ? -1 : 1;
}
