import type Stripe from 'stripe';
import type { RefundRequest } from '../../../ports/payments.js';
import { explainRefundError } from './stripe-error.js';

/**
 * The buyer's money comes back from the seller's account, cent by cent; the fee is given back to the
 * seller with it: by Stripe's own switch for a refund of everything, by a call of its own for a
 * part, because Stripe's switch would give back a share of the fee and not the part that is meant.
 *
 * @returns Stripe's name of the refund
 */
export async function refundAtStripe(stripe: Stripe, request: RefundRequest): Promise<string> {
  const { isRetry, isWhole, applicationFee, sellerAccount } = request;
  const earlier = isRetry ? await findRefund(stripe, request) : undefined;
  const refundId = earlier ?? (await createRefund(stripe, request));
  if (sellerAccount !== undefined && !isWhole && applicationFee > 0)
    await returnFee(stripe, request);
  return refundId;
}

async function createRefund(stripe: Stripe, request: RefundRequest): Promise<string> {
  const { paymentId, amount, isWhole, sellerAccount, reference } = request;
  const reversal =
    sellerAccount === undefined ? {} : { reverse_transfer: true, refund_application_fee: isWhole };
  try {
    const { id } = await stripe.refunds.create(
      { payment_intent: paymentId, amount, metadata: { reference }, ...reversal },
      { idempotencyKey: `refund-${reference}` },
    );
    return id;
  } catch (error) {
    throw explainRefundError(error) ?? error;
  }
}

async function findRefund(
  stripe: Stripe,
  { paymentId, reference }: RefundRequest,
): Promise<string | undefined> {
  for await (const { id, metadata } of stripe.refunds.list({
    payment_intent: paymentId,
    limit: 100,
  }))
    if (metadata?.['reference'] === reference) return id;
  return undefined;
}

async function returnFee(stripe: Stripe, request: RefundRequest): Promise<void> {
  const { paymentId, applicationFee: amount, reference, isRetry } = request;
  const feeId = await applicationFeeOf(stripe, paymentId);
  if (isRetry) {
    for await (const { metadata } of stripe.applicationFees.listRefunds(feeId, { limit: 100 }))
      if (metadata?.['reference'] === reference) return;
  }
  await stripe.applicationFees.createRefund(
    feeId,
    { amount, metadata: { reference } },
    { idempotencyKey: `refund-${reference}-fee` },
  );
}

async function applicationFeeOf(stripe: Stripe, paymentId: string): Promise<string> {
  const { latest_charge: charge } = await stripe.paymentIntents.retrieve(paymentId, {
    expand: ['latest_charge'],
  });
  const fee = typeof charge === 'object' ? charge?.application_fee : undefined;
  const feeId = typeof fee === 'object' ? fee?.id : fee;
  if (feeId === undefined)
    throw new TypeError(`Payment ${paymentId} went to a seller without an application fee`);
  return feeId;
}
