import type { EventId, PhotoId, Sha256 } from '../../domain/ids.js';
import { cents, type Cents } from '../../domain/money.js';
import type { OrderId, OrderState } from '../../domain/order.js';
import type { PhotoSize } from '../../domain/pack.js';
import { query, type Db } from '../query.js';

/** What a link opens, as far as downloads go. */
export interface DownloadRight {
  readonly orderId: OrderId;
  readonly orderNumber: string;
  readonly state: OrderState;
  readonly paidAt: Date | undefined;
  readonly linkMadeAt: Date;
  /** How long a link downloads; undefined for good. */
  readonly downloadHours: number | undefined;
}

interface RightRow {
  id: OrderId;
  number: string;
  state: OrderState;
  paid_at: Date | null;
  made_at: Date;
  download_hours: number | null;
}

/** Undefined where no order was ever given such a link. */
export async function findDownloadRight(
  db: Db,
  tokenHash: Uint8Array,
): Promise<DownloadRight | undefined> {
  const [row] = await query<RightRow>(
    db,
    `select o.id, o.number, o.state, o.paid_at, o.download_hours, l.made_at
     from order_links l join orders o on o.id = l.order_id where l.token_hash = :tokenHash`,
    { tokenHash },
  );
  return row === undefined
    ? undefined
    : {
        orderId: row.id,
        orderNumber: row.number,
        state: row.state,
        paidAt: row.paid_at ?? undefined,
        linkMadeAt: row.made_at,
        downloadHours: row.download_hours ?? undefined,
      };
}

/** A photo of an order that is still there, or that was. */
export interface DownloadableItem {
  readonly photoId: PhotoId;
  /** What was bought. */
  readonly size: PhotoSize;
  /** How often it was downloaded, in a ZIP too. */
  readonly downloads: number;
  /** What the buyer gets back for it, where it was taken down for good; it is not delivered then. */
  readonly takenDown: { readonly share: Cents; readonly isPaidBack: boolean } | undefined;
  /** Of the sponsor's frame that it is delivered in; undefined where it was bought without. */
  readonly frameKey: string | undefined;
  /** Undefined where the photo was deleted since. */
  readonly photo:
    | {
        readonly eventId: EventId;
        readonly sha256: Sha256;
        readonly format: string;
        /** Of the upright original, in pixels. */
        readonly width: number;
        readonly height: number;
        /** Of the original. */
        readonly bytes: number;
        readonly originalPath: Buffer | undefined;
        /** When the original was last changed, in nanoseconds, as of its ingest. */
        readonly modifiedNs: bigint | undefined;
        readonly displayPath: string | undefined;
        readonly capturedAt: Date | undefined;
        readonly storedAt: Date;
        /** From the public, at the wish of somebody in it. */
        readonly isHidden: boolean;
        readonly web: { readonly key: string; readonly bytes: number } | undefined;
      }
    | undefined;
}

interface ItemRow {
  photo_id: PhotoId;
  size: PhotoSize;
  event_id: EventId | null;
  sha256: Sha256;
  format: string;
  width: number;
  height: number;
  bytes: string;
  original_path: Buffer | null;
  modified_ns: string | null;
  display_path: string | null;
  captured_at: Date | null;
  created_at: Date;
  is_hidden: boolean;
  taken_down_cents: number | null;
  paid_back_at: Date | null;
  downloads: number;
  web_key: string | null;
  web_bytes: number | null;
  frame_key: string | null;
}

/** Of an order, by the time they were taken; one of them where `photoId`, a UUID, is given. */
export async function downloadableItems(
  db: Db,
  orderId: OrderId,
  photoId?: string,
): Promise<DownloadableItem[]> {
  const rows = await query<ItemRow>(
    db,
    `select i.photo_id, i.size, i.downloads, p.event_id, encode(p.sha256, 'hex') as sha256, p.format, p.width, p.height, p.bytes,
       p.original_path, p.captured_at, p.created_at, p.taken_down_at is not null as is_hidden,
       i.taken_down_cents, r.done_at as paid_back_at,
       f.display_path, f.modified_ns::text,
       v.object_key as web_key, v.bytes as web_bytes, k.frame_key
     from order_items i
       join order_lines l on l.order_id = i.order_id and l.ordinal = i.line
       left join packs k on k.id = l.pack_id
       left join take_down_refunds r on r.id = i.take_down_refund_id
       left join photos p on p.id = i.photo_id
       left join versions v on v.photo_id = p.id and v.kind = 'web'
       left join lateral (select display_path, modified_ns from files
         where photo_id = p.id and outcome = 'photo' order by path limit 1) f on true
     where i.order_id = :orderId and (:photoId::uuid is null or i.photo_id = :photoId)
     order by coalesce(p.captured_at, 'infinity'), i.photo_id`,
    { orderId, photoId: photoId ?? null },
  );
  return rows.map(toItem);
}

function toItem(row: ItemRow): DownloadableItem {
  const { photo_id: photoId, size, downloads, event_id: eventId } = row;
  const takenDown =
    row.taken_down_cents === null
      ? undefined
      : { share: cents(row.taken_down_cents), isPaidBack: row.paid_back_at !== null };
  const item = { photoId, size, downloads, takenDown, frameKey: row.frame_key ?? undefined };
  if (eventId === null) return { ...item, photo: undefined };
  const web =
    row.web_key === null || row.web_bytes === null
      ? undefined
      : { key: row.web_key, bytes: row.web_bytes };
  return {
    ...item,
    photo: {
      eventId,
      sha256: row.sha256,
      format: row.format,
      width: row.width,
      height: row.height,
      bytes: Number(row.bytes),
      originalPath: row.original_path ?? undefined,
      modifiedNs: row.modified_ns === null ? undefined : BigInt(row.modified_ns),
      displayPath: row.display_path ?? undefined,
      capturedAt: row.captured_at ?? undefined,
      storedAt: row.created_at,
      isHidden: row.is_hidden,
      web,
    },
  };
}

/**
 * The thumbnail of a photo of the order that a link opens, public or not any more: who has paid keeps
 * a photo that was taken down, until the seller decides. Undefined where it is not in the order, or was
 * taken from it or deleted.
 */
export async function findPurchasedThumbnail(
  db: Db,
  tokenHash: Uint8Array,
  photoId: string,
): Promise<string | undefined> {
  const [row] = await query<{ object_key: string }>(
    db,
    `select v.object_key
     from order_links l
       join orders o on o.id = l.order_id
       join order_items i on i.order_id = l.order_id and i.take_down_refund_id is null
       join photos p on p.id = i.photo_id and (p.taken_down_at is null or o.paid_at is not null)
       join versions v on v.photo_id = p.id and v.kind = 'thumbnail'
     where l.token_hash = :tokenHash and i.photo_id = :photoId`,
    { tokenHash, photoId },
  );
  return row?.object_key;
}

/** One row for what was begun, and one more on the count of each of its photos. */
export async function recordDownload(
  db: Db,
  download: {
    readonly orderId: OrderId;
    readonly photoIds: readonly PhotoId[];
    readonly kind: PhotoSize | 'zip';
  },
): Promise<void> {
  const { orderId, photoIds, kind } = download;
  await db.transaction(async (transaction) => {
    await query(
      transaction,
      'insert into downloads (order_id, photo_id, kind) values (:orderId, :photoId, :kind)',
      { orderId, kind, photoId: kind === 'zip' ? null : (photoIds[0] ?? null) },
    );
    await query(
      transaction,
      `update order_items set downloads = downloads + 1
       where order_id = :orderId and photo_id = any(:photoIds)`,
      { orderId, photoIds },
    );
  });
}
