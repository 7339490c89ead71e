import type { Knex } from 'knex';

/** When the provider was asked how a payment stands: its notices can be lost for good. */
export async function paymentChecks(db: Knex): Promise<void> {
  await db.raw(`
    alter table orders add column payment_checked_at timestamptz;
    drop index orders_unpaid;
    create index orders_unpaid on orders (placed_at) where state in ('open', 'failed', 'processing');
  `);
}
