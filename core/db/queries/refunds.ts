import { cents, type Cents } from '../../domain/money.js';
import type { OrderId } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** A refund that somebody asked for. Whether it came to pass is said by the provider. */
export interface RequestedRefund {
  readonly id: string;
  readonly amount: Cents;
  /** The part of the platform's fee in it. */
  readonly fee: Cents;
  readonly reason: string;
  /** The caller's own name for it. */
  readonly key: string | undefined;
  /** requested: the provider may not know of it yet. sent: it does. refused: there is none. */
  readonly state: 'requested' | 'sent' | 'refused';
  readonly providerRefundId: string | undefined;
  /** Whether the seller's part and the fee were moved, too. */
  readonly sharesMoved: boolean;
  readonly requestedAt: Date;
}

interface RefundRow {
  id: string;
  amount_cents: number;
  fee_cents: number;
  reason: string;
  key: string | null;
  state: RequestedRefund['state'];
  provider_refund_id: string | null;
  shares_moved_at: Date | null;
  requested_at: Date;
}

const COLUMNS = `id, amount_cents, fee_cents, reason, key, state, provider_refund_id,
  shares_moved_at, requested_at`;

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
    readonly key: string | undefined;
  },
): Promise<RequestedRefund> {
  const [row] = await query<RefundRow>(
    transaction,
    `insert into refunds (order_id, amount_cents, fee_cents, reason, key)
     values (:orderId, :amount, :fee, :reason, :key) returning ${COLUMNS}`,
    { ...refund, key: refund.key ?? null },
  );
  if (row === undefined) throw new TypeError('Expected one row from an insert');
  return toRefund(row);
}

/**
 * Takes the refunds of an order, for so long: nobody else gives money of it back meanwhile, and one
 * that dies leaves them to the others afterwards. Undefined where somebody has them.
 *
 * @returns how often the provider said no so far
 */
export async function holdRefunds(
  db: Db,
  orderId: OrderId,
  leaseSeconds: number,
): Promise<number | undefined> {
  const [row] = await query<{ attempts: number }>(
    db,
    `update orders set refund_busy_until = now() + make_interval(secs => :leaseSeconds)
     where id = :orderId and coalesce(refund_busy_until <= now(), true)
     returning refund_attempts as attempts`,
    { orderId, leaseSeconds },
  );
  return row?.attempts;
}

export async function releaseRefunds(db: Db, orderId: OrderId): Promise<void> {
  await query(db, 'update orders set refund_busy_until = null where id = :orderId', { orderId });
}

/** The provider remembers a no for a day: what is asked next has another name. */
export async function countRefusal(db: Db, orderId: OrderId): Promise<void> {
  await query(db, 'update orders set refund_attempts = refund_attempts + 1 where id = :orderId', {
    orderId,
  });
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

/** Of all refunds of the order so far: what is due is due for all of them together. */
export async function markSharesMoved(db: Db, orderId: OrderId): Promise<void> {
  await query(
    db,
    `update refunds set shares_moved_at = now()
     where order_id = :orderId and state = 'sent' and shares_moved_at is null`,
    { orderId },
  );
}

function toRefund(row: RefundRow): RequestedRefund {
  return {
    id: row.id,
    amount: cents(row.amount_cents),
    fee: cents(row.fee_cents),
    reason: row.reason,
    key: row.key ?? undefined,
    state: row.state,
    providerRefundId: row.provider_refund_id ?? undefined,
    sharesMoved: row.shares_moved_at !== null,
    requestedAt: row.requested_at,
  };
}
