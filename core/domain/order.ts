import type { Bib, EventId, PhotoId } from './ids.js';
import type { Cents, Currency } from './money.js';
import { cents } from './money.js';
import type { Pack, PackId, PhotoSize } from './pack.js';

declare const brand: unique symbol;
export type OrderId = string & { readonly [brand]: 'OrderId' };

/** Charged once an order, to the buyer; not on an order that costs nothing. */
export const SERVICE_FEE: Cents = cents(100);

/**
 * The largest order: Stripe takes no more digits (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).
 * Amounts of an order fit the `int` of its columns.
 */
export const LARGEST_TOTAL: Cents = cents(99_999_999);

/**
 * open: waits for the buyer to pay. processing: a debit was ordered, money is not sure yet.
 * Delivered only in `paid` and `partly-refunded`; `disputed` and `refunded` revoke the downloads.
 */
export const ORDER_STATES = [
  'open',
  'processing',
  'paid',
  'failed',
  'expired',
  'partly-refunded',
  'refunded',
  'disputed',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** True where the buyer may download. */
export function isDelivered(state: OrderState): boolean {
  return state === 'paid' || state === 'partly-refunded';
}

/** True where money came in, whatever became of it. */
export function wasPaid(state: OrderState): boolean {
  return isDelivered(state) || state === 'refunded' || state === 'disputed';
}

export interface OrderItem {
  readonly photoId: PhotoId;
  readonly size: PhotoSize;
  /** False for what an all-of-mine pack added when the order was paid. */
  readonly inCart: boolean;
}

/** A line of the price: one pack, and the photos it pays for. */
export interface OrderLine {
  readonly packId: PackId;
  readonly price: Cents;
  readonly photoIds: readonly PhotoId[];
}

/** The same in an order: with what the pack was when it was sold. */
export interface SoldLine extends OrderLine {
  readonly kind: Pack['kind'];
  /** Of kind `photos`. */
  readonly quantity: number | undefined;
  readonly size: PhotoSize;
  /** Of kind `all-of-mine`. */
  readonly bib: Bib | undefined;
}

/** The waiver of the right of withdrawal, as the buyer gave it. */
export interface Waiver {
  /** Which text was shown: "2026-11". */
  readonly version: string;
  readonly acceptedAt: Date;
}

/** As the buyer typed it, where they want it on the invoice; undefined where they did not. */
export interface BuyerDetails {
  readonly name: string | undefined;
  readonly company: string | undefined;
  /** Several lines. */
  readonly address: string | undefined;
}

/**
 * What a person has to look at.
 * payment-mismatch: money came that is not the amount or currency of the order; nothing is delivered for it.
 * paid-back-twice: the buyer has more back than was paid; it is a loss in the books.
 * dispute-to-answer: a bank waits for the seller's answer. fraud-warning: a dispute is likely to follow.
 * in-review: the provider wants somebody to look at the payment. shares-differ: the provider has taken
 * back from the seller, or given back of its fee, something else than our books say.
 */
export type OrderProblem =
  | 'payment-mismatch'
  | 'paid-back-twice'
  | 'dispute-to-answer'
  | 'fraud-warning'
  | 'in-review'
  | 'shares-differ';

/** What the buyer pays elsewhere, days later. */
export interface Voucher {
  /** Until when, ISO 8601. */
  readonly until: string | undefined;
  /** Where it is shown once more, at the provider. */
  readonly url: string | undefined;
}

export interface Order {
  readonly id: OrderId;
  /** Shown to people: "FR-2026-000123". Given when the order is placed. */
  readonly number: string;
  /** Undefined once the event was deleted. */
  readonly eventId: EventId | undefined;
  readonly eventSlug: string;
  readonly eventName: string;
  /** Of the event: times are shown in it. */
  readonly timeZone: string;
  readonly state: OrderState;
  readonly problems: readonly OrderProblem[];
  /** Awaited, while the state is `processing`. */
  readonly voucher: Voucher | undefined;
  readonly email: string;
  /** Whom the invoice is made out to, besides the address. */
  readonly buyer: BuyerDetails;
  readonly language: 'en' | 'fr';
  readonly currency: Currency;
  readonly items: readonly OrderItem[];
  readonly lines: readonly SoldLine[];
  readonly subtotal: Cents;
  readonly discount: Cents;
  readonly discountCode: string | undefined;
  readonly serviceFee: Cents;
  /** What the buyer pays: subtotal - discount + service fee. */
  readonly total: Cents;
  readonly refunded: Cents;
  /** Percent when the order was placed; the prices include it. */
  readonly vatRate: number;
  readonly waiver: Waiver;
  /** How long its links download, as the seller chose when it was placed; undefined for good. */
  readonly downloadHours: number | undefined;
  readonly placedAt: Date;
  readonly paidAt: Date | undefined;
}

/** The seller's part: what the buyer pays without the service fee. */
export function sellerPartOf({ total, serviceFee }: Pick<Order, 'total' | 'serviceFee'>): Cents {
  return cents(total - serviceFee);
}
