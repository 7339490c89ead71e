import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import type { FaceEvidence, FaceKey } from '../../linking/face-evidence.js';
import type { BoundFace, FaceTemplate } from '../../linking/find-face-matches.js';
import { FIRST_ID } from './photos.js';
import { query, type Db } from '../query.js';

/** Which photos' faces: those in the list, or all others of the event. */
export type PhotoScope =
  { readonly within: readonly PhotoId[] } | { readonly outside: readonly PhotoId[] };

interface StoredTemplate extends FaceTemplate {
  readonly bib: Bib | undefined;
}

interface TemplateRow {
  photo_id: PhotoId;
  ordinal: number;
  bib: Bib | null;
  embedding: Buffer;
}

/** Faces with a template but no bib on their own body, `pageSize` at a time. */
export function unboundFaces(
  db: Db,
  eventId: EventId,
  scope: PhotoScope,
  pageSize: number,
): AsyncGenerator<FaceTemplate[]> {
  return templatePages(db, eventId, scope, 'unbound', pageSize);
}

/** Faces with a template and a bib on their own body. */
export async function* boundFaces(
  db: Db,
  eventId: EventId,
  scope: PhotoScope,
  pageSize: number,
): AsyncGenerator<BoundFace[]> {
  for await (const page of templatePages(db, eventId, scope, 'bound', pageSize)) {
    yield page.flatMap(({ bib, ...face }) => (bib === undefined ? [] : [{ ...face, bib }]));
  }
}

const CONDITIONS = {
  unbound: 'f.bib is null',
  bound: 'f.bib is not null',
  kept: "p.status = 'kept'",
} as const;

export async function* templatePages(
  db: Db,
  eventId: EventId,
  scope: PhotoScope,
  which: keyof typeof CONDITIONS,
  pageSize: number,
): AsyncGenerator<StoredTemplate[]> {
  const [inScope, photoIds] =
    'within' in scope
      ? ['p.id = any(:photoIds::uuid[])', scope.within]
      : ['p.id <> all(:photoIds::uuid[])', scope.outside];
  let after: FaceKey = { photoId: FIRST_ID, ordinal: -1 };
  for (;;) {
    const rows = await query<TemplateRow>(
      db,
      `select f.photo_id, f.ordinal, f.bib, f.embedding
       from faces f join photos p on p.id = f.photo_id
       where p.event_id = :eventId and ${inScope} and ${CONDITIONS[which]}
         and f.embedding is not null and f.embedding_expires_at > now()
         and (f.photo_id, f.ordinal) > (:afterPhoto::uuid, :afterOrdinal)
       order by f.photo_id, f.ordinal limit :pageSize`,
      { eventId, photoIds, afterPhoto: after.photoId, afterOrdinal: after.ordinal, pageSize },
    );
    const page = rows.map(toTemplate);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < pageSize) return;
    after = last;
  }
}

function toTemplate(row: TemplateRow): StoredTemplate {
  const { embedding } = row;
  return {
    photoId: row.photo_id,
    ordinal: row.ordinal,
    bib: row.bib ?? undefined,
    template: new Int8Array(embedding.buffer, embedding.byteOffset, embedding.length),
  };
}

export interface RememberedEvidence extends FaceKey {
  readonly evidence: FaceEvidence;
}

export async function evidenceOfFaces(
  db: Db,
  faces: readonly FaceKey[],
): Promise<Map<string, FaceEvidence>> {
  const rows = await query<{ photo_id: PhotoId; ordinal: number; match: FaceEvidence }>(
    db,
    `select f.photo_id, f.ordinal, f.match
     from faces f join unnest(:photoIds::uuid[], :ordinals::int[]) as k(photo_id, ordinal) using (photo_id, ordinal)
     where f.match is not null`,
    {
      photoIds: faces.map(({ photoId }) => photoId),
      ordinals: faces.map(({ ordinal }) => ordinal),
    },
  );
  return new Map(
    rows.map((row) => [keyOf({ photoId: row.photo_id, ordinal: row.ordinal }), row.match]),
  );
}

export function keyOf(face: FaceKey): string {
  return `${face.photoId}:${face.ordinal}`;
}

export async function saveEvidence(db: Db, faces: readonly RememberedEvidence[]): Promise<void> {
  if (faces.length === 0) return;
  await query(
    db,
    `update faces f set match = n.match
     from jsonb_to_recordset(:rows::jsonb) as n(photo_id uuid, ordinal int, match jsonb)
     where f.photo_id = n.photo_id and f.ordinal = n.ordinal`,
    {
      rows: JSON.stringify(
        faces.map(({ photoId, ordinal, evidence }) => ({
          photo_id: photoId,
          ordinal,
          match: evidence,
        })),
      ),
    },
  );
}

export async function countBoundBibs(db: Db, eventId: EventId): Promise<number> {
  const rows = await query<{ bibs: number }>(
    db,
    `select count(distinct f.bib) as bibs from faces f join photos p on p.id = f.photo_id
     where p.event_id = :eventId and f.bib is not null`,
    { eventId },
  );
  return rows[0]?.bibs ?? 0;
}

/** Unbound faces whose best match is at least that near. */
export async function facesWithMatch(
  db: Db,
  eventId: EventId,
  leastCosine: number,
): Promise<RememberedEvidence[]> {
  const rows = await query<{ photo_id: PhotoId; ordinal: number; match: FaceEvidence }>(
    db,
    `select f.photo_id, f.ordinal, f.match from faces f join photos p on p.id = f.photo_id
     where p.event_id = :eventId and f.bib is null and f.match is not null
       and (f.match -> 0 ->> 'cosine')::float8 >= :leastCosine`,
    { eventId, leastCosine },
  );
  return rows.map((row) => ({ photoId: row.photo_id, ordinal: row.ordinal, evidence: row.match }));
}

/** For each photo the bibs it cannot get by a link: those it has otherwise, and those a person refused. */
export async function closedBibs(
  db: Db,
  photoIds: readonly PhotoId[],
): Promise<Map<PhotoId, Set<Bib>>> {
  const rows = await query<{ photo_id: PhotoId; bib: Bib }>(
    db,
    `select photo_id, bib from tags where photo_id = any(:photoIds::uuid[]) and source <> 'face'
     union select photo_id, bib from tag_vetoes where photo_id = any(:photoIds::uuid[])`,
    { photoIds },
  );
  const closed = new Map<PhotoId, Set<Bib>>();
  for (const row of rows) {
    const bibs = closed.get(row.photo_id) ?? new Set();
    bibs.add(row.bib);
    closed.set(row.photo_id, bibs);
  }
  return closed;
}

export interface StoredLink {
  readonly photoId: PhotoId;
  readonly bib: Bib;
  readonly faceOrdinal: number;
  readonly sourcePhoto: PhotoId;
  readonly sourceOrdinal: number;
}

/** The event's tags by face, as they are now. */
export async function storedLinks(db: Db, eventId: EventId): Promise<StoredLink[]> {
  return query<StoredLink>(
    db,
    `select photo_id as "photoId", bib, face_ordinal as "faceOrdinal",
       evidence ->> 'photoId' as "sourcePhoto", (evidence ->> 'faceOrdinal')::int as "sourceOrdinal"
     from tags where event_id = :eventId and source = 'face'`,
    { eventId },
  );
}

/**
 * Faces changed their bib: what rests on them is forgotten, and their photos and those that
 * rested on them wait for linking again.
 */
export async function forgetEvidence(
  db: Db,
  eventId: EventId,
  faces: readonly FaceKey[],
): Promise<void> {
  if (faces.length === 0) return;
  const keys = {
    photoIds: faces.map(({ photoId }) => photoId),
    ordinals: faces.map(({ ordinal }) => ordinal),
  };
  await query(
    db,
    // Each face's evidence is opened once and joined by value: an import may alter every face.
    `with altered as (select distinct * from unnest(:photoIds::uuid[], :ordinals::int[]) as k(photo_id, ordinal)),
     outdated as (
       select photo_id, ordinal from altered
       union
       select f.photo_id, f.ordinal
       from photos p join faces f on f.photo_id = p.id
         cross join lateral jsonb_array_elements(f.match) m
         join altered a on a.photo_id = (m ->> 'photoId')::uuid and a.ordinal = (m ->> 'ordinal')::int
       where p.event_id = :eventId and f.match is not null),
     resting as (
       update faces f set match = null from outdated o
       where f.photo_id = o.photo_id and f.ordinal = o.ordinal and f.match is not null
       returning f.photo_id)
     update photos set pending = true
     where id in (select photo_id from resting union select photo_id from altered)`,
    { eventId, ...keys },
  );
}
