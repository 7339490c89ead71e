import type { DownloadableItem } from '../db/queries/downloads.js';
import { downloadName, mediaTypeOf } from '../domain/download.js';
import { originalKey } from '../domain/object-keys.js';
import type { PhotoSize } from '../domain/pack.js';
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
export function soldFile(item: DownloadableItem, size: PhotoSize): SoldFile | undefined {
  const { photo } = item;
  if (photo === undefined) return undefined;
  const file = size === 'web' ? webFile(photo) : originalFile(photo);
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

function webFile({ web }: StoredPhoto): PhotoFile | undefined {
  return web === undefined ? undefined : { kind: 'object', ...web };
}

function originalFile({ eventId, sha256, bytes, originalPath }: StoredPhoto): PhotoFile {
  return originalPath === undefined
    ? { kind: 'object', key: originalKey(eventId, sha256), bytes }
    : { kind: 'referenced', path: originalPath, bytes, sha256 };
}
