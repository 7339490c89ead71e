import { enqueueMail } from '../db/queries/mails.js';
import { saleAddressOfOrder } from '../db/queries/orders.js';
import { orderAddressOfNumber, type OrderAddress } from '../db/queries/order-links.js';
import { recordWithdrawal } from '../db/queries/withdrawals.js';
import type { Db } from '../db/query.js';
import { wasPaid } from '../domain/order.js';
import type { Operator } from './operator.js';

export interface WithdrawalRequest {
  /** As typed. */
  readonly orderNumber: string;
  readonly email: string;
}

/** Why there is nothing to withdraw from. */
export type WithdrawalRefusal = 'unknown' | 'not-paid' | 'refunded';

/** The order that a declaration would be about, or why there is none. */
export type WithdrawalOrder =
  | { readonly kind: 'found'; readonly order: OrderAddress }
  | { readonly kind: 'refused'; readonly reason: WithdrawalRefusal };

/**
 * The order that a declaration would be about, to be confirmed by the buyer. Whoever does not know
 * both number and address learns nothing, not even that there is such an order.
 */
export async function findWithdrawalOrder(
  db: Db,
  { orderNumber, email }: WithdrawalRequest,
): Promise<WithdrawalOrder> {
  const order = await orderAddressOfNumber(db, orderNumber, email);
  if (order === undefined) return { kind: 'refused', reason: 'unknown' };
  const { state } = order;
  if (state === 'refunded') return { kind: 'refused', reason: 'refunded' };
  // Of an order whose money is under way the buyer may think better, too.
  const isBought = wasPaid(state) || state === 'processing';
  return isBought ? { kind: 'found', order } : { kind: 'refused', reason: 'not-paid' };
}

export type ReceivedWithdrawal =
  | {
      readonly kind: 'received';
      readonly orderNumber: string;
      readonly timeZone: string;
      readonly receivedAt: Date;
    }
  | Extract<WithdrawalOrder, { kind: 'refused' }>;

/**
 * Keeps the declaration, with its time, and mails the acknowledgement (Directive 2011/83/EU, article
 * 11a). Whether the right still exists, and the refund, are for the seller to see to, who is told by
 * mail. Declared again, it is the same declaration and no second mail.
 */
export async function withdrawOrder(
  { db, operator }: { readonly db: Db; readonly operator: Operator },
  request: WithdrawalRequest & {
    /** What the buyer declares, as it was shown. */
    readonly declarationOf: (order: OrderAddress) => string;
  },
): Promise<ReceivedWithdrawal> {
  return db.transaction(async (transaction): Promise<ReceivedWithdrawal> => {
    const found = await findWithdrawalOrder(transaction, request);
    if (found.kind === 'refused') return found;
    const { order } = found;
    const { declaration, receivedAt } = await recordWithdrawal(
      transaction,
      order.orderId,
      request.declarationOf(order),
    );
    const { timeZone } = order;
    const facts = {
      orderNumber: order.number,
      eventName: order.eventName,
      currency: order.currency,
      receivedAt: receivedAt.toISOString(),
      timeZone,
    };
    await enqueueMail(transaction, {
      kind: 'withdrawal-received',
      key: `withdrawal-received:${order.orderId}`,
      to: order.email,
      language: order.language,
      data: { ...facts, declaration },
    });
    const seller = (await saleAddressOfOrder(transaction, order.orderId)) ?? operator.email;
    if (seller !== undefined) {
      await enqueueMail(transaction, {
        kind: 'order-withdrawn',
        key: `order-withdrawn:${order.orderId}`,
        to: seller,
        language: operator.language,
        data: facts,
      });
    }
    return { kind: 'received', orderNumber: order.number, timeZone, receivedAt };
  });
}
