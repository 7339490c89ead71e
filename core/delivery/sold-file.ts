import type { DownloadableItem } from '../db/queries/downloads.js';
import { downloadName, mediaTypeOf } from '../domain/download.js';
import { originalKey } from '../domain/object-keys.js';
import type { PhotoSize } from '../domain/pack.js';
import { framedPhoto, type FramingDeps } from './framed-photo.js';
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

/**
 * Undefined where the photo is not there any more, or has no web version.
 *
 * @param buyer whose turn it is where the photo is to be drawn in its frame first
 */
export async function soldFile(
  deps: FramingDeps,
  item: DownloadableItem,
  size: PhotoSize,
  buyer: string,
): Promise<SoldFile | undefined> {
  const { photo, frameKey } = item;
  if (photo === undefined) return undefined;
  const file = size === 'web' ? await webFile(deps, photo, frameKey, buyer) : originalFile(photo);
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
  deps: FramingDeps,
  { web }: StoredPhoto,
  frameKey: string | undefined,
  buyer: string,
): Promise<PhotoFile | undefined> {
  if (web === undefined || frameKey === undefined) return web && { kind: 'object', ...web };
  return framedPhoto(deps, web, frameKey, buyer);
}

function originalFile(photo: StoredPhoto): PhotoFile {
  const { eventId, sha256, bytes, originalPath, modifiedNs } = photo;
  return originalPath === undefined
    ? { kind: 'object', key: originalKey(eventId, sha256), bytes }
    : { kind: 'referenced', path: originalPath, bytes, sha256, modifiedNs };
}
