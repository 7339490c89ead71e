import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import type { Tag, TagSource } from '../../domain/tag.js';
import { query, type Db } from '../query.js';

export async function insertTags(db: Db, eventId: EventId, tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return;
  await db('tags')
    .insert(
      tags.map((tag) => ({
        event_id: eventId,
        photo_id: tag.photoId,
        bib: tag.bib,
        source: tag.source,
        confidence: tag.confidence,
        evidence: JSON.stringify(tag.evidence),
        face_ordinal: tag.faceOrdinal ?? null,
      })),
    )
    .onConflict(['photo_id', 'bib'])
    .merge();
}

/** Removes the tags of those sources from those photos. */
export async function deleteTags(
  db: Db,
  photoIds: readonly PhotoId[],
  sources: readonly TagSource[],
): Promise<void> {
  await query(db, 'delete from tags where photo_id = any(:photoIds::uuid[]) and source = any(:sources)', {
    photoIds,
    sources,
  });
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
  await query(db, 'delete from tag_vetoes where photo_id = :photoId and bib = :bib', { photoId, bib });
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

export interface ListedTag {
  readonly photoId: PhotoId;
  readonly bib: Bib;
  readonly source: TagSource;
  readonly confidence: number;
}

export async function bibsOfPhotos(db: Db, photoIds: readonly PhotoId[]): Promise<Map<PhotoId, Bib[]>> {
  const rows = await query<{ photo_id: PhotoId; bibs: Bib[] }>(
    db,
    `select photo_id, array_agg(bib order by bib) as bibs from tags
     where photo_id = any(:photoIds::uuid[]) group by photo_id`,
    { photoIds },
  );
  return new Map(rows.map((row) => [row.photo_id, row.bibs]));
}
