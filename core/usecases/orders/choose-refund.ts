import { factsOf } from '../../db/queries/payment-notices.js';
import { insertRefund, refundsOf, type RequestedRefund } from '../../db/queries/refunds.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { lockOrder } from '../../db/queries/orders.js';
import type { Db } from '../../db/query.js';
import { cents, type Cents } from '../../domain/money.js';
import type { OrderId } from '../../domain/order.js';
import { standingOf, type OrderStanding } from '../../domain/order-transitions.js';
import { goneOf, planAmount, type RefundChoice } from '../../domain/refund-plan.js';
import { sharesAfter, type ProviderShares } from '../../domain/shares.js';
import { FocusError } from '../../errors.js';
import type { RefundOrderRequest } from './refund-request.js';

/** What is to be done about an order of which money is to go back. */
export interface ChosenRefund {
  readonly order: StoredOrder;
  readonly amount: Cents;
  /** The part of the platform's fee in it. */
  readonly fee: Cents;
  /** As it is recorded; undefined where it is only planned, or only shares are to be moved. */
  readonly refund: RequestedRefund | undefined;
  /** Where the seller's part and the fee have to stand once this refund is made. */
  readonly due: ProviderShares;
}

/**
 * Chooses what to give back, by all that is known; a refund that was asked for and not finished comes
 * first. Holds the order until the transaction ends.
 */
export async function chooseRefund(
  transaction: Db,
  orderId: OrderId,
  request: Pick<RefundOrderRequest, 'amount' | 'reason' | 'key'>,
  { reserve = false } = {},
): Promise<ChosenRefund> {
  const order = await lockOrder(transaction, orderId);
  const { payment } = order;
  const standing = standingOf(
    order,
    payment === undefined ? [] : await factsOf(transaction, payment),
  );
  const asked = await refundsOf(transaction, orderId);
  const gone = goneOf(standing, asked);
  const chosen = { order, due: sharesAfter(order, gone) };

  const same =
    request.key && asked.find(({ key, state }) => key === request.key && state === 'sent');
  if (same) return { ...chosen, amount: same.amount, fee: same.fee, refund: same };
  const waiting = asked.find(({ state }) => state === 'requested');
  if (waiting !== undefined) {
    requireSame(order, waiting, request);
    const due = sharesAfter(order, cents(gone + waiting.amount));
    return { ...chosen, amount: waiting.amount, fee: waiting.fee, refund: waiting, due };
  }

  const plan = planAmount(order, gone, request.amount);
  if (needsSharesOnly(order, standing, asked, plan))
    return { ...chosen, amount: cents(0), fee: cents(0), refund: undefined };
  requireUndisputed(order);
  if (plan.kind === 'nothing-left')
    throw cannot('order.nothing-left', `Order ${order.number} is refunded already`);
  if (plan.kind === 'too-large') throw tooLarge(order, request.amount ?? plan.left, plan.left);
  const { amount, fee } = plan;
  const { reason, key } = request;
  const due = sharesAfter(order, cents(gone + amount));
  const refund = reserve
    ? await insertRefund(transaction, { orderId, amount, fee, reason, key })
    : undefined;
  return { order, amount, fee, refund, due };
}

/**
 * Whether nothing can go back to the buyer any more, or the bank has decided about it, and the
 * provider's books may lack something of a payment that went to a seller.
 */
function needsSharesOnly(
  { sellerAccount }: StoredOrder,
  { problems, state, disputes }: OrderStanding,
  asked: readonly RequestedRefund[],
  plan: RefundChoice,
): boolean {
  if (sellerAccount === undefined) return false;
  const isDecided = state === 'disputed' && disputes.every(({ status }) => status !== 'open');
  if (plan.kind !== 'nothing-left' && !isDecided) return false;
  const isUnfinished = asked.some(({ state, sharesMoved }) => state === 'sent' && !sharesMoved);
  return isUnfinished || problems.includes('shares-differ');
}

function requireSame(
  { number }: StoredOrder,
  waiting: RequestedRefund,
  { amount, key }: Pick<RefundOrderRequest, 'amount' | 'key'>,
): void {
  const isSame = (amount === undefined || amount === waiting.amount) && key === waiting.key;
  // Without a name of its own, whoever asks may finish it.
  if (isSame || (amount === undefined && key === undefined)) return;
  throw cannot(
    'order.refund-waiting',
    `A refund of ${euros(waiting.amount)} of order ${number} is not finished: the provider may have made it or not`,
    'Run `orders refund` without an amount to finish that one first.',
  );
}

function requireUndisputed({ state, number }: StoredOrder): void {
  if (state !== 'disputed') return;
  throw cannot(
    'order.disputed',
    `Order ${number} is disputed: the buyer's bank decides about its money`,
    'Answer the dispute at the payment provider.',
  );
}

function tooLarge({ number }: StoredOrder, wanted: Cents, left: Cents): FocusError {
  return new FocusError(
    'input',
    'order.refund-too-large',
    `${euros(wanted)} cannot be refunded: of order ${number} ${euros(left)} are left`,
  );
}

function cannot(code: string, message: string, hint?: string): FocusError {
  return new FocusError('conflict', code, message, hint === undefined ? {} : { hint });
}

function euros(amount: number): string {
  return `EUR ${(amount / 100).toFixed(2)}`;
}
