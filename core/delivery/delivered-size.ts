import type { DownloadableItem } from '../db/queries/downloads.js';
import type { PhotoSize } from '../domain/pack.js';
import { isLargerThanWeb } from '../domain/photo-size.js';

/**
 * In which size a buyer gets a photo. Where the original has no more pixels than its web version the two
 * are one product, sold at one price, and the better file is delivered; a sponsor's frame stays a frame.
 */
export function deliveredSize({ size, frameKey, photo }: DownloadableItem): PhotoSize {
  const isOneSize = frameKey === undefined && photo !== undefined && !isLargerThanWeb(photo);
  return isOneSize ? 'hd' : size;
}
