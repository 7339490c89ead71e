import type { Knex } from 'knex';

export async function operations(db: Knex): Promise<void> {
  await db.raw('select 1');
}
