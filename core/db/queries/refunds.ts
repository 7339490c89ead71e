import { cents, type Cents } from '../../domain/money.js';
import type { OrderId } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** A refund that somebody asked for. Whether it came to pass is said by the provider's notices. */
export interface RequestedRefund {
  readonly id: string;
  readonly amount: Cents;
  /** The part of the platform's fee in it. */
  readonly fee: Cents;
  readonly reason: string;
  readonly state: 'requested' | 'sent' | 'refused';
  readonly providerRefundId: string | undefined;
  readonly requestedAt: Date;
}

interface RefundRow {
  id: string;
  amount_cents: number;
  fee_cents: number;
  reason: string;
  state: RequestedRefund['state'];
  provider_refund_id: string | null;
  requested_at: Date;
}

const COLUMNS = 'id, amount_cents, fee_cents, reason, state, provider_refund_id, requested_at';

/** In the order in which they were asked for. */
export async function refundsOf(db: Db, orderId: OrderId): Promise<RequestedRefund[]> {
  const rows = await query<RefundRow>(
    db,
    `select ${COLUMNS} from refunds where order_id = :orderId order by requested_at, id`,
    { orderId },
  );
  return rows.map(toRefund);
}

export async function insertRefund(
  transaction: Db,
  refund: {
    readonly orderId: OrderId;
    readonly amount: Cents;
    readonly fee: Cents;
    readonly reason: string;
  },
): Promise<RequestedRefund> {
  const [row] = await query<RefundRow>(
    transaction,
    `insert into refunds (order_id, amount_cents, fee_cents, reason)
     values (:orderId, :amount, :fee, :reason) returning ${COLUMNS}`,
    { ...refund },
  );
  if (row === undefined) throw new TypeError('Expected one row from an insert');
  return toRefund(row);
}

export async function markRefundSent(db: Db, id: string, providerRefundId: string): Promise<void> {
  await query(
    db,
    `update refunds set state = 'sent', provider_refund_id = :providerRefundId where id = :id`,
    { id, providerRefundId },
  );
}

export async function markRefundRefused(db: Db, id: string): Promise<void> {
  await query(db, `update refunds set state = 'refused' where id = :id and state = 'requested'`, {
    id,
  });
}

function toRefund(row: RefundRow): RequestedRefund {
  return {
    id: row.id,
    amount: cents(row.amount_cents),
    fee: cents(row.fee_cents),
    reason: row.reason,
    state: row.state,
    providerRefundId: row.provider_refund_id ?? undefined,
    requestedAt: row.requested_at,
  };
}
