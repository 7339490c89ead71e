import {
  downloadableItems,
  findDownloadRight,
  type DownloadableItem,
} from '../db/queries/downloads.js';
import type { Db } from '../db/query.js';
import { deliveredSize } from '../delivery/delivered-size.js';
import { downloadName } from '../domain/download.js';
import type { PhotoId } from '../domain/ids.js';
import { hashLinkToken } from '../domain/link-token.js';
import type { OrderState } from '../domain/order.js';
import type { PhotoSize } from '../domain/pack.js';
import type { PixelSize } from '../domain/photo-size.js';
import { showOrder, type ShownOrder } from './orders/show-order.js';

export interface PurchasedPhoto {
  readonly photoId: PhotoId;
  /** The largest that is delivered. */
  readonly size: PhotoSize;
  readonly fileName: string;
  /** Of the file that was bought; 0 where there is none. */
  readonly bytes: number;
  /** Of the upright original; undefined where the photo was deleted. */
  readonly pixels: PixelSize | undefined;
  /**
   * taken-down: for good, at the wish of somebody in it. hidden: that was asked for, and the order is not
   * paid yet. gone: the seller deleted it.
   */
  readonly standing: 'here' | 'hidden' | 'taken-down' | 'gone';
  /** What its buyer gets back for it. */
  readonly takenDown: DownloadableItem['takenDown'];
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
    photos: items.map((item) => {
      const { photoId, photo, downloads } = item;
      const size = deliveredSize(item);
      return {
        photoId,
        size,
        downloads,
        fileName: photo === undefined ? photoId : downloadName(photo, 'hd'),
        bytes: (size === 'hd' ? photo?.bytes : photo?.web?.bytes) ?? 0,
        pixels: photo && { width: photo.width, height: photo.height },
        takenDown: item.takenDown,
        standing: standingOf(item, shown.order.paidAt !== undefined),
      };
    }),
  };
}

function standingOf(
  { takenDown, photo }: DownloadableItem,
  isPaid: boolean,
): PurchasedPhoto['standing'] {
  if (takenDown !== undefined) return 'taken-down';
  if (photo === undefined) return 'gone';
  return photo.isHidden && !isPaid ? 'hidden' : 'here';
}

/** Undefined where the link opens no order. */
export async function stateOfPurchase(db: Db, token: string): Promise<OrderState | undefined> {
  const hash = hashLinkToken(token);
  return hash === undefined ? undefined : (await findDownloadRight(db, hash))?.state;
}
