import type { Knex } from 'knex';

/** In which language what visitors agree to is written: it is read in that one, whatever the page's. */
export async function selfieLanguage(db: Knex): Promise<void> {
  await db.raw('alter table events add column selfie_language text');
}
