import type { Knex } from 'knex';

/**
 * How long a link downloads is the seller's choice, and an order keeps what held when it was placed: null
 * is for good. Whom an invoice is made out to, where the buyer says so.
 */
export async function buyers(db: Knex): Promise<void> {
  await db.raw(`
    alter table events add column download_hours int default 72 check (download_hours >= 72);
    alter table orders
      add column download_hours int default 72 check (download_hours >= 72),
      add column buyer_name text,
      add column buyer_company text,
      add column buyer_address text;
  `);
}
