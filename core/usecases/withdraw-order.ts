import { enqueueMail } from '../db/queries/mails.js';
import { saleAddressOfOrder } from '../db/queries/orders.js';
import { orderAddressOfNumber, type OrderAddress } from '../db/queries/order-links.js';
import { recordWithdrawal } from '../db/queries/withdrawals.js';
import type { Db } from '../db/query.js';
import type { Operator } from './operator.js';

export interface WithdrawalRequest {
  /** As typed. */
  readonly orderNumber: string;
  readonly email: string;
}

/** The order that a declaration would be about, to be confirmed by the buyer. */
export function findWithdrawalOrder(
  db: Db,
  { orderNumber, email }: WithdrawalRequest,
): Promise<OrderAddress | undefined> {
  return orderAddressOfNumber(db, orderNumber, email);
}

export type ReceivedWithdrawal =
  | {
      readonly kind: 'received';
      readonly orderNumber: string;
      readonly timeZone: string;
      readonly receivedAt: Date;
    }
  | { readonly kind: 'unknown' };

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
    const order = await findWithdrawalOrder(transaction, request);
    if (order === undefined) return { kind: 'unknown' };
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
