import type { StoredOrder } from '../../db/queries/order-rows.js';
import { findOrderByNumber, lockOrder } from '../../db/queries/orders.js';
import { factsOf } from '../../db/queries/payment-notices.js';
import {
  insertRefund,
  markRefundRefused,
  markRefundSent,
  refundsOf,
  type RequestedRefund,
} from '../../db/queries/refunds.js';
import type { Db } from '../../db/query.js';
import { shareOfReturn } from '../../domain/ledger.js';
import { cents, sumOf, type Cents } from '../../domain/money.js';
import { wasPaid, type OrderState } from '../../domain/order.js';
import { standingOf, type OrderStanding } from '../../domain/order-transitions.js';
import { FocusError } from '../../errors.js';
import type { OrderDeps } from './order-deps.js';
import { requireSameProvider } from './same-provider.js';
import { unknownOrder } from './unknown-order.js';

export interface RefundOrderRequest {
  /** The number that people see. */
  readonly order: string;
  /** All that is left where undefined. */
  readonly amount: Cents | undefined;
  /** For the seller's own records. */
  readonly reason: string;
}

export interface RequestedOrderRefund {
  readonly number: string;
  readonly amount: Cents;
  /** Of the amount: what the platform gives back of its fee. */
  readonly fee: Cents;
  readonly refundId: string;
  /** Right now: it follows the provider's notice, which may be here already. */
  readonly state: OrderState;
}

/** What `refundOrder` would do. The same errors, but for what the provider itself refuses. */
export async function planRefund(
  { db, payments }: Pick<OrderDeps, 'db' | 'payments'>,
  request: RefundOrderRequest,
): Promise<Pick<RequestedOrderRefund, 'number' | 'amount' | 'fee' | 'state'>> {
  return db.transaction(async (transaction) => {
    const found = await holdPaidOrder(transaction, request.order);
    requireSameProvider(found.order, payments);
    const { amount, fee } = await chooseRefund(transaction, found, request);
    return { number: found.order.number, amount, fee, state: found.order.state };
  });
}

/**
 * Asks the provider to give money back. The order changes when the provider says that it did. A
 * refund that the provider may never have been told of, because it did not answer, is taken up again.
 * FocusError `not-found`, `conflict` where nothing can be given back, `input` where it is too much.
 */
export async function refundOrder(
  deps: OrderDeps,
  request: RefundOrderRequest,
): Promise<RequestedOrderRefund> {
  const { order, payment, refund } = await deps.db.transaction(async (transaction) => {
    const found = await holdPaidOrder(transaction, request.order);
    requireSameProvider(found.order, deps.payments);
    const { waiting, amount, fee } = await chooseRefund(transaction, found, request);
    const { reason } = request;
    const { order: paid, payment: its } = found;
    const chosen =
      waiting ?? (await insertRefund(transaction, { orderId: paid.id, amount, fee, reason }));
    return { order: paid, payment: its, refund: { ...chosen, isRetry: waiting !== undefined } };
  });
  const { amount, fee } = refund;
  const refundId = await sendRefund(deps, order, payment.id, refund);
  const after = await findOrderByNumber(deps.db, order.number);
  return { number: order.number, amount, fee, refundId, state: after?.state ?? order.state };
}

async function sendRefund(
  { db, payments }: OrderDeps,
  order: StoredOrder,
  paymentId: string,
  refund: RequestedRefund & { readonly isRetry: boolean },
): Promise<string> {
  try {
    const { refundId } = await payments.refund({
      paymentId,
      amount: refund.amount,
      isWhole: refund.amount === order.total,
      applicationFee: refund.fee,
      sellerAccount: order.sellerAccount,
      reference: refund.id,
      isRetry: refund.isRetry,
    });
    await markRefundSent(db, refund.id, refundId);
    return refundId;
  } catch (error) {
    if (error instanceof FocusError && error.code === 'payments.refund-refused')
      await markRefundRefused(db, refund.id);
    throw error;
  }
}

interface PaidOrder {
  readonly order: StoredOrder;
  readonly payment: NonNullable<StoredOrder['payment']>;
  readonly standing: OrderStanding;
  /** The provider's names of refunds that came to nothing. */
  readonly failed: ReadonlySet<string>;
}

async function holdPaidOrder(transaction: Db, number: string): Promise<PaidOrder> {
  const found = await findOrderByNumber(transaction, number);
  if (found === undefined) throw unknownOrder(number);
  const order = await lockOrder(transaction, found.id);
  const { payment } = order;
  if (!wasPaid(order.state) || payment === undefined)
    throw cannot('order.not-paid', `Order ${order.number} was never paid: nothing can go back`);
  if (order.state === 'disputed') {
    throw cannot(
      'order.disputed',
      `Order ${order.number} is disputed: the buyer's bank decides about its money`,
      'Answer the dispute at the payment provider.',
    );
  }
  const facts = await factsOf(transaction, payment);
  const failed = facts.flatMap((fact) => (fact.kind === 'refund-failed' ? [fact.refundId] : []));
  return { order, payment, standing: standingOf(order, facts), failed: new Set(failed) };
}

async function chooseRefund(
  transaction: Db,
  { order, standing, failed }: PaidOrder,
  { amount: wanted }: RefundOrderRequest,
): Promise<{
  readonly amount: Cents;
  readonly fee: Cents;
  readonly waiting: RequestedRefund | undefined;
}> {
  const requested = await refundsOf(transaction, order.id);
  const waiting = requested.find(({ state }) => state === 'requested');
  if (waiting !== undefined) {
    if (wanted !== undefined && wanted !== waiting.amount) {
      throw cannot(
        'order.refund-waiting',
        `A refund of ${euros(waiting.amount)} of order ${order.number} has not reached the provider yet`,
        'Run it again without an amount to finish that one first.',
      );
    }
    return { amount: waiting.amount, fee: waiting.fee, waiting };
  }
  const returned = returnedOrOnItsWay(standing, failed, requested);
  const left = order.total - returned;
  if (left <= 0) throw cannot('order.nothing-left', `Order ${order.number} is refunded already`);
  const amount = wanted ?? cents(left);
  if (amount < 1 || amount > left) {
    throw new FocusError(
      'input',
      'order.refund-too-large',
      `${euros(amount)} cannot be refunded: of order ${order.number} ${euros(left)} are left`,
    );
  }
  const { platform: fee } = shareOfReturn(order, returned, amount);
  return { amount, fee, waiting: undefined };
}

/** What notices say, ours or made at the provider, and what it was asked for and has not said yet. */
function returnedOrOnItsWay(
  { refunds, refunded }: OrderStanding,
  failed: ReadonlySet<string>,
  requested: readonly RequestedRefund[],
): Cents {
  // One can fail without ever having gone through.
  const known = new Set([...failed, ...refunds.map(({ id }) => id)]);
  const silent = requested.filter(
    ({ state, providerRefundId: id }) => state === 'sent' && id !== undefined && !known.has(id),
  );
  return sumOf([refunded, ...silent.map(({ amount }) => amount)]);
}

function cannot(code: string, message: string, hint?: string): FocusError {
  return new FocusError('conflict', code, message, hint === undefined ? {} : { hint });
}

function euros(amount: number): string {
  return `EUR ${(amount / 100).toFixed(2)}`;
}
