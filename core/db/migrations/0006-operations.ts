import type { Knex } from 'knex';

export async function operations(db: Knex): Promise<void> {
  await db.raw(`
    -- Visitors of the storefront. By the hash of its id: who reads this table cannot take a session over.
    create table sessions (
      id_sha256 bytea primary key check (length(id_sha256) = 32),
      data jsonb not null,
      expires_at timestamptz not null
    );
    create index sessions_by_expiry on sessions (expires_at);

    -- Unlogged: a crash forgives everybody, and nothing else is lost. The key names a limit and,
    -- hashed, a client's address.
    create unlogged table rate_limits (
      key text primary key,
      hits int not null,
      resets_at timestamptz not null
    );
    create index rate_limits_by_reset on rate_limits (resets_at);
  `);
}
