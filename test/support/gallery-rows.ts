import { createEvent } from '../../core/db/queries/events.js';
import { query, type Db } from '../../core/db/query.js';
import { insertEntries } from '../../core/db/queries/entries.js';
import type { RaceEvent } from '../../core/domain/event.js';
import { parseBib } from '../../core/domain/bib.js';
import type { Bib, EventId, PhotoId } from '../../core/domain/ids.js';

export function bibOf(text: string): Bib {
  const bib = parseBib(text);
  if (bib === undefined) throw new Error(`Expected a bib, received ${text}`);
  return bib;
}

/** An event in Paris's time on 17 May 2026, published. */
export async function publishedEvent(db: Db, name: string): Promise<RaceEvent> {
  const event = await createEvent(db, {
    name,
    date: '2026-05-17',
    place: 'Annecy',
    timeZone: 'Europe/Paris',
  });
  await query(db, `update events set state = 'published' where id = :id`, { id: event.id });
  return event;
}

/**
 * Kept photos, one a second from 08:00 UTC, every tenth without a time; all with `bib`, where one
 * is given. Gives their ids in the order of the gallery.
 */
export async function addPhotos(
  db: Db,
  eventId: EventId,
  count: number,
  { bib, camera = 'A', waits = false }: { bib?: string; camera?: string; waits?: boolean } = {},
): Promise<PhotoId[]> {
  const rows = await query<{ id: PhotoId }>(
    db,
    `insert into photos (id, event_id, sha256, bytes, format, width, height, captured_at,
       camera_make, perceptual_hash, frame_signature, sharpness, quality, status, pending,
       awaits_near_duplicates)
     select gen_random_uuid(), :eventId, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 1000,
       'jpeg', 3000, 2000,
       case when n % 10 <> 0 then timestamptz '2026-05-17 08:00:00Z' + make_interval(secs => n) end,
       :camera, '\\x0000000000000000', '\\x00', 100, 50, 'kept', :waits, false
     from generate_series(1, :count) as n returning id`,
    { eventId, count, camera, waits },
  );
  const ids = rows.map(({ id }) => id);
  if (bib !== undefined) {
    await query(
      db,
      `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       select :eventId, id, :bib, 'manual', 100, '{}' from unnest(:ids::uuid[]) as id`,
      { eventId, bib, ids },
    );
  }
  return (
    await query<{ id: PhotoId }>(
      db,
      `select id from photos where id = any(:ids::uuid[])
       order by coalesce(captured_at, 'infinity'), id`,
      { ids },
    )
  ).map(({ id }) => id);
}

export async function addEntry(
  db: Db,
  eventId: EventId,
  bib: string,
  firstName: string,
  lastName: string,
): Promise<void> {
  await insertEntries(db, eventId, [{ entry: { race: '', bib: bibOf(bib), firstName, lastName } }]);
}
