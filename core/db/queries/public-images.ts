import { query, type Db } from '../query.js';

/** The only versions that anybody may see. */
export type PublicVersion = 'preview' | 'thumbnail';

export interface PublicImageRow {
  readonly objectKey: string;
  readonly bytes: number;
}

/** `undefined` unless the photo is kept, was not taken down, and its event is published. */
export async function findPublicImage(
  db: Db,
  { photoId, version }: { readonly photoId: string; readonly version: PublicVersion },
): Promise<PublicImageRow | undefined> {
  const [row] = await query<PublicImageRow>(
    db,
    `select v.object_key as "objectKey", v.bytes
     from versions v join photos p on p.id = v.photo_id join events e on e.id = p.event_id
     where v.photo_id = :photoId and v.kind = :version and v.ordinal = 0
       and p.status = 'kept' and p.taken_down_at is null and e.state = 'published'`,
    { photoId, version },
  );
  return row;
}
