import type { PhotoSize } from './pack.js';

/** How long a link downloads; the buyer can have a new one mailed at any time. */
const DOWNLOAD_HOURS = 72;

/** A link made before the money was sure (a debit takes days) counts from the payment. */
export function downloadsUntil(linkMadeAt: Date, paidAt: Date): Date {
  const from = Math.max(linkMadeAt.getTime(), paidAt.getTime());
  return new Date(from + DOWNLOAD_HOURS * 3_600_000);
}

/** Extensions of the formats of originals; a raw original keeps its own. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  jpeg: '.jpg',
  png: '.png',
  webp: '.webp',
  tiff: '.tif',
  avif: '.avif',
};
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  tiff: 'image/tiff',
  avif: 'image/avif',
};

export interface DownloadablePhoto {
  /** The path that the photo was ingested from, with `/`; undefined where no folder names it any more. */
  readonly displayPath: string | undefined;
  /** Of the original. */
  readonly format: string;
  readonly sha256: string;
}

export function mediaTypeOf(photo: DownloadablePhoto, size: PhotoSize): string {
  if (size === 'web') return 'image/jpeg';
  return MEDIA_TYPES[photo.format] ?? 'application/octet-stream';
}

/** The original's own name; `IMG_1-web.jpg` for its web version. Never a path, never hidden. */
export function downloadName(photo: DownloadablePhoto, size: PhotoSize): string {
  const { stem, extension } = splitName(lastName(photo));
  return size === 'hd' ? `${stem}${extension}` : `${stem}-web.jpg`;
}

function lastName({ displayPath, format, sha256 }: DownloadablePhoto): string {
  const made = `photo-${sha256.slice(0, 12)}${EXTENSIONS[format] ?? ''}`;
  if (displayPath === undefined) return made;
  const name = displayPath
    .slice(displayPath.lastIndexOf('/') + 1)
    // What a file system of the buyer's may refuse, or take for a path.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD\\/:*?"<>|]/gu, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return name === '' ? made : name;
}

function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { stem: name, extension: '' }
    : { stem: name.slice(0, dot), extension: name.slice(dot) };
}

/**
 * Names for one folder, in the same order: of names that differ at most by case the second
 * becomes `name (2).jpg`.
 */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const { stem, extension } = splitName(name);
    let free = name;
    for (let copy = 2; taken.has(free.toLowerCase()); copy += 1)
      free = `${stem} (${copy})${extension}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
