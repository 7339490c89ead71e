import { markReturnsDue } from '../../db/queries/returns.js';
import type { OrderId } from '../../domain/order.js';
import { FocusError } from '../../errors.js';
import { checkReturnsOfOrder } from './check-returns.js';
import type { OrderDeps } from './order-deps.js';
import { takeNotice, type TakenNotice } from './take-notice.js';

/**
 * Takes what a provider says of a payment: at least once, in any order, as often and as many at the
 * same time as it likes. Once this returns, it is kept for good.
 *
 * @param provider the name in the webhook's address
 * @param body exactly the bytes that came: the signature is over them
 * @param signature header `Stripe-Signature`
 * @throws FocusError `forbidden` `payments.bad-signature`, `not-found` `payments.unknown-provider`
 */
export async function takePaymentNotice(
  deps: OrderDeps,
  provider: string,
  body: Uint8Array,
  signature: string | undefined,
): Promise<TakenNotice> {
  const { payments } = deps;
  if (provider !== payments.name) {
    throw new FocusError(
      'not-found',
      'payments.unknown-provider',
      `Payments are not taken by "${provider}" here`,
    );
  }
  const taken = await takeNotice(deps, payments.readNotice(body, signature));
  if (taken.kind === 'moved') await askAtOnce(deps, taken.orderId);
  return taken;
}

/** What cannot be asked now is for the next pass. */
async function askAtOnce(deps: OrderDeps, orderId: OrderId): Promise<void> {
  try {
    await checkReturnsOfOrder(deps, orderId);
  } catch (error) {
    if (!(error instanceof FocusError)) throw error;
    await markReturnsDue(deps.db, orderId, deps.now());
  }
}
