import type { Bib, EventId, PhotoId } from '../../domain/ids.js';
import { cents } from '../../domain/money.js';
import type { Pack, PackId, PhotoSize } from '../../domain/pack.js';
import type { PhotoStatus } from '../../domain/photo.js';
import { query, type Db } from '../query.js';
import { limitColumns, limitsOf } from './use-limit-columns.js';

interface PackRow {
  id: PackId;
  event_id: EventId;
  kind: Pack['kind'];
  quantity: number | null;
  size: PhotoSize;
  price_cents: number;
  available_from: Date | null;
  available_until: Date | null;
  sponsor: string | null;
  frame_key: string | null;
  per_person: number | null;
  per_bib: number | null;
  per_day: number | null;
}

const COLUMNS = `id, event_id, kind, quantity, size, price_cents, available_from, available_until,
  sponsor, frame_key, per_person, per_bib, per_day`;

/** What the event offers, early-bird packs before and after their dates too; the smallest first. */
export async function packsOfEvent(db: Db, eventId: EventId): Promise<Pack[]> {
  const rows = await query<PackRow>(
    db,
    `select ${COLUMNS} from packs where event_id = :eventId and removed_at is null
     order by quantity nulls last, kind, size desc, price_cents, id`,
    { eventId },
  );
  return rows.map(toPack);
}

export async function insertPack(
  db: Db,
  eventId: EventId,
  pack: Omit<Pack, 'id' | 'eventId'>,
): Promise<Pack> {
  const rows = await query<PackRow>(
    db,
    `insert into packs
       (event_id, kind, quantity, size, price_cents, available_from, available_until, sponsor, frame_key,
        per_person, per_bib, per_day)
     values (:eventId, :kind, :quantity, :size, :price, :from, :until, :sponsor, :frameKey,
       :perPerson, :perBib, :perDay)
     returning ${COLUMNS}`,
    {
      eventId,
      kind: pack.kind,
      quantity: pack.quantity ?? null,
      size: pack.size,
      price: pack.price,
      from: pack.availableFrom ?? null,
      until: pack.availableUntil ?? null,
      sponsor: pack.sponsorship?.sponsor ?? null,
      frameKey: pack.sponsorship?.frameKey ?? null,
      ...limitColumns(pack.limits),
    },
  );
  const [inserted] = rows;
  if (inserted === undefined) throw new Error('insert into packs returned no row');
  return toPack(inserted);
}

/** It is not sold from now on; orders keep it. */
export async function removePack(db: Db, id: PackId): Promise<void> {
  await query(db, 'update packs set removed_at = now() where id = :id', { id });
}

/** What decides whether and how a photo can be sold. */
export interface PhotoForSale {
  readonly eventId: EventId;
  readonly status: PhotoStatus;
  readonly takenDown: boolean;
  readonly capturedAt: Date | undefined;
  /** Of the upright original, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly bibs: readonly Bib[];
}

/** Of these photos, those that there are. */
export async function photosForSale(
  db: Db,
  photoIds: readonly string[],
): Promise<Map<string, PhotoForSale>> {
  const rows = await query<
    Omit<PhotoForSale, 'capturedAt'> & { id: PhotoId; capturedAt: Date | null }
  >(
    db,
    `select p.id, p.event_id as "eventId", p.status, p.taken_down_at is not null as "takenDown",
       p.captured_at as "capturedAt", p.width, p.height,
       array(select t.bib from tags t where t.photo_id = p.id order by t.bib) as bibs
     from photos p where p.id = any(:photoIds::uuid[])`,
    { photoIds },
  );
  return new Map(
    rows.map(({ id, capturedAt, ...photo }) => [
      id,
      { ...photo, capturedAt: capturedAt ?? undefined },
    ]),
  );
}

/** How many public photos each of the bibs has in the event; none is left out. */
export async function countPhotosOfBibs(
  db: Db,
  eventId: EventId,
  bibs: readonly Bib[],
): Promise<Map<Bib, number>> {
  const rows = await query<{ bib: Bib; photos: number }>(
    db,
    `select t.bib, count(*)::int as photos
     from tags t join photos p on p.id = t.photo_id
     where t.event_id = :eventId and t.bib = any(:bibs)
       and p.status = 'kept' and p.taken_down_at is null
     group by t.bib`,
    { eventId, bibs },
  );
  return new Map(rows.map(({ bib, photos }) => [bib, photos]));
}

/** How many public photos the event has; counting ends at `most`. */
export async function countPublicPhotos(db: Db, eventId: EventId, most: number): Promise<number> {
  const [row] = await query<{ photos: number }>(
    db,
    `select count(*)::int as photos from (
       select 1 from photos
       where event_id = :eventId and status = 'kept' and taken_down_at is null limit :most
     ) as public_photos`,
    { eventId, most },
  );
  return row?.photos ?? 0;
}

/**
 * What an all-of-mine pack gives: every public photo of the event with the bib, at this moment.
 * To be asked in the transaction that finds the order paid, so that the buyer also gets what came
 * in while they were paying, and nothing that was taken down meanwhile.
 */
export async function photosOfAllOfMine(db: Db, eventId: EventId, bib: Bib): Promise<PhotoId[]> {
  const rows = await query<{ id: PhotoId }>(
    db,
    `select p.id from tags t join photos p on p.id = t.photo_id
     where t.event_id = :eventId and t.bib = :bib
       and p.status = 'kept' and p.taken_down_at is null
     order by p.id`,
    { eventId, bib },
  );
  return rows.map(({ id }) => id);
}

function toPack(row: PackRow): Pack {
  return {
    id: row.id,
    eventId: row.event_id,
    kind: row.kind,
    quantity: row.quantity ?? undefined,
    size: row.size,
    price: cents(row.price_cents),
    availableFrom: row.available_from ?? undefined,
    availableUntil: row.available_until ?? undefined,
    limits: limitsOf(row),
    ...(row.sponsor !== null &&
      row.frame_key !== null && {
        sponsorship: { sponsor: row.sponsor, frameKey: row.frame_key },
      }),
  };
}
