import {
  claimOrdersForReturns,
  claimReturnsOfOrder,
  type OrderWithReturns,
} from '../../db/queries/returns.js';
import { factsOf } from '../../db/queries/payment-notices.js';
import type { OrderId } from '../../domain/order.js';
import { isNews } from '../../domain/payment-fact.js';
import type { PaymentNotice } from '../../ports/payments.js';
import { forEachOrder } from './for-each-order.js';
import type { OrderDeps } from './order-deps.js';
import { takeNotice } from './take-notice.js';

/** Each is two or three questions to the provider, one after the other. */
const AT_ONCE = 25;

/**
 * Asks the provider what was given back and taken back of orders that were paid: notices of it that
 * never came are made up for. The older an order, the less often, and none for ever.
 *
 * @returns for how many there was news
 * @throws AggregateError of those that failed, after the others; FocusError `unavailable`
 */
export async function checkReturns(deps: OrderDeps): Promise<number> {
  const { db, payments, now } = deps;
  const due = await claimOrdersForReturns(db, payments.name, now(), AT_ONCE);
  return forEachOrder(due, (order) => takeReturns(deps, order));
}

/** The same for one order, now. False also where it has no payment with this provider. */
export async function checkReturnsOfOrder(deps: OrderDeps, orderId: OrderId): Promise<boolean> {
  const { db, payments, now } = deps;
  const order = await claimReturnsOfOrder(db, orderId, payments.name, now());
  return order !== undefined && takeReturns(deps, order);
}

async function takeReturns(deps: OrderDeps, order: OrderWithReturns): Promise<boolean> {
  const { db, payments } = deps;
  const notices = await payments.askReturns(order.paymentId, order.sellerAccount ?? undefined);
  const payment = { provider: payments.name, id: order.paymentId };
  const facts = await factsOf(db, payment);
  let hasNews = false;
  for (const notice of notices) {
    if (!tellsMore(notice, facts)) continue;
    hasNews = (await takeNotice(deps, notice)).kind === 'settled' || hasNews;
  }
  return hasNews;
}

function tellsMore(notice: PaymentNotice, facts: Parameters<typeof isNews>[1]): boolean {
  switch (notice.kind) {
    case 'other':
    case 'moved':
    case 'acting':
    case 'selling':
    case 'payout-failed':
      return false;
    default:
      return isNews(notice, facts);
  }
}
