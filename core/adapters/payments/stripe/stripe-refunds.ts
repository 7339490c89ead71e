import type Stripe from 'stripe';
import { cents, type Cents } from '../../../domain/money.js';
import { sharesToMove, type ProviderShares, type SellerBooks } from '../../../domain/shares.js';
import type { MadeRefund, RefundRequest, SharesRequest } from '../../../ports/payments.js';
import { readStripeReturn } from '../read-stripe-event.js';
import { explainRefundError, explainSharesError } from './stripe-error.js';

/**
 * Gives the buyer money back. With a connected account it comes from there in the same call, as long
 * as that much of the transfer is left and due: our own balance holds little but fees. Whatever of
 * the transfer and the fee is to be moved besides is for `moveSharesAtStripe`.
 */
export async function refundAtStripe(stripe: Stripe, request: RefundRequest): Promise<MadeRefund> {
  const askedAt = new Date();
  const earlier = await findRefund(stripe, request);
  const refund = earlier ?? (await createRefund(stripe, request));
  return {
    refundId: refund.id,
    isEarlier: earlier !== undefined,
    notice: readStripeReturn(refund, askedAt),
  };
}

async function createRefund(stripe: Stripe, request: RefundRequest): Promise<Stripe.Refund> {
  const { paymentId, amount, reference, shares } = request;
  try {
    const isReversed = shares !== undefined && (await coversRefund(stripe, request, shares));
    const reversal = shares === undefined ? {} : { reverse_transfer: isReversed };
    return await stripe.refunds.create(
      { payment_intent: paymentId, amount, metadata: { reference }, ...reversal },
      // The same key with other parameters would be an error.
      { idempotencyKey: `refund-${reference}${isReversed ? '-reversed' : ''}` },
    );
  } catch (error) {
    throw explainRefundError(error) ?? error;
  }
}

/** Stripe takes as much of the transfer back as it gives of the payment, or says no to both. */
async function coversRefund(
  stripe: Stripe,
  { paymentId, amount }: RefundRequest,
  due: ProviderShares,
): Promise<boolean> {
  const found = await sellerBooksOf(stripe, paymentId);
  return found !== undefined && sharesToMove(due, found.books).reverse >= amount;
}

async function findRefund(
  stripe: Stripe,
  { paymentId, reference }: RefundRequest,
): Promise<Stripe.Refund | undefined> {
  for await (const refund of stripe.refunds.list({ payment_intent: paymentId, limit: 100 }))
    if (refund.metadata?.['reference'] === reference) return refund;
  return undefined;
}

/**
 * Brings the transfer and the fee to where they are due, by what is left of each: Stripe's own
 * switch would give back a share of the fee and not the part that is meant. The names of the
 * requests are made of what they start from, so that whoever asks twice asks for the same.
 */
export async function moveSharesAtStripe(
  stripe: Stripe,
  { paymentId, due, attempt }: SharesRequest,
): Promise<ProviderShares> {
  const found = await sellerBooksOf(stripe, paymentId);
  if (found === undefined) return due;
  const { books, transferId, feeId } = found;
  const { reverse, returnFee } = sharesToMove(due, books);
  const keyOf = (what: string, from: number, amount: number) => ({
    idempotencyKey: `${what}-${paymentId}-${from}-${amount}-${attempt}`,
  });
  try {
    if (reverse > 0)
      await stripe.transfers.createReversal(
        transferId,
        { amount: reverse },
        keyOf('reversal', books.reversed, reverse),
      );
    if (returnFee > 0 && feeId !== undefined)
      await stripe.applicationFees.createRefund(
        feeId,
        { amount: returnFee },
        keyOf('fee', books.feeReturned, returnFee),
      );
  } catch (error) {
    throw explainSharesError(error) ?? error;
  }
  return {
    reversed: cents(books.reversed + reverse),
    feeReturned: cents(books.feeReturned + returnFee),
  };
}

/** What Stripe's books say of the seller's part; undefined where the payment went to no other account. */
export async function sellerBooksOf(
  stripe: Stripe,
  paymentId: string,
): Promise<
  | { readonly books: SellerBooks; readonly transferId: string; readonly feeId: string | undefined }
  | undefined
> {
  const { latest_charge: charge } = await stripe.paymentIntents.retrieve(paymentId, {
    expand: ['latest_charge.transfer', 'latest_charge.application_fee'],
  });
  if (charge === null || typeof charge === 'string') return undefined;
  const { transfer, application_fee: fee } = charge;
  if (transfer === undefined || typeof transfer === 'string') return undefined;
  const ofFee = typeof fee === 'string' ? undefined : fee;
  const amountOf = (amount: number | undefined): Cents => cents(amount ?? 0);
  return {
    transferId: transfer.id,
    feeId: ofFee?.id,
    books: {
      transferred: amountOf(transfer.amount),
      reversed: amountOf(transfer.amount_reversed),
      fee: amountOf(ofFee?.amount),
      feeReturned: amountOf(ofFee?.amount_refunded),
    },
  };
}
