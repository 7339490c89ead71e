import { paymentEvent } from '../../../core/adapters/payments/test/event-shapes.js';
import { signEvent } from '../../../core/adapters/payments/test/sign-event.js';
import { query } from '../../../core/db/query.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderId } from '../../../core/domain/order.js';
import { takePaymentNotice } from '../../../core/usecases/orders/take-payment-notice.js';
import { SECRET, type OrderWorld } from './order-world.js';

/** Notices as they come over HTTP, and what became of them. */
export function orderNotices(world: () => OrderWorld) {
  /** A signed event as it would come over HTTP. */
  function notice(
    paymentId: string,
    said: Parameters<typeof paymentEvent>[0],
    changed: { readonly amount?: number; readonly id?: string; readonly at?: Date } = {},
  ): { readonly body: Uint8Array; readonly signature: string } {
    const now = world().deps.now();
    const draft = paymentEvent(said, {
      id: paymentId,
      request: {
        orderId: 'unused' as OrderId,
        orderNumber: 'FR-2026-000001',
        amount: cents(changed.amount ?? 900),
        currency: 'EUR',
        applicationFee: cents(100),
        sellerAccount: undefined,
      },
    });
    const created = Math.floor((changed.at ?? now).getTime() / 1000);
    const body = JSON.stringify({ id: changed.id ?? `evt_${Math.random()}`, created, ...draft });
    return { body: Buffer.from(body), signature: signEvent(body, SECRET, now) };
  }
  const take = ({ body, signature }: ReturnType<typeof notice>) =>
    takePaymentNotice(world().deps, 'test', body, signature);

  async function countOf(table: string, number: string): Promise<number> {
    const [row] = await query<{ count: number }>(
      world().deps.db,
      `select count(*) from ${table} t join orders o on o.id = t.order_id where o.number = :number`,
      { number },
    );
    return row?.count ?? 0;
  }
  async function mailsTo(email: string, kind: string): Promise<number> {
    const [row] = await query<{ count: number }>(
      world().deps.db,
      'select count(*) from mails where recipient = :email and kind = :kind',
      { email, kind },
    );
    return row?.count ?? 0;
  }

  return { notice, take, countOf, mailsTo };
}
