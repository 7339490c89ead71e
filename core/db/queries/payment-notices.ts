import type { PaymentFact } from '../../domain/payment-fact.js';
import { query, type Db } from '../query.js';

export interface PaymentAddress {
  readonly provider: string;
  /** The provider's name for the payment. */
  readonly id: string;
}

/**
 * Waits for whoever else is at work with this payment, until the end of the transaction. A notice
 * can come before its order knows the payment: either finds what the other wrote.
 */
export async function lockPayment(
  transaction: Db,
  { provider, id }: PaymentAddress,
): Promise<void> {
  await query(transaction, 'select pg_advisory_xact_lock(hashtextextended(:name, 2))', {
    name: `${provider}/${id}`,
  });
}

/** Keeps a notice; false where it was here before. */
export async function insertNotice(
  transaction: Db,
  payment: { readonly provider: string; readonly id: string | undefined },
  notice: { readonly id: string; readonly kind: string; readonly createdAt: Date },
): Promise<boolean> {
  const rows = await query(
    transaction,
    `insert into payment_notices (provider, id, payment_id, kind, notice, created_at)
     values (:provider, :id, :paymentId, :kind, :notice, :createdAt)
     on conflict (provider, id) do nothing returning 1`,
    {
      provider: payment.provider,
      paymentId: payment.id ?? null,
      id: notice.id,
      kind: notice.kind,
      notice: JSON.stringify(notice),
      createdAt: notice.createdAt,
    },
  );
  return rows.length === 1;
}

/** All that is known of a payment. */
export async function factsOf(db: Db, { provider, id }: PaymentAddress): Promise<PaymentFact[]> {
  const rows = await query<{ notice: PaymentFact; at: Date }>(
    db,
    `select notice, created_at as at from payment_notices
     where provider = :provider and payment_id = :id order by created_at, id`,
    { provider, id },
  );
  // Written by insertNotice alone, from a notice that its adapter checked.
  return rows.map(({ notice, at }) => ({ ...notice, at }));
}
