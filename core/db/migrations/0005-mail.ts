import type { Knex } from 'knex';

export async function mail(db: Knex): Promise<void> {
  await db.raw(`
    -- Mail that waits or was sent. A row is written in the transaction of the fact that causes it.
    create table mails (
      id uuid primary key default gen_random_uuid(),
      -- Says what the mail is about ("order-paid:<order>"): the same fact never makes a second mail.
      key text not null unique,
      kind text not null,
      recipient text not null,
      language text not null check (language in ('en', 'fr')),
      -- Emptied once sent: the links within open orders.
      data jsonb,
      state text not null default 'queued' check (state in ('queued', 'sent', 'skipped', 'failed')),
      attempts smallint not null default 0,
      -- While a process is sending it, the time at which another may try.
      next_attempt_at timestamptz not null default now(),
      sent_at timestamptz,
      -- What the mail service calls it.
      provider_id text,
      -- Why it was skipped, failed, or has to be tried again.
      error text,
      created_at timestamptz not null default now(),
      check ((state = 'sent') = (sent_at is not null)),
      check ((state = 'queued') <= (data is not null))
    );
    create index mails_due on mails (next_attempt_at) where state = 'queued';

    -- Somebody wants no more mail of a kind. Addresses are in lower case.
    create table mail_unsubscribes (
      email text not null,
      kind text not null,
      created_at timestamptz not null default now(),
      primary key (email, kind)
    );

    -- The photos of a bib that its follower was told of.
    create table announced_photos (
      follower_id uuid not null references followers on delete cascade,
      photo_id uuid not null references photos on delete cascade,
      primary key (follower_id, photo_id)
    );
  `);
}
