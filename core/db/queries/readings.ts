import type { Box } from '../../domain/geometry.js';
import type { PhotoId } from '../../domain/ids.js';
import type { Reading } from '../../domain/reading.js';
import type { ReadingResolution } from '../../domain/tag-photo.js';
import { query, type Db } from '../query.js';

export function boxToRow(box: Box): number[] {
  return [box.left, box.top, box.width, box.height];
}

export function boxFromRow(row: readonly number[]): Box {
  const [left = 0, top = 0, width = 0, height = 0] = row;
  return { left, top, width, height };
}

/** `resolutions[i]` is what the rules made of `readings[i]`. */
export async function insertReadings(
  db: Db,
  photoId: PhotoId,
  readings: readonly Reading[],
  resolutions: readonly ReadingResolution[],
): Promise<void> {
  if (readings.length === 0) return;
  await db('readings').insert(
    readings.map((reading, ordinal) => ({
      photo_id: photoId,
      ordinal,
      text: reading.text,
      confidence: reading.confidence,
      weakest_character: reading.weakestCharacter,
      box: boxToRow(reading.box),
      cut_left: reading.cut.left,
      cut_right: reading.cut.right,
      resolution: resolutions[ordinal]?.kind ?? 'dropped',
      bib: resolutions[ordinal]?.bib ?? null,
      reason: resolutions[ordinal]?.reason ?? null,
    })),
  );
}

/** For each photo, one resolution for each of its readings, in their order. */
export async function updateResolutions(
  db: Db,
  photos: ReadonlyMap<PhotoId, readonly ReadingResolution[]>,
): Promise<void> {
  const rows = [...photos].flatMap(([photoId, resolutions]) =>
    resolutions.map((resolution, ordinal) => ({ photo_id: photoId, ordinal, ...resolution })),
  );
  await query(
    db,
    `update readings r set resolution = n.kind, bib = n.bib, reason = n.reason
     from jsonb_to_recordset(:rows::jsonb) as n(photo_id uuid, ordinal int, kind text, bib text, reason text)
     where r.photo_id = n.photo_id and r.ordinal = n.ordinal
       and (r.resolution, r.bib, r.reason) is distinct from (n.kind, n.bib, n.reason)`,
    { rows: JSON.stringify(rows) },
  );
}

export async function readingsOfPhotos(
  db: Db,
  photoIds: readonly PhotoId[],
): Promise<Map<PhotoId, Reading[]>> {
  const rows = await query<{
    photo_id: PhotoId;
    text: string;
    confidence: number;
    weakest_character: number;
    box: number[];
    cut_left: boolean;
    cut_right: boolean;
  }>(
    db,
    `select photo_id, text, confidence, weakest_character, box, cut_left, cut_right
     from readings where photo_id = any(:photoIds::uuid[]) order by photo_id, ordinal`,
    { photoIds },
  );
  const readings = new Map<PhotoId, Reading[]>();
  for (const row of rows) {
    const list = readings.get(row.photo_id) ?? [];
    list.push({
      text: row.text,
      confidence: row.confidence,
      weakestCharacter: row.weakest_character,
      box: boxFromRow(row.box),
      cut: { left: row.cut_left, right: row.cut_right },
    });
    readings.set(row.photo_id, list);
  }
  return readings;
}
