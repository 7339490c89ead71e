import type { DetectedFace } from '../../domain/face.js';
import type { Box } from '../../domain/geometry.js';
import type { Bib, PhotoId } from '../../domain/ids.js';
import { boxFromRow, boxToRow } from './readings.js';
import { query, type Db } from '../query.js';

/** `bibs[i]` and `templates[i]` belong to `faces[i]`; a face keeps its template for `templateDays`. */
export async function insertFaces(
  db: Db,
  photoId: PhotoId,
  faces: readonly DetectedFace[],
  bibs: readonly (Bib | undefined)[],
  templates: { readonly bytes: readonly (Int8Array | undefined)[]; readonly days: number },
): Promise<void> {
  if (faces.length === 0) return;
  await db('faces').insert(
    faces.map((face, ordinal) => {
      const template = templates.bytes[ordinal];
      return {
        photo_id: photoId,
        ordinal,
        box: boxToRow(face.box),
        landmarks: face.landmarks.flatMap(({ x, y }) => [x, y]),
        confidence: face.confidence,
        quality: face.quality,
        smile: face.smile ?? null,
        eyes_open: face.eyesOpen ?? null,
        embedding:
          template === undefined
            ? null
            : Buffer.from(template.buffer, template.byteOffset, template.length),
        embedding_expires_at:
          template === undefined
            ? null
            : db.raw('now() + make_interval(days => ?)', [templates.days]),
        bib: bibs[ordinal] ?? null,
      };
    }),
  );
}

/**
 * Deletes the templates whose time is over, in every event; how many there were. It waits for
 * nobody: rows that another process has in hand are left to the next call, and not used meanwhile.
 */
export async function expireTemplates(db: Db): Promise<number> {
  const rows = await query<{ ordinal: number }>(
    db,
    `with expired as (
       select photo_id, ordinal from faces
       where embedding is not null and embedding_expires_at <= now() for update skip locked)
     update faces f set embedding = null, embedding_expires_at = null
     from expired where f.photo_id = expired.photo_id and f.ordinal = expired.ordinal
     returning f.ordinal`,
  );
  return rows.length;
}

/** Boxes of the photos' faces in their order; `bib` is the one bound at the moment. */
export async function facesOfPhotos(
  db: Db,
  photoIds: readonly PhotoId[],
): Promise<Map<PhotoId, { box: Box; bib: Bib | undefined }[]>> {
  const rows = await query<{ photo_id: PhotoId; box: number[]; bib: Bib | null }>(
    db,
    'select photo_id, box, bib from faces where photo_id = any(:photoIds::uuid[]) order by photo_id, ordinal',
    { photoIds },
  );
  const faces = new Map<PhotoId, { box: Box; bib: Bib | undefined }[]>();
  for (const row of rows) {
    const list = faces.get(row.photo_id) ?? [];
    list.push({ box: boxFromRow(row.box), bib: row.bib ?? undefined });
    faces.set(row.photo_id, list);
  }
  return faces;
}

/** For each photo, the bib on the body of each of its faces, in their order; gives the faces whose bib changed. */
export async function bindFaces(
  db: Db,
  photos: ReadonlyMap<PhotoId, readonly (Bib | undefined)[]>,
): Promise<{ photoId: PhotoId; ordinal: number }[]> {
  const rows = [...photos].flatMap(([photoId, bibs]) =>
    bibs.map((bib, ordinal) => ({ photo_id: photoId, ordinal, bib: bib ?? null })),
  );
  return query(
    db,
    `update faces f set bib = n.bib
     from jsonb_to_recordset(:rows::jsonb) as n(photo_id uuid, ordinal int, bib text)
     where f.photo_id = n.photo_id and f.ordinal = n.ordinal and f.bib is distinct from n.bib
     returning f.photo_id as "photoId", f.ordinal`,
    { rows: JSON.stringify(rows) },
  );
}
