import type { Knex } from 'knex';

/** How often a pack or a code may be used by one person, for one bib, on one day; and for how long an unpaid order holds its uses. */
export async function useLimits(db: Knex): Promise<void> {
  await db.raw(`
    alter table packs
      add column per_person int check (per_person > 0),
      add column per_bib int check (per_bib > 0),
      add column per_day int check (per_day > 0);
    -- A sponsor offers one photo to a runner. Until now that was one an order.
    update packs set per_person = 1, per_bib = 1 where kind = 'sponsored';
    alter table discount_codes
      add column per_person int check (per_person > 0),
      add column per_bib int check (per_bib > 0),
      add column per_day int check (per_day > 0);

    alter table orders
      -- Keyed hashes: of the address as it reaches a mailbox, and of the session while that lasts.
      add column address_hash bytea check (length(address_hash) = 32),
      add column session_hash bytea check (length(session_hash) = 32),
      -- Until then, unpaid, it holds its uses of packs and codes.
      add column held_until timestamptz,
      -- The order of the same cart that took its place.
      add column superseded_by uuid references orders;
    update orders set held_until = placed_at + interval '24 hours' where state in ('open', 'failed');
    create index orders_by_address_hash on orders (address_hash, event_id);
    create index orders_by_session_hash on orders (session_hash, event_id) where session_hash is not null;
    create index orders_holding_code on orders (discount_code_id, held_until)
      where state in ('open', 'failed') and discount_code_id is not null;

    -- One row for each use of a pack or code that has a limit. Whether it counts, its order says:
    -- paid, on its way, or held.
    create table offer_uses (
      id bigint generated always as identity primary key,
      order_id uuid not null references orders on delete cascade,
      -- Of a pack or a discount code.
      offer_id uuid not null,
      -- The runner whose use it is; null where no photo of it has a bib.
      bib text,
      -- In the time zone of the event.
      day date not null
    );
    create index on offer_uses (order_id);
    create index on offer_uses (offer_id, bib);
    create index on offer_uses (offer_id, day);

    -- The test provider kept the address at which a buyer comes back, which opens the order, and the buyer's own.
    update test_payments set request = request - 'returnUrl' - 'email';
  `);
}
