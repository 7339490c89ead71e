import type { PhotoId } from '../../domain/ids.js';
import type { OrderId } from '../../domain/order.js';
import type { OrderStanding } from '../../domain/order-transitions.js';
import type { PhotoSize } from '../../domain/pack.js';
import type { DiscountCodeId } from '../../domain/pricing/discount.js';
import { query, type Db } from '../query.js';
import type { PaymentAddress } from './payment-notices.js';

/** Says by which payment the order is paid; false, and nothing changed, where it has another one. */
export async function setPayment(
  transaction: Db,
  id: OrderId,
  payment: PaymentAddress,
): Promise<boolean> {
  const rows = await query(
    transaction,
    `update orders set payment_provider = :provider, payment_id = :paymentId
     where id = :id and (payment_id is null
       or (payment_provider, payment_id) = (:provider, :paymentId)) returning 1`,
    { id, provider: payment.provider, paymentId: payment.id },
  );
  return rows.length === 1;
}

export async function setStanding(
  transaction: Db,
  id: OrderId,
  { state, problems, voucher, paidAt, refunded }: OrderStanding,
): Promise<void> {
  await query(
    transaction,
    `update orders set state = :state, problems = :problems, voucher = :voucher::jsonb,
       paid_at = :paidAt, refunded_cents = :refunded,
       returns_due_at = case when paid_at is null and :paidAt::timestamptz is not null
         then :paidAt::timestamptz + interval '1 hour' else returns_due_at end
     where id = :id`,
    {
      id,
      state,
      problems,
      voucher: voucher === undefined ? null : JSON.stringify(voucher),
      paidAt: paidAt ?? null,
      refunded,
    },
  );
}

export async function setExpired(transaction: Db, id: OrderId, at: Date): Promise<void> {
  await query(transaction, 'update orders set expired_at = :at where id = :id', { id, at });
}

/** Its checkout page may place another order: that one ended unpaid. */
export async function freeCheckout(transaction: Db, id: OrderId): Promise<void> {
  await query(
    transaction,
    `update orders set idempotency_key = idempotency_key || ' ' || id
     where id = :id and position(' ' in idempotency_key) = 0`,
    { id },
  );
}

/** The buyer is paying: what the order still holds it holds until then, where that is longer. */
export async function prolongHold(
  transaction: Db,
  id: OrderId,
  { until, at }: { readonly until: Date; readonly at: Date },
): Promise<void> {
  await query(
    transaction,
    `update orders set held_until = greatest(held_until, :until::timestamptz)
     where id = :id and held_until > :at`,
    { id, until, at },
  );
}

/** Says which order took the place of these. */
export async function setSuccessor(
  transaction: Db,
  ids: readonly OrderId[],
  successor: OrderId,
): Promise<void> {
  await query(
    transaction,
    'update orders set superseded_by = :successor where id = any(:ids::uuid[])',
    { ids, successor },
  );
}

/** Which code the order holds a use of; undefined for none. */
export async function setDiscountClaim(
  transaction: Db,
  id: OrderId,
  codeId: DiscountCodeId | undefined,
): Promise<void> {
  await query(transaction, 'update orders set discount_code_id = :codeId where id = :id', {
    id,
    codeId: codeId ?? null,
  });
}

/** Photos that a line gives beyond those of the cart; those the order has already stay as they are. */
export async function addItems(
  transaction: Db,
  orderId: OrderId,
  line: {
    readonly ordinal: number;
    readonly size: PhotoSize;
    readonly photoIds: readonly PhotoId[];
  },
): Promise<void> {
  await query(
    transaction,
    `insert into order_items (order_id, photo_id, size, line, in_cart)
     select :orderId, photo_id, :size, :ordinal, false from unnest(:photoIds::uuid[]) as photo_id
     on conflict (order_id, photo_id) do nothing`,
    { orderId, ordinal: line.ordinal, size: line.size, photoIds: line.photoIds },
  );
}
