import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import type { Tag, TagSource } from '../../domain/tag.js';
import { query, type Db } from '../query.js';

/** Adds tags; where a photo has the bib already, the new source and evidence take its place. True if anything is new. */
export async function insertTags(db: Db, eventId: EventId, tags: readonly Tag[]): Promise<boolean> {
  if (tags.length === 0) return false;
  const rows = await query<{ isNew: boolean }>(
    db,
    `insert into tags (event_id, photo_id, bib, source, confidence, evidence, face_ordinal)
     select :eventId, n.* from jsonb_to_recordset(:rows::jsonb)
       as n(photo_id uuid, bib text, source text, confidence real, evidence jsonb, face_ordinal int)
     on conflict (photo_id, bib) do update set source = excluded.source, confidence = excluded.confidence,
       evidence = excluded.evidence, face_ordinal = excluded.face_ordinal
     returning xmax = 0 as "isNew"`,
    {
      eventId,
      rows: JSON.stringify(
        tags.map((tag) => ({
          photo_id: tag.photoId,
          bib: tag.bib,
          source: tag.source,
          confidence: tag.confidence,
          evidence: tag.evidence,
          face_ordinal: tag.faceOrdinal ?? null,
        })),
      ),
    },
  );
  return rows.some(({ isNew }) => isNew);
}

/** Removes the tags of those sources from those photos, and gives what they were. */
export async function deleteTags(
  db: Db,
  photoIds: readonly PhotoId[],
  sources: readonly TagSource[],
): Promise<Pick<Tag, 'photoId' | 'bib'>[]> {
  return query(
    db,
    `delete from tags where photo_id = any(:photoIds::uuid[]) and source = any(:sources)
     returning photo_id as "photoId", bib`,
    { photoIds, sources },
  );
}

export async function deleteTag(db: Db, photoId: PhotoId, bib: Bib): Promise<boolean> {
  const rows = await query<{ bib: string }>(
    db,
    'delete from tags where photo_id = :photoId and bib = :bib returning bib',
    { photoId, bib },
  );
  return rows.length === 1;
}

export async function vetoTag(db: Db, photoId: PhotoId, bib: Bib): Promise<void> {
  await query(
    db,
    'insert into tag_vetoes (photo_id, bib) values (:photoId, :bib) on conflict do nothing',
    { photoId, bib },
  );
}

export async function liftVeto(db: Db, photoId: PhotoId, bib: Bib): Promise<void> {
  await query(db, 'delete from tag_vetoes where photo_id = :photoId and bib = :bib', {
    photoId,
    bib,
  });
}

/** What people said about those photos: the tags they gave and the ones they refused. */
export async function manualDecisions(
  db: Db,
  photoIds: readonly PhotoId[],
): Promise<Map<PhotoId, { tagged: Set<Bib>; vetoed: Set<Bib> }>> {
  const rows = await query<{ photo_id: PhotoId; bib: Bib; vetoed: boolean }>(
    db,
    `select photo_id, bib, true as vetoed from tag_vetoes where photo_id = any(:photoIds::uuid[])
     union all
     select photo_id, bib, false from tags where photo_id = any(:photoIds::uuid[]) and source = 'manual'`,
    { photoIds },
  );
  const decisions = new Map<PhotoId, { tagged: Set<Bib>; vetoed: Set<Bib> }>();
  for (const row of rows) {
    const decision = decisions.get(row.photo_id) ?? { tagged: new Set(), vetoed: new Set() };
    (row.vetoed ? decision.vetoed : decision.tagged).add(row.bib);
    decisions.set(row.photo_id, decision);
  }
  return decisions;
}

export async function bibsOfPhotos(
  db: Db,
  photoIds: readonly PhotoId[],
): Promise<Map<PhotoId, Bib[]>> {
  const rows = await query<{ photo_id: PhotoId; bibs: Bib[] }>(
    db,
    `select photo_id, array_agg(bib order by bib) as bibs from tags
     where photo_id = any(:photoIds::uuid[]) group by photo_id`,
    { photoIds },
  );
  return new Map(rows.map((row) => [row.photo_id, row.bibs]));
}
