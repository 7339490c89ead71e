import type { Knex } from 'knex';

export async function mail(db: Knex): Promise<void> {
  await db.raw('select 1');
}
