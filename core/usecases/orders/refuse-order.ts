import type { PaymentRefused } from '../../domain/payment-refused.js';
import type { OrderId } from '../../domain/order.js';
import { alarmOperator } from '../alarm-operator.js';
import { pauseSelling } from '../selling/pause-selling.js';
import { expireOrder } from './end-unpaid-order.js';
import type { OrderDeps } from './order-deps.js';

/**
 * Ends an order whose payment the provider does not begin, with what it held, and sees to it that the
 * next buyer is not sent there before somebody looked.
 */
export async function refuseOrder(
  deps: OrderDeps,
  { id, number }: { readonly id: OrderId; readonly number: string },
  { refusedFor, reason }: PaymentRefused,
): Promise<void> {
  await deps.db.transaction(async (transaction) => {
    await expireOrder(transaction, deps, id);
    if (refusedFor !== 'order') {
      await pauseSelling(transaction, deps, reason);
      return;
    }
    const day = deps.now().toISOString().slice(0, 10);
    await alarmOperator(transaction, deps.seller.operator, {
      key: `payment-refused:${reason}:${day}`,
      alarm: 'payment-refused',
      values: { orderNumber: number, reason },
    });
  });
}
