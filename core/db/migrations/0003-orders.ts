import type { Knex } from 'knex';

/**
 * Orders, what was paid for them, and the books. Orders outlive the event's deletion: the law asks
 * a seller to keep them for years, so they hold what they need as text and numbers of their own.
 */
export async function orders(db: Knex): Promise<void> {
  await db.raw(`
    -- The last number given in a series. Locked by whoever takes the next one, in the transaction
    -- that uses it: a rollback gives the number back, so that a series has no gap.
    create table number_series (
      seller text not null,
      series text not null check (series in ('order', 'invoice', 'credit-note')),
      year smallint not null,
      last int not null check (last > 0),
      primary key (seller, series, year)
    );

    create table orders (
      id uuid primary key,
      -- Whose numbers and books these are; one seller an installation until there are accounts.
      seller text not null default 'owner',
      number text not null,
      event_id uuid references events on delete set null,
      event_slug text not null,
      event_name text not null,
      time_zone text not null,
      -- What the checkout page was given: sent twice, it is one order.
      idempotency_key text not null unique,
      state text not null default 'open' check (state in
        ('open', 'processing', 'paid', 'failed', 'expired', 'partly-refunded', 'refunded', 'disputed')),
      -- Money that does not fit the order: a person has to look.
      problem text check (problem in ('payment-mismatch')),
      email text not null,
      language text not null check (language in ('en', 'fr')),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      subtotal_cents int not null check (subtotal_cents >= 0),
      discount_cents int not null check (discount_cents between 0 and subtotal_cents),
      discount_code text,
      -- Claimed for the order; given back when nobody pays.
      discount_code_id uuid,
      service_fee_cents int not null check (service_fee_cents >= 0),
      total_cents int not null check (total_cents = subtotal_cents - discount_cents + service_fee_cents),
      refunded_cents int not null default 0 check (refunded_cents >= 0),
      -- Percent when the order was placed: 20, 5.5.
      vat_rate numeric(5, 2) not null check (vat_rate >= 0 and vat_rate < 100),
      -- The waiver of the right of withdrawal: which text, and when it was accepted.
      waiver_version text not null,
      waiver_accepted_at timestamptz not null,
      payment_provider text,
      payment_id text,
      -- The seller's account at the provider; null where the platform itself sells.
      seller_account text,
      placed_at timestamptz not null default now(),
      paid_at timestamptz,
      expired_at timestamptz,
      unique (seller, number),
      unique (payment_provider, payment_id),
      check ((state in ('paid', 'partly-refunded', 'refunded', 'disputed')) = (paid_at is not null))
    );
    create index orders_by_time on orders (placed_at desc, id desc);
    create index orders_by_event on orders (event_id, placed_at desc, id desc);
    create index orders_by_email on orders (lower(email));
    create index orders_unpaid on orders (placed_at) where state in ('open', 'failed');

    -- The links that open an order: the first, made with it, and those that renew the downloads.
    -- Only the hash of a token is kept, so that the database alone opens nothing.
    create table order_links (
      token_hash bytea primary key check (length(token_hash) = 32),
      order_id uuid not null references orders on delete cascade,
      -- Its downloads end some time after this, or after the payment where that came later.
      made_at timestamptz not null default now()
    );
    create index on order_links (order_id);

    create table order_lines (
      order_id uuid not null references orders on delete cascade,
      ordinal smallint not null,
      -- As it was sold; the pack itself may be gone.
      pack_id uuid not null,
      kind text not null,
      quantity int,
      size text not null check (size in ('web', 'hd')),
      -- Of an all-of-mine pack.
      bib text,
      price_cents int not null check (price_cents >= 0),
      primary key (order_id, ordinal)
    );

    create table order_items (
      order_id uuid not null references orders on delete cascade,
      -- No reference: a photo that was deleted since leaves its sale.
      photo_id uuid not null,
      size text not null check (size in ('web', 'hd')),
      -- The line that pays for it.
      line smallint not null,
      -- False for what an all-of-mine pack added when the order was paid.
      in_cart boolean not null default true,
      downloads int not null default 0,
      primary key (order_id, photo_id),
      foreign key (order_id, line) references order_lines (order_id, ordinal) on delete cascade
    );
    create index on order_items (photo_id);

    -- Who took what, when: one row for each file or archive that was begun.
    create table downloads (
      id bigint generated always as identity primary key,
      order_id uuid not null references orders on delete cascade,
      -- Null for an archive of all.
      photo_id uuid,
      kind text not null check (kind in ('hd', 'web', 'zip')),
      at timestamptz not null default now()
    );
    create index on downloads (order_id, at);

    -- Declarations of withdrawal, kept as they were received.
    create table withdrawals (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      declaration text not null,
      received_at timestamptz not null default now(),
      unique (order_id)
    );

    -- What the provider said of a payment, each notice once. The state of an order follows from
    -- the set of its notices, whatever the order of their arrival.
    create table payment_notices (
      provider text not null,
      id text not null,
      payment_id text,
      kind text not null,
      notice jsonb not null,
      created_at timestamptz not null,
      received_at timestamptz not null default now(),
      primary key (provider, id)
    );
    create index on payment_notices (provider, payment_id);

    create table refunds (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete cascade,
      amount_cents int not null check (amount_cents > 0),
      -- The part of the platform's fee in it.
      fee_cents int not null check (fee_cents between 0 and amount_cents),
      reason text not null,
      -- requested: the provider may not know of it yet. sent: it does; its notice settles the refund.
      state text not null default 'requested' check (state in ('requested', 'sent', 'refused')),
      provider_refund_id text,
      requested_at timestamptz not null default now(),
      check ((state = 'sent') = (provider_refund_id is not null))
    );
    create index on refunds (order_id);

    create table invoices (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete restrict,
      seller text not null,
      kind text not null check (kind in ('invoice', 'credit-note')),
      number text not null,
      -- "sale", "refund:<refund>": a fact has one document.
      fact text not null,
      issued_at timestamptz not null,
      -- The document as it was issued: lines, VAT, mentions, both addresses.
      document jsonb not null,
      unique (seller, number),
      unique (order_id, fact)
    );

    create table ledger_transactions (
      id uuid primary key default gen_random_uuid(),
      order_id uuid not null references orders on delete restrict,
      -- "payment", "refund:<refund>", "dispute:<dispute>": a fact is booked once.
      fact text not null,
      currency text not null,
      booked_at timestamptz not null default now(),
      unique (order_id, fact)
    );

    create table ledger_entries (
      transaction_id uuid not null references ledger_transactions on delete restrict,
      account text not null check (account in
        ('provider', 'seller', 'platform', 'disputed', 'vat-included', 'vat-of-sales')),
      -- Debit positive, credit negative.
      amount_cents bigint not null check (amount_cents <> 0),
      primary key (transaction_id, account)
    );

    create function ledger_balances() returns trigger language plpgsql as $$
    declare difference bigint;
    begin
      select coalesce(sum(amount_cents), 0) into difference
        from ledger_entries where transaction_id = new.transaction_id;
      if difference <> 0 then
        raise exception 'ledger transaction % is out of balance by %', new.transaction_id, difference
          using errcode = 'check_violation';
      end if;
      return null;
    end $$;
    -- At commit, when all entries of a transaction are there.
    create constraint trigger ledger_balances after insert on ledger_entries
      deferrable initially deferred for each row execute function ledger_balances();

    create function ledger_is_final() returns trigger language plpgsql as $$
    begin
      raise exception 'the ledger is only added to' using errcode = 'restrict_violation';
    end $$;
    create trigger ledger_entries_final before update or delete on ledger_entries
      for each row execute function ledger_is_final();
    create trigger ledger_transactions_final before update or delete on ledger_transactions
      for each row execute function ledger_is_final();

    -- The test provider's own books: it stands in for a provider elsewhere.
    create table test_payments (
      id text primary key,
      order_id uuid not null unique,
      client_secret text not null,
      request jsonb not null,
      status text not null default 'waiting'
        check (status in ('waiting', 'needs-action', 'processing', 'succeeded', 'cancelled')),
      created_at timestamptz not null default now()
    );
    create table test_refunds (
      id text primary key,
      payment_id text not null references test_payments,
      idempotency_key text not null unique,
      amount_cents int not null check (amount_cents > 0)
    );
    -- Events not delivered yet, as a provider keeps them to try again.
    create table test_events (
      id text primary key,
      body text not null,
      -- What becomes of a payment when it is delivered: a debit is decided days later.
      payment_id text references test_payments,
      status_then text,
      due_at timestamptz not null default now(),
      delivered_at timestamptz
    );
    create index on test_events (due_at) where delivered_at is null;
  `);
}
