import type { DownloadableItem } from '../db/queries/downloads.js';
import { downloadName, mediaTypeOf } from '../domain/download.js';
import { originalKey } from '../domain/object-keys.js';
import type { PhotoSize } from '../domain/pack.js';
import type { ObjectStore } from '../ports/object-store.js';
import { framedPhoto } from './framed-photo.js';
import type { PhotoFile } from './photo-file.js';

/** A file that a buyer has a right to. */
export interface SoldFile {
  readonly file: PhotoFile;
  readonly fileName: string;
  readonly mediaType: string;
  /** Changes with the bytes, for If-Range. */
  readonly tag: string;
  readonly modifiedAt: Date;
}

/** Undefined where the photo is not there any more, or has no web version. */
export async function soldFile(
  store: Pick<ObjectStore, 'get' | 'head' | 'put'>,
  item: DownloadableItem,
  size: PhotoSize,
): Promise<SoldFile | undefined> {
  const { photo, frameKey } = item;
  if (photo === undefined) return undefined;
  const file = size === 'web' ? await webFile(store, photo, frameKey) : originalFile(photo);
  if (file === undefined) return undefined;
  return {
    file,
    fileName: downloadName(photo, size),
    mediaType: mediaTypeOf(photo, size),
    tag: size === 'hd' ? photo.sha256 : `${photo.sha256}-web-${file.bytes}`,
    modifiedAt: photo.capturedAt ?? photo.storedAt,
  };
}

type StoredPhoto = NonNullable<DownloadableItem['photo']>;

async function webFile(
  store: Parameters<typeof soldFile>[0],
  { web }: StoredPhoto,
  frameKey: string | undefined,
): Promise<PhotoFile | undefined> {
  if (web === undefined || frameKey === undefined) return web && { kind: 'object', ...web };
  return framedPhoto(store, web, frameKey);
}

function originalFile(photo: StoredPhoto): PhotoFile {
  const { eventId, sha256, bytes, originalPath, modifiedNs } = photo;
  return originalPath === undefined
    ? { kind: 'object', key: originalKey(eventId, sha256), bytes }
    : { kind: 'referenced', path: originalPath, bytes, sha256, modifiedNs };
}
