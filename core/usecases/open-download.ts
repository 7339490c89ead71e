import type { Readable } from 'node:stream';
import { downloadableItems, recordDownload } from '../db/queries/downloads.js';
import type { Db } from '../db/query.js';
import { deliveredSize } from '../delivery/delivered-size.js';
import type { FramingDeps } from '../delivery/framed-photo.js';
import { openPhotoFile, type ByteRange } from '../delivery/photo-file.js';
import { soldFile, type SoldFile } from '../delivery/sold-file.js';
import type { PhotoSize } from '../domain/pack.js';
import type { ObjectStore } from '../ports/object-store.js';
import { checkDownloadRight, refused, type Refused } from './download-right.js';

/** A photo that was bought, ready to be sent. */
export interface Download extends Pick<SoldFile, 'fileName' | 'mediaType' | 'tag' | 'modifiedAt'> {
  readonly kind: 'download';
  readonly bytes: number;
  /**
   * All of it, or some. Counted where it starts at the first byte, or is the first of this photo: the
   * rest of a download that broke off is not counted, and none goes uncounted by leaving out a byte.
   * A refund ends the next call, not a photo that is on its way. FocusError `unavailable` where the
   * original cannot be read.
   */
  open(range?: ByteRange): Promise<Readable>;
}

/** Framed photos are drawn, and kept, when they are wanted first. */
export interface DownloadDeps extends FramingDeps {
  readonly db: Db;
  readonly store: FramingDeps['store'] & Pick<ObjectStore, 'stream'>;
}

export interface DownloadRequest {
  readonly token: string;
  /** As it came. */
  readonly photoId: string;
  readonly size: PhotoSize;
  /** `look`: shown on the buyer's own page, which is no download. */
  readonly purpose: 'download' | 'look';
  readonly now: Date;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One photo of the order that a link opens. What was bought in HD may also be had in web size. */
export async function openDownload(
  deps: DownloadDeps,
  { token, photoId, size, purpose, now }: DownloadRequest,
): Promise<Download | Refused> {
  const checked = await checkDownloadRight(deps.db, token, now);
  if (checked.kind === 'refused') return checked;
  const { orderId } = checked.right;
  const items = UUID.test(photoId) ? await downloadableItems(deps.db, orderId, photoId) : [];
  const [item] = items;
  if (item === undefined || (size === 'hd' && deliveredSize(item) === 'web'))
    return refused('not-in-order');
  if (item.takenDown !== undefined) return refused('taken-down');
  const sold = await soldFile(deps, item, size, orderId);
  if (sold === undefined) return refused('gone');
  return {
    kind: 'download',
    bytes: sold.file.bytes,
    fileName: sold.fileName,
    mediaType: sold.mediaType,
    tag: sold.tag,
    modifiedAt: sold.modifiedAt,
    async open(range) {
      const stream = await openPhotoFile(deps.store, sold.file, range);
      try {
        const isBegun = (range?.start ?? 0) === 0 || item.downloads === 0;
        if (purpose === 'download' && isBegun)
          await recordDownload(deps.db, { orderId, photoIds: [item.photoId], kind: size });
      } catch (error) {
        stream.destroy();
        throw error;
      }
      return stream;
    },
  };
}
