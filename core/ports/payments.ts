import type { Cents, Currency } from '../domain/money.js';
import type { OrderId } from '../domain/order.js';

export interface PaymentRequest {
  readonly orderId: OrderId;
  readonly orderNumber: string;
  /** What the buyer pays, service fee included. */
  readonly amount: Cents;
  readonly currency: Currency;
  /** What the platform keeps where the seller has a connected account. */
  readonly applicationFee: Cents;
  /** The seller's account at the provider; undefined where the platform itself sells. */
  readonly sellerAccount: string | undefined;
  readonly email: string;
  /** Absolute; the buyer comes back here. */
  readonly returnUrl: string;
}

export interface StartedPayment {
  /** The provider's name for it. */
  readonly paymentId: string;
  /** For the provider's form in the browser. */
  readonly clientSecret: string;
  /** A page of the provider's own to pay on; undefined where its form is part of our page. */
  readonly pageUrl: string | undefined;
}

export interface RefundRequest {
  readonly paymentId: string;
  readonly amount: Cents;
  /** True where this one refund gives back the whole payment. */
  readonly isWhole: boolean;
  /** The part of the application fee that goes back to the seller with it. */
  readonly applicationFee: Cents;
  /** The seller's account, which pays the refund; undefined where the platform itself sold. */
  readonly sellerAccount: string | undefined;
  /** Our name for it, kept with it at the provider: the same again gives the same refund. */
  readonly reference: string;
  /**
   * True where it may have been asked for before, however long ago: the provider's own refunds are
   * looked through first, because it forgets within a day that it was asked.
   */
  readonly isRetry: boolean;
}

/** What a provider tells us about a payment, in any order, once or many times. */
export type PaymentNotice = {
  /** The provider's name for this notice. */
  readonly id: string;
  readonly createdAt: Date;
} & (
  | { readonly kind: 'processing'; readonly paymentId: string }
  | {
      readonly kind: 'succeeded';
      readonly paymentId: string;
      readonly amount: Cents;
      readonly currency: string;
    }
  | { readonly kind: 'failed'; readonly paymentId: string; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly paymentId: string }
  | {
      readonly kind: 'refunded';
      readonly paymentId: string;
      readonly refundId: string;
      /** Of this refund alone. */
      readonly amount: Cents;
    }
  /** A refund came back: the buyer's bank did not take it. Final. */
  | { readonly kind: 'refund-failed'; readonly paymentId: string; readonly refundId: string }
  | {
      readonly kind: 'dispute-opened';
      readonly paymentId: string;
      readonly disputeId: string;
      readonly amount: Cents;
    }
  | {
      readonly kind: 'dispute-closed';
      readonly paymentId: string;
      readonly disputeId: string;
      readonly won: boolean;
    }
  /** Nothing that an order depends on. */
  | { readonly kind: 'other'; readonly type: string }
);

/** Takes money. An unreachable provider is FocusError `unavailable`. */
export interface Payments {
  readonly name: 'test' | 'stripe';
  /** Starting the same order again gives the same payment. */
  start(request: PaymentRequest): Promise<StartedPayment>;
  /**
   * How a payment stands by the provider's own books, for notices that never came: the notice that
   * says so, with an id of its own. Undefined where there is nothing to say, or no such payment.
   */
  ask(paymentId: string): Promise<PaymentNotice | undefined>;
  /**
   * Where the provider gives nothing back, FocusError `conflict` `payments.refund-refused`; after
   * any other error it may have, and the same is to be asked for again.
   */
  refund(request: RefundRequest): Promise<{ readonly refundId: string }>;
  /**
   * Takes no money for it any more; what the provider does not know takes none. `false` where it is
   * too late: money was taken or is on its way.
   */
  cancel(paymentId: string): Promise<boolean>;
  /**
   * The notice in a webhook's raw body. FocusError `forbidden` `payments.bad-signature` where it was
   * not signed by the provider, was altered, or is older than the provider's tolerance.
   */
  readNotice(body: Uint8Array, signature: string | undefined): PaymentNotice;
}
