import type { Knex } from 'knex';

export async function storefront(db: Knex): Promise<void> {
  await db.raw('select 1');
}
