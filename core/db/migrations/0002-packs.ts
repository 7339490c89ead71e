import type { Knex } from 'knex';

export async function packs(db: Knex): Promise<void> {
  await db.raw('select 1');
}
