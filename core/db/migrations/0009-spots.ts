import type { Knex } from 'knex';

/** Where on the course photos were taken, as whoever ingested their folder says. */
export async function spots(db: Knex): Promise<void> {
  await db.raw(`
    alter table folders add column spot text;
    alter table photos add column spot text;
    -- Each page of one spot is one range of it, and so is the count of each.
    create index photos_public_by_spot on photos
      (event_id, spot, coalesce(captured_at, 'infinity'), id)
      where status = 'kept' and taken_down_at is null and spot is not null;
  `);
}
