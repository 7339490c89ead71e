import type { Cents, Currency } from '../domain/money.js';
import type { OrderId } from '../domain/order.js';
import type { SaidOfPayment } from '../domain/payment-fact.js';
import type { ProviderShares } from '../domain/shares.js';

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
  /** Where the seller's account paid into has to stand afterwards; undefined where the platform itself sold. */
  readonly shares: ProviderShares | undefined;
  /**
   * Our name for it, kept with it at the provider: the same again, however long after, gives the
   * same refund. A provider forgets within a day that it was asked, so its refunds are looked through.
   */
  readonly reference: string;
}

export interface MadeRefund {
  /** The provider's name for it. */
  readonly refundId: string;
  /** It was there before it was asked for now. */
  readonly isEarlier: boolean;
  /** What a notice would say of it; undefined while the buyer's bank has not taken it yet. */
  readonly notice: PaymentNotice | undefined;
}

export interface SharesRequest {
  readonly paymentId: string;
  readonly due: ProviderShares;
  /** How often the provider said no so far: it remembers its answers for a day. */
  readonly attempt: number;
}

/** What a provider tells us about a payment, in any order, once or many times. */
export type PaymentNotice = {
  /** The provider's name for this notice. */
  readonly id: string;
  readonly createdAt: Date;
} & (
  | (SaidOfPayment & { readonly paymentId: string })
  /** Money moved, in a way that the notice does not tell: the provider is to be asked. */
  | { readonly kind: 'moved'; readonly paymentId: string }
  /** What was to be paid out to us did not arrive. */
  | {
      readonly kind: 'payout-failed';
      readonly payoutId: string;
      readonly amount: Cents;
      readonly currency: string;
      readonly reason: string;
    }
  | SellingNotice
  /** The buyer is at the bank's page, or at another one of the provider's: the payment goes on there. */
  | { readonly kind: 'acting'; readonly paymentId: string }
  /** Nothing that an order depends on. */
  | { readonly kind: 'other'; readonly type: string }
);

/** Something changed in whether an account takes money: the provider is to be asked. */
export interface SellingNotice {
  readonly kind: 'selling';
  /** The provider's name for the account. */
  readonly account: string;
  /** True for the account that our key is of, and not one that is connected to it. */
  readonly isOwn: boolean;
  /** What the notice itself says; an earlier one may come later. */
  readonly canSell: boolean;
  /** Why not, in the provider's own words. */
  readonly reason: string;
}

/** Whether an account takes money; why not, in the provider's own words. */
export type SellingStanding =
  { readonly canSell: true } | { readonly canSell: false; readonly reason: string };

/** Takes money. An unreachable provider is FocusError `unavailable`. */
export interface Payments {
  readonly name: 'test' | 'stripe';
  /**
   * Starting the same order again gives the same payment. PaymentRefused where the provider says no,
   * and nothing is charged.
   */
  start(request: PaymentRequest): Promise<StartedPayment>;
  /** Whether a seller's account, or else the shop's own, takes money; undefined where we may not look. */
  askSelling(sellerAccount: string | undefined): Promise<SellingStanding | undefined>;
  /**
   * How a payment stands by the provider's own books, for notices that never came: the notice that
   * says so, with an id of its own. Undefined where there is nothing to say, or no such payment.
   */
  ask(paymentId: string): Promise<PaymentNotice | undefined>;
  /**
   * The same for all that was given back or taken back of a payment since, in notices dated now: one
   * for each refund and dispute as it stands, and the shares where the payment went to a seller.
   */
  askReturns(
    paymentId: string,
    sellerAccount: string | undefined,
  ): Promise<readonly PaymentNotice[]>;
  /**
   * Where the provider gives nothing back, FocusError `conflict` `payments.refund-refused`; after
   * any other error it may have, and the same is to be asked for again.
   */
  refund(request: RefundRequest): Promise<MadeRefund>;
  /**
   * Takes back from the seller's account, and gives back of the fee, what is missing there; less
   * where less is left. It may be asked for any number of times. FocusError `conflict`
   * `payments.shares-refused` where the provider says no.
   */
  moveShares(request: SharesRequest): Promise<ProviderShares>;
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
