import {
  countRefusal,
  markRefundRefused,
  markRefundSent,
  markSharesMoved,
  refundsOf,
} from '../../db/queries/refunds.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { factsOf } from '../../db/queries/payment-notices.js';
import type { Db } from '../../db/query.js';
import { standingOf } from '../../domain/order-transitions.js';
import { goneOf } from '../../domain/refund-plan.js';
import { sharesAfter, type ProviderShares } from '../../domain/shares.js';
import { FocusError } from '../../errors.js';
import { checkReturnsOfOrder } from './check-returns.js';
import type { ChosenRefund } from './choose-refund.js';
import type { OrderDeps } from './order-deps.js';
import type { RefundOutcome } from './refund-request.js';
import { takeNotice } from './take-notice.js';

interface Making {
  readonly order: StoredOrder;
  readonly paymentId: string;
  readonly chosen: ChosenRefund;
  /** How often the provider said no so far. */
  readonly attempt: number;
}

/** Gives the buyer the money, and records that; where only shares are to be moved, nothing. */
export async function makeRefund(
  deps: OrderDeps,
  { order, paymentId, chosen }: Making,
): Promise<{ readonly outcome: RefundOutcome; readonly refundId: string | undefined }> {
  const { db, payments } = deps;
  const { refund, due } = chosen;
  if (refund === undefined) return { outcome: 'shares-only', refundId: undefined };
  if (refund.state === 'sent')
    return { outcome: 'already-made', refundId: refund.providerRefundId };
  try {
    const { refundId, isEarlier, notice } = await payments.refund({
      paymentId,
      amount: refund.amount,
      shares: order.sellerAccount === undefined ? undefined : due,
      reference: refund.id,
    });
    await markRefundSent(db, refund.id, refundId);
    // The order follows at once, whatever notices come of it.
    if (notice !== undefined) await takeNotice(deps, notice);
    return { outcome: isEarlier ? 'already-made' : 'made', refundId };
  } catch (error) {
    if (error instanceof FocusError && error.code === 'payments.refund-refused')
      await markRefundRefused(db, refund.id);
    throw error;
  }
}

/** Brings the seller's part and the fee to where the books have them; the buyer's money is not touched. */
export async function moveShares(
  deps: OrderDeps,
  { order, paymentId, chosen, attempt }: Making,
): Promise<void> {
  const { db, payments } = deps;
  if (order.sellerAccount !== undefined) {
    try {
      const due = await sharesDueOf(db, order);
      await payments.moveShares({ paymentId, due, attempt });
    } catch (error) {
      if (!(error instanceof FocusError)) throw error;
      if (error.code === 'payments.shares-refused') await countRefusal(db, order.id);
      throw sharesWaiting(order, chosen, error);
    }
  }
  await markSharesMoved(db, order.id);
  // What is seen now ends an alarm that it was otherwise.
  if (order.sellerAccount !== undefined) await checkReturnsOfOrder(deps, order.id);
}

/** By what is known now: a refund that was found again is counted once. */
async function sharesDueOf(db: Db, order: StoredOrder): Promise<ProviderShares> {
  const facts = order.payment === undefined ? [] : await factsOf(db, order.payment);
  return sharesAfter(order, goneOf(standingOf(order, facts), await refundsOf(db, order.id)));
}

function sharesWaiting(
  { number }: StoredOrder,
  { amount }: ChosenRefund,
  error: FocusError,
): FocusError {
  const given =
    amount === 0
      ? `The buyer of order ${number} has everything back`
      : `EUR ${(amount / 100).toFixed(2)} of order ${number} went back to the buyer`;
  return new FocusError(
    error.kind,
    'order.shares-waiting',
    `${given}, but the seller's part or the fee was not moved: ${error.message}`,
    {
      hint: 'Run `orders refund` for this order again later: nothing is given back twice.',
      cause: error,
    },
  );
}
