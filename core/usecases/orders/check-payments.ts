import {
  claimWaitingOrderOfLink,
  claimWaitingOrders,
  type WaitingOrder,
} from '../../db/queries/unpaid-orders.js';
import type { OrderState } from '../../domain/order.js';
import { hashLinkToken } from '../../domain/link-token.js';
import type { PaymentNotice } from '../../ports/payments.js';
import { forEachOrder } from './for-each-order.js';
import type { OrderDeps } from './order-deps.js';
import { takeNotice } from './take-notice.js';

const AT_ONCE = 100;
/** A buyer waits, and the page asks every few seconds. */
const PAUSE_SECONDS = 10;

/**
 * Asks the provider about orders that wait for their payment, up to a hundred: a notice that never
 * came is made up for. The older an order, the less often.
 *
 * @returns for how many there was news
 * @throws AggregateError of those that failed, after the others; FocusError `unavailable`
 */
export async function checkPayments(deps: OrderDeps): Promise<number> {
  const { db, payments, now } = deps;
  const waiting = await claimWaitingOrders(db, payments.name, now(), AT_ONCE);
  return forEachOrder(waiting, (order) => checkPayment(deps, order));
}

/** The same for the order that a link opens, at most every ten seconds. */
export async function checkPaymentOfLink(deps: OrderDeps, token: string): Promise<void> {
  const { db, payments, now } = deps;
  const hash = hashLinkToken(token);
  if (hash === undefined) return;
  const order = await claimWaitingOrderOfLink(db, hash, payments.name, now(), PAUSE_SECONDS);
  if (order !== undefined) await checkPayment(deps, order);
}

/** What a notice would say again of an order in that state. */
const KNOWN: Partial<Record<OrderState, PaymentNotice['kind']>> = {
  processing: 'processing',
  failed: 'failed',
};

/** True where there was news, which the order follows now. */
export async function checkPayment(deps: OrderDeps, order: WaitingOrder): Promise<boolean> {
  const notice = await deps.payments.ask(order.paymentId);
  if (notice === undefined || notice.kind === KNOWN[order.state]) return false;
  const { kind } = await takeNotice(deps, notice);
  return kind === 'settled';
}
