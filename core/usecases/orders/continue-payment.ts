import { findOrderByToken } from '../../db/queries/orders.js';
import type { Order } from '../../domain/order.js';
import { hashLinkToken } from '../../domain/link-token.js';
import { PaymentRefused } from '../../domain/payment-refused.js';
import type { StartedPayment } from '../../ports/payments.js';
import type { OrderDeps } from './order-deps.js';
import { refuseOrder } from './refuse-order.js';
import { isPayable, startPayment } from './start-payment.js';

/**
 * The payment of an order that was left, or failed, to be gone on with: the same one as before.
 * Undefined where there is no such order, or nothing is to be paid for it any more. PaymentRefused where
 * the provider takes no money for it: the order is over then.
 */
export async function continuePayment(
  deps: OrderDeps,
  token: string,
  returnUrl: string,
): Promise<(StartedPayment & Pick<Order, 'total' | 'currency' | 'email'>) | undefined> {
  const hash = hashLinkToken(token);
  const found = hash === undefined ? undefined : await findOrderByToken(deps.db, hash);
  if (found === undefined) return undefined;
  const { order } = found;
  // As when it was placed: begun again after a day, it would be a second payment of one order.
  if (!isPayable(order, deps.now())) return undefined;
  const started = await startPayment(deps, order, returnUrl).catch(async (error: unknown) => {
    if (error instanceof PaymentRefused) await refuseOrder(deps, order, error);
    throw error;
  });
  return (
    started && { ...started, total: order.total, currency: order.currency, email: order.email }
  );
}
