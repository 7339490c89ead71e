import type { PhotoId } from '../domain/ids.js';
import { distinctKeywords } from './keywords.js';
import { replaceExtension } from './paths.js';

export interface SidecarPhoto<Folder> {
  readonly folder: Folder;
  readonly id: PhotoId;
  /** The bytes of the path relative to the folder. */
  readonly path: Uint8Array;
  readonly keywords: readonly string[];
  /** Whether the caller asked for this photo. */
  readonly isSelected: boolean;
}

export interface PlannedSidecar<Folder> {
  readonly folder: Folder;
  /** Relative to the folder. */
  readonly path: Buffer;
  readonly photos: readonly Buffer[];
  readonly ids: readonly PhotoId[];
  /** May be empty: the keywords of an earlier export may have to go. */
  readonly keywords: readonly string[];
}

/**
 * One sidecar for all photos of a folder that differ in their extension alone: the convention
 * of Lightroom, Bridge, Capture One and Photo Mechanic, where IMG_1.CR3 and IMG_1.JPG share
 * IMG_1.xmp. It gets the keywords of all of them, asked for or not, for a keyword of the one
 * left out would be taken for an outdated one. In the order of the first photo of each.
 */
export function planSidecars<Folder>(
  photos: Iterable<SidecarPhoto<Folder>>,
): PlannedSidecar<Folder>[] {
  const byFolder = new Map<Folder, Map<string, SidecarPhoto<Folder>[]>>();
  for (const photo of photos) {
    const sidecars = getOrSet(
      byFolder,
      photo.folder,
      () => new Map<string, SidecarPhoto<Folder>[]>(),
    );
    // Latin-1 keeps every byte apart.
    const key = replaceExtension(photo.path, '.xmp').toString('latin1');
    getOrSet(sidecars, key, () => []).push(photo);
  }
  return [...byFolder].flatMap(([folder, sidecars]) =>
    [...sidecars]
      .filter(([, sharing]) => sharing.some((photo) => photo.isSelected))
      .map(([key, sharing]) => ({
        folder,
        path: Buffer.from(key, 'latin1'),
        photos: sharing.map((photo) => Buffer.from(photo.path)),
        ids: [...new Set(sharing.map(({ id }) => id))],
        keywords: distinctKeywords(sharing.flatMap((photo) => photo.keywords)),
      })),
  );
}

function getOrSet<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
