import type { Knex } from 'knex';

/** Take-downs that a mailed link confirms, and what becomes of photos that somebody has bought. */
export async function confirmedTakeDowns(db: Knex): Promise<void> {
  await db.raw(`
    -- confirmed: by a press on the page that a mail leads to. at-once: the seller says that without.
    alter table events add column take_downs text not null default 'confirmed'
      check (take_downs in ('confirmed', 'at-once'));

    alter table take_downs
      -- Of the mailed link; null where none was needed.
      add column token_sha256 bytea unique check (length(token_sha256) = 32),
      add column expires_at timestamptz,
      -- Null: nothing has changed for anybody yet.
      add column confirmed_at timestamptz,
      -- Set where the seller says that it stands for buyers too.
      add column accepted_at timestamptz,
      -- Keyed hashes, to know one mailbox and one network again among many requests.
      add column address_hash text,
      add column network_hash text,
      -- Set once the seller knows that somebody has bought the photo: money may come in later.
      add column told_sold_at timestamptz;
    update take_downs set confirmed_at = requested_at;
    create index take_downs_confirmed on take_downs (event_id, confirmed_at)
      where confirmed_at is not null;
    create index take_downs_unconfirmed on take_downs (expires_at) where confirmed_at is null;
    create index take_downs_accepted on take_downs (photo_id)
      where accepted_at is not null and undone_at is null;
    create index take_downs_untold on take_downs (photo_id)
      where confirmed_at is not null and accepted_at is null and undone_at is null
        and told_sold_at is null;

    -- What buyers get back for photos that were taken from them, once for each acceptance and order.
    create table take_down_refunds (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      -- The share of the photos; what was really given back once it is done.
      amount_cents int not null check (amount_cents >= 0),
      -- The order has no photo left: everything that is left of it goes back, the fee as well.
      is_rest boolean not null,
      -- When it is tried next; null once it is done.
      due_at timestamptz,
      attempts int not null default 0,
      decided_at timestamptz not null default now(),
      done_at timestamptz,
      check ((due_at is null) = (done_at is not null))
    );
    create index on take_down_refunds (order_id);
    create index take_down_refunds_due on take_down_refunds (due_at) where due_at is not null;

    -- Set where the photo was taken from the buyer: it is delivered no more.
    alter table order_items
      add column take_down_refund_id uuid references take_down_refunds,
      add column taken_down_cents int check (taken_down_cents >= 0),
      add check ((take_down_refund_id is null) = (taken_down_cents is null));
  `);
}
