import { cameraName } from '../../domain/camera-name.js';
import type { EventId } from '../../domain/ids.js';
import type { FarPhotos } from '../../domain/time-doubt.js';
import { query, type Db } from '../query.js';

/** The cameras with the most photos before `from` or after `until`, at most three. */
export async function photosFarFrom(
  db: Db,
  event: { readonly id: EventId; readonly timeZone: string },
  days: { readonly from: Date; readonly until: Date },
): Promise<FarPhotos[]> {
  const rows = await query<{
    photos: number;
    make: string | null;
    model: string | null;
    file: string | null;
    day: string;
  }>(
    db,
    `with far as (
       select camera_make as make, camera_model as model, count(*)::int as photos,
         (array_agg(id order by captured_at, id))[1] as example
       from photos
       where event_id = :id and status = 'kept' and captured_at is not null
         and (coalesce(captured_at, 'infinity') < :from or coalesce(captured_at, 'infinity') >= :until)
       group by camera_make, camera_model)
     select far.photos, far.make, far.model,
       (select f.display_path from files f where f.photo_id = far.example and f.outcome = 'photo'
        order by f.display_path limit 1) as file,
       to_char(p.captured_at at time zone :timeZone, 'YYYY-MM-DD') as day
     from far join photos p on p.id = far.example
     order by far.photos desc, far.example limit 3`,
    { id: event.id, timeZone: event.timeZone, from: days.from, until: days.until },
  );
  return rows.map((row) => ({
    photos: row.photos,
    camera: cameraName(row.make ?? undefined, row.model ?? undefined),
    file: row.file ?? undefined,
    day: row.day,
  }));
}

/**
 * The offset from UTC that most photos record, where it is not the zone's at that moment; with the
 * number of those photos.
 */
export async function otherOffset(
  db: Db,
  event: { readonly id: EventId; readonly timeZone: string },
): Promise<{ readonly photos: number; readonly offsetMinutes: number } | undefined> {
  const [row] = await query<{ photos: number; offset_minutes: number }>(
    db,
    `select count(*)::int as photos, captured_offset_minutes as offset_minutes
     from photos
     where event_id = :id and status = 'kept' and captured_at is not null
       and make_interval(mins => captured_offset_minutes)
         <> (captured_at at time zone :timeZone) - (captured_at at time zone 'UTC')
     group by captured_offset_minutes order by 1 desc, 2 limit 1`,
    { id: event.id, timeZone: event.timeZone },
  );
  return row && { photos: row.photos, offsetMinutes: row.offset_minutes };
}

/** Photos whose camera recorded no offset: their instants follow from the event's time zone. */
export async function countZonedPhotos(db: Db, eventId: EventId): Promise<number> {
  const [row] = await query<{ photos: number }>(
    db,
    `select count(*)::int as photos from photos where event_id = :eventId and ${IS_ZONED}`,
    { eventId },
  );
  return row?.photos ?? 0;
}

const IS_ZONED = 'captured_local is not null and captured_offset_minutes is null';

/** Reads their clocks in another zone; gives their number. */
export async function rezonePhotos(db: Db, eventId: EventId, timeZone: string): Promise<number> {
  const [row] = await query<{ photos: number }>(
    db,
    `with moved as (
       update photos set captured_at = captured_local at time zone :timeZone
       where event_id = :eventId and ${IS_ZONED} returning 1)
     select count(*)::int as photos from moved`,
    { eventId, timeZone },
  );
  return row?.photos ?? 0;
}

/** First and last days of packs and codes are days at the event: they begin by its clocks. */
export async function rezoneOffers(
  db: Db,
  eventId: EventId,
  zones: { readonly from: string; readonly to: string },
): Promise<void> {
  const moved = (column: string) => `${column} = (${column} at time zone :from) at time zone :to`;
  await query(
    db,
    `update packs set ${moved('available_from')}, ${moved('available_until')} where event_id = :eventId`,
    { eventId, ...zones },
  );
  await query(db, `update discount_codes set ${moved('expires_at')} where event_id = :eventId`, {
    eventId,
    ...zones,
  });
}
