import type { Knex } from 'knex';

/** Books that follow what moved at the provider, and refunds that are recorded step by step. */
export async function moneyThatMoved(db: Knex): Promise<void> {
  await db.raw(`
    -- Several at a time; which there are is the code's to say.
    alter table orders add column problems text[] not null default '{}';
    update orders set problems = array[problem] where problem is not null;
    alter table orders drop column problem;
    create index orders_with_problems on orders (placed_at desc, id desc) where problems <> '{}';
    -- What the buyer pays elsewhere, while it is awaited: {"until": ..., "url": ...}.
    alter table orders add column voucher jsonb;

    -- When the provider is asked next for refunds and disputes; null where it is not any more.
    alter table orders add column returns_due_at timestamptz;
    update orders set returns_due_at = now()
      where payment_id is not null and paid_at > now() - interval '180 days';
    create index orders_returns_due on orders (returns_due_at) where returns_due_at is not null;

    -- Until when whoever gives money of the order back has it for themselves, and how often the
    -- provider said no: a name of a request is used once.
    alter table orders add column refund_busy_until timestamptz;
    alter table orders add column refund_attempts int not null default 0;

    alter table ledger_entries drop constraint ledger_entries_account_check;
    alter table ledger_entries add constraint ledger_entries_account_check check (account in
      ('provider', 'seller', 'platform', 'disputed', 'loss', 'dispute-fees',
       'vat-included', 'vat-of-sales'));

    -- The caller's own name for a refund: asked for twice, it is one.
    alter table refunds add column key text;
    alter table refunds add constraint refunds_order_key unique (order_id, key);
    -- When the seller's part and the fee were brought to where the books have them.
    alter table refunds add column shares_moved_at timestamptz;
    update refunds set shares_moved_at = requested_at where state = 'sent';

    -- A dispute is told of as it stands, with what was taken for it.
    update payment_notices n set kind = 'dispute', notice =
      (n.notice - 'won' - 'amount') || jsonb_build_object('kind', 'dispute', 'fee', 0,
        'toAnswer', n.kind = 'dispute-opened',
        'moves', case when n.kind = 'dispute-opened' then 1 when (n.notice ->> 'won')::boolean then 2 else 1 end,
        'status', case when n.kind = 'dispute-opened' then 'open'
                       when (n.notice ->> 'won')::boolean then 'won' else 'lost' end,
        'taken', case when n.kind = 'dispute-closed' and (n.notice ->> 'won')::boolean then 0
          else coalesce((select (o.notice ->> 'amount')::int from payment_notices o
            where o.provider = n.provider and o.payment_id = n.payment_id
              and o.kind = 'dispute-opened' and o.notice ->> 'disputeId' = n.notice ->> 'disputeId'
            limit 1), 0) end)
      where n.kind in ('dispute-opened', 'dispute-closed');
  `);
}
