import type { Box } from '../../domain/geometry.js';
import type { Bib, PhotoId } from '../../domain/ids.js';
import { query, type Db } from '../query.js';
import { boxFromRow } from './readings.js';

/** The face that wears the bib of tag `t`: by its reading or link, or because a person named it and no other face is left. */
const WEARER = `lateral (
  select f.box, f.ordinal from faces f where f.photo_id = t.photo_id
    and (f.ordinal = t.face_ordinal or (t.face_ordinal is null and f.bib = t.bib))
  order by f.ordinal limit 1) as wearer on true`;

export interface BibWearer {
  readonly photoId: PhotoId;
  readonly bib: Bib;
  readonly face: Box;
}

/** In those of the photos that show several people, the face that wears one of the bibs; at most one a photo. */
export async function wearersInCrowds(
  db: Db,
  photoIds: readonly PhotoId[],
  bibs: readonly Bib[],
): Promise<BibWearer[]> {
  const rows = await query<{ photo_id: PhotoId; bib: Bib; box: number[] }>(
    db,
    `select distinct on (t.photo_id) t.photo_id, t.bib, wearer.box
     from tags t join ${WEARER} join events e on e.id = t.event_id
     where t.photo_id = any(:photoIds::uuid[]) and t.bib = any(:bibs) and e.faces <> 'off'
       and (select count(*) from faces f where f.photo_id = t.photo_id) > 1
     order by t.photo_id, (t.source = 'face'), t.confidence desc, t.bib`,
    { photoIds, bibs },
  );
  return rows.map(({ photo_id: photoId, bib, box }) => ({ photoId, bib, face: boxFromRow(box) }));
}

export interface CloseUpSource {
  /** Of the watermarked preview, and its size. */
  readonly previewKey: string;
  readonly previewBytes: number;
  readonly width: number;
  readonly height: number;
  /** Of the private crop of the same face: beside it the close-up is kept, and with it deleted. */
  readonly cropKey: string;
  readonly face: Box;
}

/** `undefined` unless the photo is public, its event keeps faces, and a face in it wears the bib. */
export async function findCloseUpSource(
  db: Db,
  { photoId, bib }: { readonly photoId: PhotoId; readonly bib: Bib },
): Promise<CloseUpSource | undefined> {
  const [row] = await query<Omit<CloseUpSource, 'face'> & { box: number[] }>(
    db,
    `select preview.object_key as "previewKey", preview.bytes as "previewBytes", preview.width,
       preview.height, crop.object_key as "cropKey", wearer.box
     from tags t join ${WEARER}
       join photos p on p.id = t.photo_id join events e on e.id = p.event_id
       join versions preview on preview.photo_id = p.id and preview.kind = 'preview'
       join versions crop on crop.photo_id = p.id and crop.kind = 'crop'
         and crop.ordinal = wearer.ordinal
     where t.photo_id = :photoId and t.bib = :bib and p.status = 'kept'
       and p.taken_down_at is null and e.state = 'published' and e.faces <> 'off'`,
    { photoId, bib },
  );
  if (row === undefined) return undefined;
  const { box, ...source } = row;
  return { ...source, face: boxFromRow(box) };
}
