import { cents, type Cents } from '../../domain/money.js';
import { query, type Db } from '../query.js';

/*
 * The books of the test provider. It stands in for a company elsewhere: nothing but its adapter
 * reads or writes them, and orders learn of them by its notices alone.
 */

export type TestPaymentStatus =
  'waiting' | 'needs-action' | 'processing' | 'succeeded' | 'cancelled';

export interface StoredTestPayment {
  readonly id: string;
  readonly clientSecret: string;
  readonly status: TestPaymentStatus;
  /** What was asked for, as it came. */
  readonly request: unknown;
}

const COLUMNS = 'id, client_secret as "clientSecret", status, request';

/** One payment an order: the same again, with the latest request. */
export async function upsertTestPayment(
  db: Db,
  payment: {
    readonly id: string;
    readonly orderId: string;
    readonly clientSecret: string;
    readonly request: object;
  },
): Promise<StoredTestPayment> {
  const [row] = await query<StoredTestPayment>(
    db,
    `insert into test_payments (id, order_id, client_secret, request)
     values (:id, :orderId, :clientSecret, :request)
     on conflict (order_id) do update set request = excluded.request returning ${COLUMNS}`,
    { ...payment, request: JSON.stringify(payment.request) },
  );
  if (row === undefined) throw new TypeError('Expected one row from an upsert');
  return row;
}

export async function findTestPayment(db: Db, id: string): Promise<StoredTestPayment | undefined> {
  const [row] = await query<StoredTestPayment>(
    db,
    `select ${COLUMNS} from test_payments where id = :id`,
    { id },
  );
  return row;
}

/** The same, held for this transaction. */
export async function lockTestPayment(
  transaction: Db,
  id: string,
): Promise<StoredTestPayment | undefined> {
  const [row] = await query<StoredTestPayment>(
    transaction,
    `select ${COLUMNS} from test_payments where id = :id for update`,
    { id },
  );
  return row;
}

export async function setTestPaymentStatus(
  transaction: Db,
  id: string,
  status: TestPaymentStatus,
): Promise<void> {
  await query(transaction, 'update test_payments set status = :status where id = :id', {
    id,
    status,
  });
}

/** What became of a debit under way. Said again later, it changes nothing: the buyer may have tried anew. */
export async function decideTestDebit(
  db: Db,
  id: string,
  status: TestPaymentStatus,
): Promise<void> {
  await query(
    db,
    `update test_payments set status = :status where id = :id and status = 'processing'`,
    { id, status },
  );
}

export interface StoredTestRefund {
  readonly id: string;
  readonly amount: Cents;
}

export async function findTestRefund(
  db: Db,
  reference: string,
): Promise<StoredTestRefund | undefined> {
  const [row] = await query<{ id: string; amount: number }>(
    db,
    'select id, amount_cents as amount from test_refunds where idempotency_key = :reference',
    { reference },
  );
  return row === undefined ? undefined : { id: row.id, amount: cents(row.amount) };
}

export async function testRefundsOf(db: Db, paymentId: string): Promise<StoredTestRefund[]> {
  const rows = await query<{ id: string; amount: number }>(
    db,
    'select id, amount_cents as amount from test_refunds where payment_id = :paymentId order by id',
    { paymentId },
  );
  return rows.map(({ id, amount }) => ({ id, amount: cents(amount) }));
}

/** Sum of what was given back of a payment. */
export async function testRefundedOf(db: Db, paymentId: string): Promise<Cents> {
  const [row] = await query<{ sum: number }>(
    db,
    `select coalesce(sum(amount_cents), 0)::bigint as sum from test_refunds
     where payment_id = :paymentId`,
    { paymentId },
  );
  return cents(row?.sum ?? 0);
}

export async function insertTestRefund(
  transaction: Db,
  refund: StoredTestRefund & { readonly paymentId: string; readonly reference: string },
): Promise<void> {
  await query(
    transaction,
    `insert into test_refunds (id, payment_id, idempotency_key, amount_cents)
     values (:id, :paymentId, :reference, :amount)`,
    { ...refund },
  );
}

export interface StoredTestEvent {
  readonly id: string;
  readonly body: string;
  /** What becomes of a payment when this is told. */
  readonly then: { readonly paymentId: string; readonly status: TestPaymentStatus } | undefined;
}

/** An event to deliver, once it is due. */
export async function insertTestEvent(
  transaction: Db,
  event: StoredTestEvent & { readonly dueAt: Date },
): Promise<void> {
  await query(
    transaction,
    `insert into test_events (id, body, payment_id, status_then, due_at)
     values (:id, :body, :paymentId, :status, :dueAt)`,
    {
      id: event.id,
      body: event.body,
      dueAt: event.dueAt,
      paymentId: event.then?.paymentId ?? null,
      status: event.then?.status ?? null,
    },
  );
}

/** All that are due and not delivered, the oldest first: those that are not taken hold up no others. */
export async function dueTestEvents(db: Db, now: Date): Promise<StoredTestEvent[]> {
  const rows = await query<{
    id: string;
    body: string;
    paymentId: string | null;
    status: TestPaymentStatus | null;
  }>(
    db,
    `select id, body, payment_id as "paymentId", status_then as status from test_events
     where delivered_at is null and due_at <= :now order by due_at, id`,
    { now },
  );
  return rows.map(({ id, body, paymentId, status }) => ({
    id,
    body,
    then: paymentId === null || status === null ? undefined : { paymentId, status },
  }));
}

export async function markTestEventDelivered(db: Db, id: string, at: Date): Promise<void> {
  await query(db, 'update test_events set delivered_at = :at where id = :id', { id, at });
}
