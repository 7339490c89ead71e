import type { Knex } from 'knex';

/** An event's cover: chosen by the seller, or else found. */
export async function covers(db: Knex): Promise<void> {
  await db.raw(`
    alter table events
      -- cover_photo_id is what the seller chose from now on, and this what was found without one.
      add column found_cover_photo_id uuid references photos on delete set null;
    update events set found_cover_photo_id = cover_photo_id, cover_photo_id = null;

    -- A cover is one photo of many: it is looked for along this index.
    create index photos_by_cover on photos (event_id, (width > height) desc, quality desc, id)
      where status = 'kept' and taken_down_at is null;
  `);
}
