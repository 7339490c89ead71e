import { setTimeout as sleep } from 'node:timers/promises';
import { holdRefunds, releaseRefunds } from '../../db/queries/refunds.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { findOrderByNumber } from '../../db/queries/orders.js';
import type { Cents } from '../../domain/money.js';
import { wasPaid, type OrderState } from '../../domain/order.js';
import { FocusError } from '../../errors.js';
import { checkReturnsOfOrder } from './check-returns.js';
import { chooseRefund, type ChosenRefund } from './choose-refund.js';
import { makeRefund, moveShares } from './make-refund.js';
import type { OrderDeps } from './order-deps.js';
import type { RefundOrderRequest, RefundOutcome } from './refund-request.js';
import { requireSameProvider } from './same-provider.js';
import { unknownOrder } from './unknown-order.js';

export interface RequestedOrderRefund {
  readonly outcome: RefundOutcome;
  readonly number: string;
  readonly amount: Cents;
  /** Of the amount: what the platform gives back of its fee. */
  readonly fee: Cents;
  /** The provider's name for it; undefined where only shares were moved. */
  readonly refundId: string | undefined;
  /** Right now; where the buyer's bank takes its time, it follows later. */
  readonly state: OrderState;
}

/** What `refundOrder` would do. The same errors, but for what the provider itself refuses. */
export async function planRefund(
  { db, payments }: Pick<OrderDeps, 'db' | 'payments'>,
  request: RefundOrderRequest,
): Promise<Pick<RequestedOrderRefund, 'number' | 'amount' | 'fee' | 'state'>> {
  const { order } = await findPaidOrder({ db, payments }, request.order);
  return db.transaction(async (transaction) => {
    const { amount, fee } = await chooseRefund(transaction, order.id, request);
    return { number: order.number, amount, fee, state: order.state };
  });
}

/** Seconds. Longer than the provider may take for every step of a refund. */
const LEASE = 300;
/** Seconds for which somebody else's refund of the same order is waited for. */
const PATIENCE = 20;

/**
 * Gives money of an order back, one refund after the other whoever asks. The provider is asked first
 * what has moved since, so that what is left is what is really left. Each step is recorded when it is
 * done: the refund, then the seller's part and the fee. Asked for again after any failure, on any
 * later day, it goes on there.
 *
 * FocusError `not-found`, `conflict` where nothing can be given back, `input` where it is too much,
 * `unavailable` where the provider does not answer.
 */
export async function refundOrder(
  deps: OrderDeps,
  request: RefundOrderRequest,
): Promise<RequestedOrderRefund> {
  const { order, paymentId } = await findPaidOrder(deps, request.order);
  const attempt = await waitForTurn(deps, order);
  try {
    await checkReturnsOfOrder(deps, order.id);
    const chosen = await deps.db.transaction((transaction) =>
      chooseRefund(transaction, order.id, request, { reserve: true }),
    );
    const refund = { order, paymentId, chosen, attempt };
    const made = await makeRefund(deps, refund);
    await moveShares(deps, refund);
    return reportOf(chosen, made, await stateOf(deps, order));
  } finally {
    await releaseRefunds(deps.db, order.id);
  }
}

function reportOf(
  { order: { number }, amount, fee }: ChosenRefund,
  made: { readonly outcome: RefundOutcome; readonly refundId: string | undefined },
  state: OrderState,
): RequestedOrderRefund {
  return { ...made, number, amount, fee, state };
}

async function stateOf({ db }: OrderDeps, order: StoredOrder): Promise<OrderState> {
  return (await findOrderByNumber(db, order.number))?.state ?? order.state;
}

async function findPaidOrder(
  { db, payments }: Pick<OrderDeps, 'db' | 'payments'>,
  number: string,
): Promise<{ readonly order: StoredOrder; readonly paymentId: string }> {
  const order = await findOrderByNumber(db, number);
  if (order === undefined) throw unknownOrder(number);
  requireSameProvider(order, payments);
  if (!wasPaid(order.state) || order.payment === undefined) {
    throw new FocusError(
      'conflict',
      'order.not-paid',
      `Order ${order.number} was never paid: nothing can go back`,
    );
  }
  return { order, paymentId: order.payment.id };
}

/** Refunds of one order are made one after the other: each knows what the ones before it left. */
async function waitForTurn({ db }: OrderDeps, { id, number }: StoredOrder): Promise<number> {
  for (let waited = 0; waited < PATIENCE * 10; waited += 1) {
    const attempt = await holdRefunds(db, id, LEASE);
    if (attempt !== undefined) return attempt;
    await sleep(100);
  }
  throw new FocusError(
    'conflict',
    'order.refund-under-way',
    `Another refund of order ${number} is under way; nothing was asked for by this one`,
    { hint: `Try again in ${LEASE / 60} minutes: one that was broken off is gone on with then.` },
  );
}
