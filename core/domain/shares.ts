import { cents, type Cents } from './money.js';

export interface ShareTerms {
  readonly total: Cents;
  /** Of the total: what the buyer pays to the platform. */
  readonly serviceFee: Cents;
}

/** Who bears what was given back so far. */
export interface Shares {
  readonly seller: Cents;
  readonly platform: Cents;
  /** What went out beyond the payment: the buyer has it twice. Negative where too little did. */
  readonly loss: Cents;
}

/**
 * How money given back is shared: the seller's part goes first, and only what exceeds it comes out
 * of the platform's fee. So a partial refund keeps the fee, one of everything returns it, and the
 * shares depend on the sum given back alone, not on the steps. Nobody's share is more than they got:
 * what exceeds the payment is a loss of its own.
 */
export function shareReturned({ total, serviceFee }: ShareTerms, returned: Cents): Shares {
  const sellerPart = total - serviceFee;
  const seller = within(returned, sellerPart);
  const platform = within(returned - sellerPart, serviceFee);
  return {
    seller: cents(seller),
    platform: cents(platform),
    loss: cents(returned - seller - platform),
  };
}

/**
 * The same as steps at a provider that passes the payment on to the seller and takes the fee from
 * there: what it has to have taken back, and given back of the fee, in all.
 */
export interface ProviderShares {
  readonly reversed: Cents;
  readonly feeReturned: Cents;
}

export function sharesAfter(terms: ShareTerms, returned: Cents): ProviderShares {
  const { seller, platform } = shareReturned(terms, returned);
  return { reversed: cents(seller + platform), feeReturned: platform };
}

/** What the provider's books say of the seller's transfer and of the fee. */
export interface SellerBooks extends ProviderShares {
  readonly transferred: Cents;
  readonly fee: Cents;
}

/**
 * What is still to be moved so that the provider's books stand where ours do, whatever was moved by
 * hand before; never more than there is left.
 */
export function sharesToMove(
  due: ProviderShares,
  { transferred, reversed, fee, feeReturned }: SellerBooks,
): { readonly reverse: Cents; readonly returnFee: Cents } {
  return {
    reverse: cents(within(due.reversed - reversed, transferred - reversed)),
    returnFee: cents(within(due.feeReturned - feeReturned, fee - feeReturned)),
  };
}

function within(amount: number, most: number): number {
  return Math.max(0, Math.min(amount, most));
}
