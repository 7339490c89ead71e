import type { Bib, PhotoId } from '../ids.js';
import type { Cents, Currency } from '../money.js';
import type { SoldLine } from '../order.js';
import type { PackId, PhotoSize } from '../pack.js';
import type { WithheldPack } from './limited-combination.js';

/** What a buyer wants, with what the prices depend on. */
export interface CartItem {
  readonly photoId: PhotoId;
  readonly size: PhotoSize;
  /** The bibs tagged in the photo: any of them may pay for it with a pack of all of a runner's photos. */
  readonly bibs: readonly Bib[];
}

/** One use of one pack, and the photos of the cart that it pays for. */
export interface QuoteLine extends SoldLine {
  /**
   * Of kind `all-of-mine`: whose photos. The line then gives every photo of the event with this bib
   * that is public when the order is paid, and not only those that were in the cart.
   */
  readonly bib: Bib | undefined;
  /** Of a pack with limits: the runner to whom this use counts, where a photo has one. */
  readonly usedFor: Bib | undefined;
}

/** What is true of the same cart with more photos: worked out by pricing that very cart. */
export type PriceHint =
  /** That many more photos of this size cost nothing more. */
  | { readonly kind: 'free'; readonly more: number; readonly size: PhotoSize }
  /** With `more` photos added the pack is used, and the total is `total` instead of `totalWithout`. */
  | {
      readonly kind: 'pack';
      readonly more: number;
      readonly size: PhotoSize;
      readonly packId: PackId;
      readonly quantity: number;
      readonly total: Cents;
      readonly totalWithout: Cents;
      /** What the photos added cost: `total` less the cart's total of today. */
      readonly extra: Cents;
    }
  /** All `photos` photos with this bib cost `extra` more than the cart of today, `total` in all. */
  | {
      readonly kind: 'all-of-mine';
      readonly bib: Bib;
      readonly photos: number;
      readonly packId: PackId;
      readonly total: Cents;
      readonly extra: Cents;
    };

/** The price of a cart. Amounts include VAT. */
export interface Quote {
  readonly currency: Currency;
  /** Every photo of the cart is in exactly one line. In the order of packs of runners, then of photos. */
  readonly lines: readonly QuoteLine[];
  /** Sum of the lines. */
  readonly subtotal: Cents;
  /** From 0 to the subtotal. */
  readonly discount: Cents;
  /** 0 where nothing else is to be paid. */
  readonly serviceFee: Cents;
  /** subtotal - discount + service fee. */
  readonly total: Cents;
  readonly hint: PriceHint | undefined;
  /** False where the search for a cheaper combination was cut short: see choose-runner-packs.ts. */
  readonly proven: boolean;
  /** Packs that would make it cheaper, but that this buyer has had, or that are gone for today. */
  readonly withheld: readonly WithheldPack[];
}

export type PricedCart =
  | { readonly kind: 'priced'; readonly quote: Quote }
  /** No pack on sale pays for these photos in the size wanted. */
  | {
      readonly kind: 'not-for-sale';
      readonly photoIds: readonly PhotoId[];
      readonly withheld: readonly WithheldPack[];
    };
