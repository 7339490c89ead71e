import { cents, type Cents, type Currency } from '../../domain/money.js';
import { query, type Db } from '../query.js';

/**
 * The books of one event in one currency. To the cent: `received - returned = seller + platform - loss`,
 * of which `disputed` is not there until it is decided.
 */
export interface Payout {
  readonly eventSlug: string;
  readonly eventName: string;
  readonly currency: Currency;
  /** Orders that were paid, whatever became of them. */
  readonly orders: number;
  /** What buyers paid. */
  readonly received: Cents;
  /** Refunds, and disputes that were lost. */
  readonly returned: Cents;
  /** Held back by banks until a dispute is decided. */
  readonly disputed: Cents;
  /** The service fees that are left. */
  readonly platform: Cents;
  /** What the seller earned. */
  readonly seller: Cents;
  /** Given back twice: beyond what was paid. */
  readonly loss: Cents;
  /** What the provider charges for disputes. */
  readonly disputeFees: Cents;
  /** The VAT within what is left of the sales. */
  readonly vat: Cents;
}

interface PayoutRow {
  event_slug: string;
  event_name: string;
  currency: Currency;
  orders: number;
  received: number;
  provider: number;
  disputed: number;
  platform: number;
  seller: number;
  loss: number;
  dispute_fees: number;
  vat: number;
}

/** By event, in the order of their slugs. Sums of the ledger alone. */
export async function payoutsByEvent(db: Db, eventSlug: string | undefined): Promise<Payout[]> {
  const rows = await query<PayoutRow>(
    db,
    `select o.event_slug, max(o.event_name) as event_name, t.currency,
       count(distinct o.id)::int as orders,
       ${sumOfAccount('provider', "and t.fact = 'payment'")} as received,
       ${sumOfAccount('provider')} as provider,
       ${sumOfAccount('disputed')} as disputed,
       -${sumOfAccount('platform')} as platform,
       -${sumOfAccount('seller')} as seller,
       ${sumOfAccount('loss')} as loss,
       ${sumOfAccount('dispute-fees')} as dispute_fees,
       -${sumOfAccount('vat-included')} as vat
     from ledger_transactions t
       join ledger_entries e on e.transaction_id = t.id
       join orders o on o.id = t.order_id
     where :eventSlug::text is null or o.event_slug = :eventSlug
     group by o.event_slug, t.currency order by o.event_slug, t.currency`,
    { eventSlug: eventSlug ?? null },
  );
  return rows.map((row) => ({
    eventSlug: row.event_slug,
    eventName: row.event_name,
    currency: row.currency,
    orders: row.orders,
    received: cents(row.received),
    returned: cents(row.received - row.provider - row.disputed - row.dispute_fees),
    disputed: cents(row.disputed),
    platform: cents(row.platform),
    seller: cents(row.seller),
    loss: cents(row.loss),
    disputeFees: cents(row.dispute_fees),
    vat: cents(row.vat),
  }));
}

/** bigint: a sum of bigints is numeric, which would come as text. */
function sumOfAccount(account: string, condition = ''): string {
  return `coalesce(sum(e.amount_cents) filter (where e.account = '${account}' ${condition}), 0)::bigint`;
}
