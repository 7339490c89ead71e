import type { Knex } from 'knex';

/** Sellers for whom the payment provider takes no money at the moment: nothing is sold until it does again. */
export async function sellingPauses(db: Knex): Promise<void> {
  await db.raw(`
    create table selling_pauses (
      provider text not null,
      -- The seller's account there; empty where the platform itself sells.
      account text not null,
      -- In the provider's own words: "rejected.fraud", "transfers_not_allowed".
      reason text not null,
      since timestamptz not null,
      -- When the provider was asked whether it is over.
      asked_at timestamptz not null,
      primary key (provider, account)
    );
  `);
}
