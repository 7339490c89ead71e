import type { EventId, FolderId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';

/**
 * The folder's row within an event, made if it is new. `root` is the absolute path's bytes; a spot
 * that is not given stays as it is.
 */
export async function claimFolder(
  db: Db,
  eventId: EventId,
  root: Uint8Array,
  spot?: string,
): Promise<FolderId> {
  const rows = await query<{ id: FolderId }>(
    db,
    `insert into folders (event_id, root, spot) values (:eventId, :root, :spot)
     on conflict (event_id, root) do update set spot = coalesce(excluded.spot, folders.spot)
     returning id`,
    { eventId, root, spot: spot ?? null },
  );
  const [folder] = rows;
  if (folder === undefined) throw new Error('insert into folders returned no row');
  return folder.id;
}

/**
 * Gives every photo of the folder its spot, where it has one: those that came in before it was said,
 * too. A copy of another folder's photo gives it a spot only where it has none.
 */
export async function markSpot(db: Db, folderId: FolderId): Promise<void> {
  await query(
    db,
    `update photos p set spot = d.spot
     from folders d join files f on f.folder_id = d.id
     where d.id = :folderId and d.spot is not null and p.id = f.photo_id
       and (p.spot is null or f.outcome = 'photo' and p.spot <> d.spot)`,
    { folderId },
  );
}

/** The event that a folder was last ingested into; of those called `name`, where one is given. */
export async function eventOfFolder(
  db: Db,
  root: Uint8Array,
  name?: string,
): Promise<string | undefined> {
  const rows = await query<{ slug: string }>(
    db,
    `select e.slug from folders f join events e on e.id = f.event_id
     left join runs r on r.folder_id = f.id
     where f.root = :root and (:name::text is null or e.name = :name)
     order by r.started_at desc nulls last limit 1`,
    { root, name: name ?? null },
  );
  return rows[0]?.slug;
}

export async function findFolder(
  db: Db,
  eventId: EventId,
  root: Uint8Array,
): Promise<FolderId | undefined> {
  const rows = await query<{ id: FolderId }>(
    db,
    'select id from folders where event_id = :eventId and root = :root',
    { eventId, root },
  );
  return rows[0]?.id;
}
