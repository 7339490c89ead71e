import { downloadableItems } from '../db/queries/downloads.js';
import type { Db } from '../db/query.js';
import { downloadName } from '../domain/download.js';
import type { PhotoId } from '../domain/ids.js';
import type { PhotoSize } from '../domain/pack.js';
import { showOrder, type ShownOrder } from './orders/show-order.js';

export interface PurchasedPhoto {
  readonly photoId: PhotoId;
  /** What was bought. */
  readonly size: PhotoSize;
  readonly fileName: string;
  /** Of the file that was bought; 0 where there is none. */
  readonly bytes: number;
  readonly standing: 'here' | 'taken-down' | 'gone';
  readonly downloads: number;
}

/** What the buyer's own page shows. */
export interface Purchase extends ShownOrder {
  readonly photos: readonly PurchasedPhoto[];
}

/** Undefined where the link opens no order. */
export async function showPurchase(db: Db, token: string): Promise<Purchase | undefined> {
  const shown = await showOrder(db, token);
  if (shown === undefined) return undefined;
  const items = await downloadableItems(db, shown.order.id);
  return {
    ...shown,
    photos: items.map(({ photoId, size, photo, downloads }) => ({
      photoId,
      size,
      downloads,
      fileName: photo === undefined ? photoId : downloadName(photo, 'hd'),
      bytes: (size === 'hd' ? photo?.bytes : photo?.web?.bytes) ?? 0,
      standing: photo === undefined ? 'gone' : photo.isTakenDown ? 'taken-down' : 'here',
    })),
  };
}
