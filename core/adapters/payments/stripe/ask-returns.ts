import type Stripe from 'stripe';
import type { ProviderShares } from '../../../domain/shares.js';
import { disputesIn, refundsIn, returnedOf } from '../../../domain/returns.js';
import type { PaymentNotice } from '../../../ports/payments.js';
import { asked, readStripeReturn } from '../read-stripe-event.js';
import { sellerBooksOf } from './stripe-refunds.js';

/** All refunds and disputes of a payment as they stand, and what that did to the seller's part. */
export async function askReturnsOfStripe(
  stripe: Stripe,
  paymentId: string,
  hasSeller: boolean,
): Promise<PaymentNotice[]> {
  const askedAt = new Date();
  const objects: unknown[] = [];
  const of = { payment_intent: paymentId, limit: 100 };
  for await (const refund of stripe.refunds.list(of)) objects.push(refund);
  for await (const dispute of stripe.disputes.list(of)) objects.push(dispute);
  const found = hasSeller ? await sellerBooksOf(stripe, paymentId) : undefined;
  return returnNotices(paymentId, objects, found?.books, askedAt);
}

/**
 * The notices that these make up for. ZodError where they are none of Stripe's.
 *
 * @param objects refunds and disputes of the payment, all of them
 */
export function returnNotices(
  paymentId: string,
  objects: readonly unknown[],
  books: ProviderShares | undefined,
  askedAt: Date,
): PaymentNotice[] {
  const notices = objects.flatMap((object) => readStripeReturn(object, askedAt) ?? []);
  if (books === undefined) return notices;
  const { reversed, feeReturned } = books;
  const returned = returnedBy(notices);
  // What nothing was given back of is as it was.
  if (returned === 0 && reversed === 0 && feeReturned === 0) return notices;
  const shares = { kind: 'shares', paymentId, returned, reversed, feeReturned } as const;
  return [...notices, asked(`${paymentId}:shares:${askedAt.getTime()}`, shares, askedAt)];
}

function returnedBy(notices: readonly PaymentNotice[]) {
  const facts = notices.flatMap((notice) =>
    notice.kind === 'refunded' || notice.kind === 'dispute'
      ? [{ ...notice, at: notice.createdAt }]
      : [],
  );
  return returnedOf(refundsIn(facts), disputesIn(facts));
}
