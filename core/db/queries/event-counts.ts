import type { EventId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

export interface EventCounts {
  readonly files: number;
  readonly photos: number;
  readonly kept: number;
  readonly nearDuplicates: number;
  readonly blurry: number;
  readonly duplicates: number;
  readonly unsupported: number;
  readonly failed: number;
  readonly tagged: number;
  readonly orphans: number;
  readonly tags: number;
  readonly bibs: number;
  readonly faces: number;
  /** Faces with a template, which expires. */
  readonly templates: number;
  readonly unconfirmedReadings: number;
  readonly entries: number;
  /** Photos that wait for near duplicates and linking: an ingest is running or was stopped. */
  readonly pending: number;
}

export async function countEvent(db: Db, eventId: EventId): Promise<EventCounts> {
  const rows = await query<EventCounts>(
    db,
    `with f as (select f.* from files f join folders d on d.id = f.folder_id where d.event_id = :eventId),
          p as (select * from photos where event_id = :eventId)
     select
       (select count(*) from f)::float8 as files,
       (select count(*) from p)::float8 as photos,
       (select count(*) from p where status = 'kept')::float8 as kept,
       (select count(*) from p where status = 'near-duplicate')::float8 as "nearDuplicates",
       (select count(*) from p where status = 'blurry')::float8 as blurry,
       (select count(*) from f where outcome = 'duplicate')::float8 as duplicates,
       (select count(*) from f where outcome = 'unsupported')::float8 as unsupported,
       (select count(*) from f where outcome = 'failed')::float8 as failed,
       (select count(*) from p where status = 'kept' and exists (select from tags t where t.photo_id = p.id))::float8 as tagged,
       (select count(*) from p where status = 'kept' and exists (select from faces x where x.photo_id = p.id)
          and not exists (select from tags t where t.photo_id = p.id))::float8 as orphans,
       (select count(*) from tags where event_id = :eventId)::float8 as tags,
       (select count(distinct bib) from tags where event_id = :eventId)::float8 as bibs,
       (select count(*) from faces x join p on p.id = x.photo_id)::float8 as faces,
       (select count(*) from faces x join p on p.id = x.photo_id where x.embedding is not null)::float8 as templates,
       (select count(*) from readings r join p on p.id = r.photo_id where r.resolution = 'unconfirmed')::float8 as "unconfirmedReadings",
       (select count(*) from entries where event_id = :eventId)::float8 as entries,
       (select count(*) from p where pending or awaits_near_duplicates)::float8 as pending`,
    { eventId },
  );
  const [counts] = rows;
  if (counts === undefined) throw new Error('an aggregate returned no row');
  return counts;
}

/** Counts of one run's own kept photos, for its summary. */
export async function countRun(
  db: Db,
  runId: string,
): Promise<{ tagged: number; orphans: number; faces: number }> {
  const rows = await query<{ tagged: number; orphans: number; faces: number }>(
    db,
    `select
       count(*) filter (where kept and tags > 0)::float8 as tagged,
       count(*) filter (where kept and tags = 0 and faces > 0)::float8 as orphans,
       coalesce(sum(faces) filter (where kept), 0)::float8 as faces
     from (
       select p.status = 'kept' as kept,
         (select count(*) from tags t where t.photo_id = p.id) as tags,
         (select count(*) from faces x where x.photo_id = p.id) as faces
       from files f join photos p on p.id = f.photo_id
       where f.run_id = :runId and f.outcome = 'photo'
     ) photos`,
    { runId },
  );
  return rows[0] ?? { tagged: 0, orphans: 0, faces: 0 };
}
