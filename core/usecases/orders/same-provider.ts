import type { StoredOrder } from '../../db/queries/order-rows.js';
import { FocusError } from '../../errors.js';
import type { Payments } from '../../ports/payments.js';

/**
 * Only the provider that an order's payment is with can take or give back its money; the shop may
 * have another one since. FocusError `conflict` `order.other-provider`.
 */
export function requireSameProvider(
  { number, payment }: Pick<StoredOrder, 'number' | 'payment'>,
  payments: Pick<Payments, 'name'>,
): void {
  if (payment === undefined || payment.provider === payments.name) return;
  throw new FocusError(
    'conflict',
    'order.other-provider',
    `The payment of order ${number} is with "${payment.provider}", but this shop takes payments by "${payments.name}" now`,
    {
      hint:
        payment.provider === 'stripe'
          ? 'Set stripeSecretKey of the account that the order was placed with.'
          : 'It was test money: there is nothing to take or to give back.',
    },
  );
}
