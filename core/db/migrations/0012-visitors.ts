import type { Knex } from 'knex';

/**
 * How the visitors of the storefront go about its photos: by a keyed hash of the visit's token, for
 * an hour after the last page. Unlogged, as the rate limits: a crash forgives everybody.
 */
export async function visitors(db: Knex): Promise<void> {
  await db.raw(`
    create unlogged table visitors (
      key text primary key,
      paced_until timestamptz not null,
      seen_at timestamptz not null,
      steps int not null,
      jumps int not null,
      last_photo uuid,
      last_end uuid,
      searched int[] not null,
      suspect_until timestamptz,
      refused_until timestamptz
    ) with (fillfactor = 60);
  `);
}
