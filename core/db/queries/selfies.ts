import type { EventId, PhotoId } from '../../domain/ids.js';
import type { SelfieText } from '../../domain/selfie-terms.js';
import { query, type Db } from '../query.js';

/** Logs that somebody agreed, and to what; gives the id by which they can take it back. */
export async function logSelfieConsent(
  db: Db,
  eventId: EventId,
  { legalBasis, notice, language }: SelfieText,
): Promise<string> {
  const [row] = await query<{ id: string }>(
    db,
    `insert into selfie_consents (event_id, legal_basis, notice, language)
     values (:eventId, :legalBasis, :notice, :language) returning id`,
    { eventId, legalBasis, notice, language: language ?? null },
  );
  if (row === undefined) throw new Error('an insert returned no row');
  return row.id;
}

export async function revokeSelfieConsent(db: Db, id: string): Promise<void> {
  await query(
    db,
    'update selfie_consents set revoked_at = coalesce(revoked_at, now()) where id = :id::uuid',
    { id },
  );
}

/** Changes whenever an event may have got faces it did not have: two ends of indexes. */
export async function facesStamp(db: Db, eventId: EventId): Promise<string> {
  const [row] = await query<{ stamp: string }>(
    db,
    `select concat_ws(' ',
       (select max(created_at) from photos where event_id = :eventId),
       (select max(restored_at) from photos where event_id = :eventId and restored_at is not null)) as stamp`,
    { eventId },
  );
  return row?.stamp ?? '';
}

export interface FaceAt {
  readonly photoId: PhotoId;
  readonly ordinal: number;
}

/** The photos of those faces that may be shown, where the face's template still exists. */
export async function publicPhotosOfFaces(
  db: Db,
  eventId: EventId,
  faces: readonly FaceAt[],
): Promise<Set<PhotoId>> {
  const rows = await query<{ id: PhotoId }>(
    db,
    `select distinct p.id
     from unnest(:photoIds::uuid[], :ordinals::int[]) as k(photo_id, ordinal)
       join faces f on f.photo_id = k.photo_id and f.ordinal = k.ordinal
       join photos p on p.id = f.photo_id
     where p.event_id = :eventId and p.status = 'kept' and p.taken_down_at is null
       and f.embedding is not null and f.embedding_expires_at > now()`,
    {
      eventId,
      photoIds: faces.map(({ photoId }) => photoId),
      ordinals: faces.map(({ ordinal }) => ordinal),
    },
  );
  return new Set(rows.map(({ id }) => id));
}
