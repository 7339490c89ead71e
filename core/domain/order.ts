import type { EventId, PhotoId } from './ids.js';
import type { Cents, Currency } from './money.js';
import { cents } from './money.js';
import type { PackId, PhotoSize } from './pack.js';

declare const brand: unique symbol;
export type OrderId = string & { readonly [brand]: 'OrderId' };

/** Charged once an order, to the buyer; not on an order that costs nothing. */
export const SERVICE_FEE: Cents = cents(100);

/**
 * open: waits for the buyer to pay. processing: a debit was ordered, money is not sure yet.
 * Delivered only in `paid` and `partly-refunded`; `disputed` and `refunded` revoke the downloads.
 */
export type OrderState =
  | 'open'
  | 'processing'
  | 'paid'
  | 'failed'
  | 'expired'
  | 'partly-refunded'
  | 'refunded'
  | 'disputed';

export interface OrderItem {
  readonly photoId: PhotoId;
  readonly size: PhotoSize;
}

/** A line of the price: one pack, and the photos it pays for. */
export interface OrderLine {
  readonly packId: PackId;
  readonly price: Cents;
  readonly photoIds: readonly PhotoId[];
}

export interface Order {
  readonly id: OrderId;
  /** Shown to people: "FR-2026-000123". Given when the order is placed. */
  readonly number: string;
  readonly eventId: EventId;
  readonly state: OrderState;
  readonly email: string;
  readonly language: 'en' | 'fr';
  readonly currency: Currency;
  readonly items: readonly OrderItem[];
  readonly lines: readonly OrderLine[];
  readonly subtotal: Cents;
  readonly discount: Cents;
  readonly serviceFee: Cents;
  /** What the buyer pays: subtotal - discount + service fee. */
  readonly total: Cents;
  readonly refunded: Cents;
  readonly placedAt: Date;
  readonly paidAt: Date | undefined;
}
