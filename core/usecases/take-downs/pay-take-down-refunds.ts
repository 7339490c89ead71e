import {
  claimDueRefund,
  markRefundDone,
  unfinishedRefundOf,
} from '../../db/queries/take-down-refunds.js';
import { cents, type Cents } from '../../domain/money.js';
import { FocusError } from '../../errors.js';
import type { OrderDeps } from '../orders/order-deps.js';
import type { RefundOrderRequest } from '../orders/refund-request.js';
import { refundOrder } from '../orders/refund-order.js';

export interface PaidTakeDownRefunds {
  readonly paid: number;
  /** Tried, and to be tried again: by the storefront, ever less often. */
  readonly waiting: number;
}

/**
 * Gives buyers back what is due to them for photos that were taken down. Each is made once, whatever
 * breaks off in between: it has a key, by which the refund of an order is known again.
 */
export async function payTakeDownRefunds(deps: OrderDeps): Promise<PaidTakeDownRefunds> {
  let paid = 0;
  let waiting = 0;
  for (;;) {
    const due = await claimDueRefund(deps.db);
    if (due === undefined) return { paid, waiting };
    const key = `take-down:${due.id}`;
    // One that broke off goes on with what it had asked for.
    const asked = await unfinishedRefundOf(deps.db, due.orderId, key);
    const request = {
      order: due.orderNumber,
      amount: asked ?? (due.isRest ? undefined : due.amount),
      reason: 'take-down',
      key,
    };
    try {
      await markRefundDone(deps.db, due.id, await giveBack(deps, request));
      paid += 1;
    } catch (error) {
      // Disputed, another refund under way, a provider that does not answer: later it may do.
      if (!(error instanceof FocusError)) throw error;
      waiting += 1;
    }
  }
}

/** Less than what is due where less is left of the order: somebody gave some of it back by hand. */
async function giveBack(deps: OrderDeps, request: RefundOrderRequest): Promise<Cents> {
  try {
    return (await refundOrder(deps, request)).amount;
  } catch (error) {
    if (!(error instanceof FocusError)) throw error;
    if (error.code === 'order.nothing-left') return cents(0);
    if (error.code !== 'order.refund-too-large') throw error;
    return giveBack(deps, { ...request, amount: undefined });
  }
}
