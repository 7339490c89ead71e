import type { Readable } from 'node:stream';
import { downloadableItems, recordDownload } from '../db/queries/downloads.js';
import { deliveredSize } from '../delivery/delivered-size.js';
import { openPhotoFile } from '../delivery/photo-file.js';
import { soldFile, type SoldFile } from '../delivery/sold-file.js';
import { zipStream } from '../delivery/zip-stream.js';
import { distinctNames } from '../domain/file-name.js';
import type { PhotoId } from '../domain/ids.js';
import { FocusError } from '../errors.js';
import { checkDownloadRight, refused, type Refused } from './download-right.js';
import type { DownloadDeps } from './open-download.js';

/** All photos of an order in one file. */
export interface ZipDownload {
  readonly kind: 'zip';
  readonly fileName: string;
  readonly bytes: number;
  /** Starts it, and counts a download of every photo. To be called once. */
  open(): Promise<Readable>;
}

/**
 * Every photo of the order in the size that was bought, but those that were taken down or deleted since.
 * The right is looked at again before each photo: a refund in the middle ends the ZIP there.
 */
export async function openZip(
  deps: DownloadDeps,
  token: string,
  now: Date,
): Promise<ZipDownload | Refused> {
  const checked = await checkDownloadRight(deps.db, token, now);
  if (checked.kind === 'refused') return checked;
  const { orderId, orderNumber } = checked.right;
  const items = await downloadableItems(deps.db, orderId);
  const sold: (SoldFile & { photoId: PhotoId })[] = [];
  for (const item of items) {
    if (item.takenDown !== undefined) continue;
    const file = await soldFile(deps, item, deliveredSize(item), orderId);
    if (file !== undefined) sold.push({ ...file, photoId: item.photoId });
  }
  if (sold.length === 0) return refused('gone');
  const names = distinctNames(sold.map(({ fileName }) => fileName));
  const zip = await zipStream(
    sold.map(({ file, fileName, modifiedAt }, index) => ({
      name: names[index] ?? fileName,
      bytes: file.bytes,
      modifiedAt,
      async open() {
        // As of when it was made: a slow line is not cut off when the link's time is over.
        const still = await checkDownloadRight(deps.db, token, checked.right.linkMadeAt);
        if (still.kind === 'allowed') return openPhotoFile(deps.store, file);
        throw new FocusError('forbidden', 'download.revoked', 'The order was refunded meanwhile.');
      },
    })),
  );
  return {
    kind: 'zip',
    fileName: `${orderNumber}.zip`,
    bytes: zip.bytes,
    async open() {
      const photoIds = sold.map(({ photoId }) => photoId);
      await recordDownload(deps.db, { orderId, photoIds, kind: 'zip' });
      return zip.begin();
    },
  };
}
