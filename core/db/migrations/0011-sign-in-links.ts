import type { Knex } from 'knex';

/** The links that were mailed to prove an address. Only the hash of a token is kept, as of an order's link. */
export async function signInLinks(db: Knex): Promise<void> {
  await db.raw(`
    create table sign_in_links (
      token_sha256 bytea primary key check (length(token_sha256) = 32),
      email text not null,
      expires_at timestamptz not null
    );
    create index on sign_in_links (expires_at);
  `);
}
