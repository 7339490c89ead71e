import type { EventId, PhotoId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/** Deletes the event's face templates and what was concluded from them; how many there were. */
export async function deleteTemplates(db: Db, eventId: EventId): Promise<number> {
  const rows = await query<{ templates: number }>(
    db,
    `with gone as (
       select f.photo_id, f.ordinal, f.embedding is not null as had_template
       from faces f join photos p on p.id = f.photo_id
       where p.event_id = :eventId and (f.embedding is not null or f.match is not null)),
     cleared as (
       update faces f set embedding = null, embedding_expires_at = null, match = null
       from gone where f.photo_id = gone.photo_id and f.ordinal = gone.ordinal)
     select count(*) filter (where had_template)::int as templates from gone`,
    { eventId },
  );
  return rows[0]?.templates ?? 0;
}

/** Some of the event's crops, at most `limit`. */
export async function cropsOfEvent(
  db: Db,
  eventId: EventId,
  limit: number,
): Promise<{ photoId: PhotoId; ordinal: number; objectKey: string }[]> {
  return query(
    db,
    `select v.photo_id as "photoId", v.ordinal, v.object_key as "objectKey"
     from versions v join photos p on p.id = v.photo_id
     where p.event_id = :eventId and v.kind = 'crop' limit :limit`,
    { eventId, limit },
  );
}

export async function deleteCropRows(
  db: Db,
  crops: readonly { readonly photoId: PhotoId; readonly ordinal: number }[],
): Promise<void> {
  await query(
    db,
    `delete from versions v using unnest(:photoIds::uuid[], :ordinals::int[]) as k(photo_id, ordinal)
     where v.kind = 'crop' and v.photo_id = k.photo_id and v.ordinal = k.ordinal`,
    {
      photoIds: crops.map(({ photoId }) => photoId),
      ordinals: crops.map(({ ordinal }) => ordinal),
    },
  );
}

/** Deletes the event's faces themselves, and from its tags which face wears the bib; how many faces there were. */
export async function deleteFaces(db: Db, eventId: EventId): Promise<number> {
  await query(
    db,
    'update tags set face_ordinal = null where event_id = :eventId and face_ordinal is not null',
    { eventId },
  );
  const rows = await query<{ ordinal: number }>(
    db,
    `delete from faces f using photos p where p.id = f.photo_id and p.event_id = :eventId
     returning f.ordinal`,
    { eventId },
  );
  return rows.length;
}
