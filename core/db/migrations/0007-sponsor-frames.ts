import type { Knex } from 'knex';

/** A sponsored photo is delivered in the sponsor's frame: a pack without one delivered a plain photo. */
export async function sponsorFrames(db: Knex): Promise<void> {
  await db.raw(`
    alter table packs
      add column sponsor text,
      -- Of a PNG in the object store.
      add column frame_key text;
    update packs set removed_at = now() where kind = 'sponsored' and removed_at is null;
    alter table packs
      add constraint packs_sponsor_complete check ((sponsor is null) = (frame_key is null)),
      add constraint packs_frame check (
        case when kind = 'sponsored' then frame_key is not null or removed_at is not null
        else frame_key is null end);
  `);
}
