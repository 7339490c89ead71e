import type { Booked, LedgerEntry, LedgerTransaction } from '../../domain/ledger.js';
import { cents } from '../../domain/money.js';
import type { Order, OrderId } from '../../domain/order.js';
import { query, type Db } from '../query.js';

/** What the books say of an order, by fact. */
export async function bookedOf(db: Db, orderId: OrderId): Promise<Booked> {
  const rows = await query<{ fact: string; account: LedgerEntry['account']; amount: number }>(
    db,
    `select t.fact, e.account, e.amount_cents as amount
     from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
     where t.order_id = :orderId order by t.booked_at, t.fact, e.account`,
    { orderId },
  );
  const booked = new Map<string, LedgerEntry[]>();
  for (const { fact, account, amount } of rows)
    booked.set(fact, [...(booked.get(fact) ?? []), { account, amount: cents(amount) }]);
  return booked;
}

/** The database refuses, at commit, a transaction that does not sum to zero. */
export async function book(
  transaction: Db,
  order: Pick<Order, 'id' | 'currency'>,
  { fact, entries }: LedgerTransaction,
): Promise<void> {
  await query(
    transaction,
    `with booked as (
       insert into ledger_transactions (order_id, fact, currency)
       values (:orderId, :fact, :currency) returning id)
     insert into ledger_entries (transaction_id, account, amount_cents)
     select booked.id, account, amount
     from booked, unnest(:accounts::text[], :amounts::bigint[]) as e (account, amount)`,
    {
      orderId: order.id,
      currency: order.currency,
      fact,
      accounts: entries.map(({ account }) => account),
      amounts: entries.map(({ amount }) => amount),
    },
  );
}
