import type { Knex } from 'knex';

/** What sellers offer: packs, and codes that take something off. */
export async function packs(db: Knex): Promise<void> {
  await db.raw(`
    -- Of the prices of its packs and codes. A second currency is a decision about VAT and payouts first.
    alter table events add column currency text not null default 'EUR' check (currency = 'EUR');

    -- Never deleted while the event is there: orders name their packs. Never changed either: another
    -- price is another pack, so that an order's lines keep saying what was bought.
    create table packs (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      kind text not null check (kind in ('photos', 'all-of-mine', 'sponsored')),
      quantity int check (quantity between 1 and 10000),
      size text not null check (size in ('web', 'hd')),
      price_cents int not null check (price_cents between 0 and 10000000),
      available_from timestamptz,
      available_until timestamptz,
      created_at timestamptz not null default now(),
      removed_at timestamptz,
      check ((kind = 'photos') = (quantity is not null)),
      check (available_from < available_until)
    );
    create index packs_of_event on packs (event_id) where removed_at is null;

    create table discount_codes (
      id uuid primary key default gen_random_uuid(),
      event_id uuid not null references events on delete cascade,
      code text not null,
      -- As codes are compared: see discountKey.
      code_key text not null,
      kind text not null check (kind in ('percentage', 'amount')),
      percent smallint check (percent between 1 and 100),
      amount_cents int check (amount_cents between 1 and 10000000),
      uses int not null default 0 check (uses >= 0),
      uses_limit int check (uses_limit > 0),
      expires_at timestamptz,
      created_at timestamptz not null default now(),
      removed_at timestamptz,
      check ((kind = 'percentage') = (percent is not null)),
      check ((kind = 'amount') = (amount_cents is not null)),
      check (uses <= uses_limit)
    );
    create unique index discount_codes_in_use on discount_codes (event_id, code_key)
      where removed_at is null;
  `);
}
