import { createHash } from 'node:crypto';
import { findPublicImage, type PublicVersion } from '../db/queries/public-images.js';
import type { Db } from '../db/query.js';
import type { ObjectInfo, ObjectStore } from '../ports/object-store.js';

export interface PublicImage {
  readonly bytes: number;
  /** A strong validator, with its quotes: another watermark gives another one. */
  readonly etag: string;
  /** FocusError `not-found` `object.missing` where the object is gone. */
  read(): Promise<Uint8Array>;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The preview or thumbnail of a photo that the public may see; `undefined` for all else. */
export async function openPublicImage(
  { db, store }: { readonly db: Db; readonly store: ObjectStore },
  wanted: { readonly photoId: string; readonly version: string },
): Promise<PublicImage | undefined> {
  const { photoId, version } = wanted;
  if (!UUID.test(photoId) || !isPublicVersion(version)) return undefined;
  const found = await findPublicImage(db, { photoId, version });
  if (found === undefined) return undefined;
  return publicImageOf(store, { key: found.objectKey, bytes: found.bytes });
}

export function publicImageOf(
  store: Pick<ObjectStore, 'get'>,
  { key, bytes }: ObjectInfo,
): PublicImage {
  // The key has the hash of the original in it, which is nobody's business.
  const mark = createHash('sha256').update(`${key}\n${bytes}`).digest('base64url');
  return { bytes, etag: `"${mark.slice(0, 22)}"`, read: () => store.get(key) };
}

function isPublicVersion(text: string): text is PublicVersion {
  return text === 'preview' || text === 'thumbnail';
}
