import type { OrderId, OrderState } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** An order whose payment the provider is asked about. */
export interface WaitingOrder {
  readonly id: OrderId;
  readonly state: OrderState;
  readonly paymentId: string;
}

const WAITING = `state in ('open', 'failed', 'processing') and payment_provider = :provider`;
const COLUMNS = 'id, state, payment_id as "paymentId"';

/**
 * Orders that wait for their payment, the oldest first, where a notice may have been lost: those
 * that were not looked at for five minutes, or for a quarter of their age. They count as looked at.
 */
export async function claimWaitingOrders(
  db: Db,
  provider: string,
  now: Date,
  limit: number,
): Promise<WaitingOrder[]> {
  return query(
    db,
    `update orders set payment_checked_at = :now where id in (
       select id from orders where ${WAITING}
         and :now::timestamptz - coalesce(payment_checked_at, placed_at)
           >= greatest(interval '5 minutes', (:now::timestamptz - placed_at) / 4)
       order by placed_at, id limit :limit for update skip locked)
     returning ${COLUMNS}`,
    { provider, now, limit },
  );
}

/** The order that a link opens, where it waits for its payment and was not looked at for these seconds. */
export async function claimWaitingOrderOfLink(
  db: Db,
  tokenHash: Uint8Array,
  provider: string,
  now: Date,
  pauseSeconds: number,
): Promise<WaitingOrder | undefined> {
  const [order] = await query<WaitingOrder>(
    db,
    `update orders set payment_checked_at = :now where ${WAITING}
       and id = (select order_id from order_links where token_hash = :tokenHash)
       and coalesce(:now::timestamptz - payment_checked_at >= make_interval(secs => :pauseSeconds), true)
     returning ${COLUMNS}`,
    { tokenHash, provider, now, pauseSeconds },
  );
  return order;
}

/**
 * Orders that nobody paid, placed before a time and not looked at for ten minutes: those that were
 * not looked at for longest. They count as looked at, so that one which cannot be ended stands in no
 * other's way. Orders of another provider are left alone: only that one could say that nobody pays
 * them any more.
 */
export async function claimUnpaidOrders(
  db: Db,
  provider: string,
  { now, placedBefore }: { readonly now: Date; readonly placedBefore: Date },
  limit: number,
): Promise<(Omit<WaitingOrder, 'paymentId'> & { readonly paymentId: string | null })[]> {
  return query(
    db,
    `update orders set payment_checked_at = :now where id in (
       select id from orders
       where state in ('open', 'failed') and placed_at < :placedBefore
         and (payment_provider is null or payment_provider = :provider)
         and coalesce(:now::timestamptz - payment_checked_at >= interval '10 minutes', true)
       order by coalesce(payment_checked_at, placed_at), id limit :limit for update skip locked)
     returning ${COLUMNS}`,
    { provider, now, placedBefore, limit },
  );
}

/** The latest order that a session placed in the event, where nobody paid it; not with another provider. */
export async function findUnpaidOfSession(
  db: Db,
  sessionHash: Uint8Array,
  eventSlug: string,
  provider: string,
): Promise<OrderId | undefined> {
  const [order] = await query<{ id: OrderId }>(
    db,
    `select id from orders
     where session_hash = :sessionHash and event_slug = :eventSlug
       and state in ('open', 'failed') and expired_at is null
       and (payment_provider is null or payment_provider = :provider)
     order by placed_at desc, id limit 1`,
    { sessionHash, eventSlug, provider },
  );
  return order?.id;
}
