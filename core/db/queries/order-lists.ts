import { cents, type Cents, type Currency } from '../../domain/money.js';
import type { OrderId, OrderProblem, OrderState } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** An order in a list. */
export interface ListedOrder {
  readonly id: OrderId;
  readonly number: string;
  readonly eventSlug: string;
  readonly state: OrderState;
  readonly problems: readonly OrderProblem[];
  readonly email: string;
  readonly photos: number;
  readonly currency: Currency;
  readonly total: Cents;
  readonly refunded: Cents;
  readonly placedAt: Date;
  readonly paidAt: Date | undefined;
  /** The buyer declared a withdrawal. */
  readonly isWithdrawn: boolean;
}

/** The place of an order in the list: the next page begins after it. */
export interface OrderCursor {
  readonly id: OrderId;
  /** As PostgreSQL writes it: a Date would lose the microseconds. */
  readonly placed: string;
}

export interface OrderFilter {
  readonly eventSlug?: string | undefined;
  readonly state?: OrderState | undefined;
  /** Only those that a person has to look at. */
  readonly onlyProblems?: boolean | undefined;
}

interface ListRow {
  id: OrderId;
  number: string;
  event_slug: string;
  state: OrderState;
  problems: OrderProblem[];
  email: string;
  photos: number;
  currency: Currency;
  total_cents: number;
  refunded_cents: number;
  placed_at: Date;
  placed: string;
  paid_at: Date | null;
  is_withdrawn: boolean;
}

/** A page of orders, the latest first. Its cost does not grow with its depth. */
export async function listOrdersPage(
  db: Db,
  filter: OrderFilter,
  page: { readonly after: OrderCursor | undefined; readonly limit: number },
): Promise<{ readonly orders: ListedOrder[]; readonly next: OrderCursor | undefined }> {
  const rows = await query<ListRow>(
    db,
    `select o.id, o.number, o.event_slug, o.state, o.problems, o.email, o.currency, o.total_cents,
       o.refunded_cents, o.placed_at, o.placed_at::text as placed, o.paid_at,
       (select count(*)::int from order_items i where i.order_id = o.id) as photos,
       exists (select 1 from withdrawals w where w.order_id = o.id) as is_withdrawn
     from orders o
     where (:eventSlug::text is null or o.event_slug = :eventSlug)
       and (:state::text is null or o.state = :state)
       and (not :onlyProblems or o.problems <> '{}')
       and (:placed::timestamptz is null or (o.placed_at, o.id) < (:placed::timestamptz, :id::uuid))
     order by o.placed_at desc, o.id desc limit :limit`,
    {
      eventSlug: filter.eventSlug ?? null,
      state: filter.state ?? null,
      onlyProblems: filter.onlyProblems ?? false,
      placed: page.after?.placed ?? null,
      id: page.after?.id ?? null,
      limit: page.limit,
    },
  );
  const last = rows.length === page.limit ? rows.at(-1) : undefined;
  return {
    orders: rows.map(toListed),
    next: last === undefined ? undefined : { id: last.id, placed: last.placed },
  };
}

/** An order in the list of its buyer. */
export interface ListedPurchase {
  readonly number: string;
  readonly eventName: string;
  /** Of the event: times are shown in it. */
  readonly timeZone: string;
  readonly placedAt: Date;
  readonly state: OrderState;
  readonly photos: number;
  readonly total: Cents;
  readonly currency: Currency;
}

/**
 * The orders placed with an e-mail address, whose case does not count, the latest first. Expired ones
 * were never paid, and are left out.
 */
export async function listPurchasesOf(
  db: Db,
  email: string,
  limit: number,
): Promise<ListedPurchase[]> {
  return query(
    db,
    `select number, event_name as "eventName", time_zone as "timeZone", placed_at as "placedAt", state,
       total_cents as total, currency,
       (select count(*)::int from order_items i where i.order_id = o.id) as photos
     from orders o where lower(email) = lower(:email) and state <> 'expired'
     order by placed_at desc, id desc limit :limit`,
    { email, limit },
  );
}

function toListed(row: ListRow): ListedOrder {
  return {
    id: row.id,
    number: row.number,
    eventSlug: row.event_slug,
    state: row.state,
    problems: row.problems,
    email: row.email,
    photos: row.photos,
    currency: row.currency,
    total: cents(row.total_cents),
    refunded: cents(row.refunded_cents),
    placedAt: row.placed_at,
    paidAt: row.paid_at ?? undefined,
    isWithdrawn: row.is_withdrawn,
  };
}
