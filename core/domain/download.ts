import { safeFileName } from './file-name.js';
import type { PhotoSize } from './pack.js';

/** The shortest that a seller may choose: who buys on a Sunday evening is back at home by then. */
export const LEAST_DOWNLOAD_HOURS = 72;

/** Until when a link downloads; the buyer can have a new one mailed at any time. */
export type LinkEnd = Date | 'for-good';

/**
 * A link made before the money was sure (a debit takes days) counts from the payment.
 *
 * @param hours as the seller chose for the event when the order was placed; undefined for good
 */
export function downloadsUntil(linkMadeAt: Date, paidAt: Date, hours: number | undefined): LinkEnd {
  if (hours === undefined) return 'for-good';
  const from = Math.max(linkMadeAt.getTime(), paidAt.getTime());
  return new Date(from + hours * 3_600_000);
}

export function hasEnded(end: LinkEnd, now: Date): boolean {
  return end !== 'for-good' && now >= end;
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

/** The original's own name; `IMG_1-web.jpg` for its web version. Fit for every system. */
export function downloadName(photo: DownloadablePhoto, size: PhotoSize): string {
  const { displayPath, format, sha256 } = photo;
  const made = `photo-${sha256.slice(0, 12)}${EXTENSIONS[format] ?? ''}`;
  const original = displayPath?.slice(displayPath.lastIndexOf('/') + 1) ?? '';
  return safeFileName(original, made, size === 'web' ? '-web.jpg' : undefined);
}
