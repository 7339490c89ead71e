import type { SellingAccount } from '../../db/queries/selling-pauses.js';
import type { OrderDeps } from '../orders/order-deps.js';

/** What the verbs of selling need of an order's. */
export type SellingDeps = Pick<OrderDeps, 'db' | 'payments' | 'seller' | 'now'>;

export function accountOf({ payments, seller }: SellingDeps): SellingAccount {
  return { provider: payments.name, account: seller.account };
}
