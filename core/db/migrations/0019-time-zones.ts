import type { Knex } from 'knex';

/** Whether anybody said in which time zone an event was. */
export async function timeZones(db: Knex): Promise<void> {
  await db.raw(`
    alter table events
      -- Of the events there are nobody knows any more; to say it again costs nothing.
      add column time_zone_source text not null default 'machine'
        check (time_zone_source in ('said', 'machine'));
  `);
}
