import type { Cents } from '../../domain/money.js';
import type { BuyerDetails, Waiver } from '../../domain/order.js';
import type { RefusedFor } from '../../domain/payment-refused.js';
import type { Quote } from '../../domain/pricing/quote.js';
import type { StartedPayment } from '../../ports/payments.js';
import type { CodeProblem } from '../discount-outcome.js';
import type { CartRefusal, WantedItem } from '../price-cart.js';

/** What a checkout sends. */
export interface PlaceOrderRequest {
  readonly eventSlug: string;
  /** As the session says: nothing in it is trusted. */
  readonly items: readonly WantedItem[];
  readonly discountCode: string | undefined;
  readonly email: string;
  /** For the invoice, as typed; empty texts are none. */
  readonly buyer?: BuyerDetails | undefined;
  /** Of the visitor's own: with the address, what offers with limits know a person by. */
  readonly session?: string | undefined;
  readonly language: 'en' | 'fr';
  readonly waiver: Waiver;
  /** What the page showed; any other price is shown and asked again. */
  readonly expectedTotal: Cents;
  /** Of this checkout page: sent twice, it is one order. */
  readonly idempotencyKey: string;
  /** The absolute address at which the buyer comes back with the token of the order. */
  returnUrlOf(token: string): string;
}

/** Why there is no order. */
export type OrderRefusal =
  | { readonly kind: 'empty-cart' | 'bad-email' | 'not-on-sale' }
  /** The payment provider takes no money for the seller at the moment. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'photos'; readonly refusals: readonly CartRefusal[] }
  | { readonly kind: 'code'; readonly reason: CodeProblem }
  /** The buyer holds enough of what is scarce with orders that wait for their money. */
  | { readonly kind: 'too-many-unpaid' }
  /** The page was used for another order already. */
  | { readonly kind: 'other-order' };

/** What became of it. */
export type PlacedOrder =
  | {
      readonly kind: 'placed';
      readonly number: string;
      /** Opens the order. */
      readonly token: string;
      /** Undefined where nothing has to be paid, or no more. */
      readonly payment: StartedPayment | undefined;
    }
  /** The buyer's earlier order of this cart was paid, or is about to be: there is no second one. */
  | { readonly kind: 'paid-before'; readonly number: string; readonly token: string }
  /** The provider begins no payment. Nothing was charged, and the order is over. */
  | { readonly kind: 'payment-refused'; readonly refusedFor: RefusedFor }
  | { readonly kind: 'price-changed'; readonly quote: Quote }
  | { readonly kind: 'refused'; readonly reasons: readonly OrderRefusal[] };
