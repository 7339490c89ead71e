import type { EventId, PhotoId } from '../../domain/ids.js';
import type { TakeDownCounts, TakeDownState } from '../../domain/take-down.js';
import { query, type Db } from '../query.js';
import { IS_SOLD, STATE } from './take-down-state.js';

/** False where the photo is hidden already. */
export async function hidePhoto(db: Db, photoId: PhotoId): Promise<boolean> {
  const rows = await query(
    db,
    'update photos set taken_down_at = now() where id = :photoId and taken_down_at is null returning 1',
    { photoId },
  );
  return rows.length === 1;
}

export interface NewTakeDown {
  readonly eventId: EventId;
  readonly photoId: PhotoId;
  readonly email: string;
  readonly language: 'en' | 'fr';
  readonly reason: string | undefined;
  readonly addressHash: string;
  readonly networkHash: string;
  /** Of the mailed link; undefined where the request is confirmed by being made. */
  readonly link: { readonly tokenSha256: Uint8Array; readonly expiresAt: Date } | undefined;
}

export async function insertTakeDown(
  db: Db,
  request: NewTakeDown,
): Promise<{ readonly id: string }> {
  const { link, ...columns } = request;
  const [row] = await query<{ id: string }>(
    db,
    `insert into take_downs (event_id, photo_id, email, language, reason, address_hash, network_hash,
       token_sha256, expires_at, confirmed_at)
     values (:eventId, :photoId, :email, :language, :reason, :addressHash, :networkHash,
       :tokenSha256, :expiresAt, case when :isConfirmed then now() end)
     returning id`,
    {
      ...columns,
      reason: columns.reason ?? null,
      tokenSha256: link?.tokenSha256 ?? null,
      expiresAt: link?.expiresAt ?? null,
      isConfirmed: link === undefined,
    },
  );
  if (row === undefined) throw new Error('an insert returned no row');
  return row;
}

/** A request as its own link or the use of it needs it. */
export interface TakeDownDetails {
  readonly id: string;
  readonly eventId: EventId;
  readonly eventSlug: string;
  readonly eventName: string;
  readonly timeZone: string;
  readonly photoId: PhotoId;
  readonly email: string;
  readonly language: 'en' | 'fr';
  readonly reason: string | undefined;
  readonly addressHash: string;
  readonly networkHash: string | undefined;
  readonly requestedAt: Date;
  readonly state: TakeDownState;
}

/** Undefined where no request has the link, or it has ended unused. */
export async function findTakeDownByLink(
  db: Db,
  tokenSha256: Uint8Array,
): Promise<TakeDownDetails | undefined> {
  const [row] = await query<DetailsRow>(
    db,
    `${DETAILS} where t.token_sha256 = :tokenSha256
       and (t.confirmed_at is not null or t.expires_at > now())`,
    { tokenSha256 },
  );
  return row && detailsOf(row);
}

export async function getTakeDown(db: Db, id: string): Promise<TakeDownDetails> {
  const [row] = await query<DetailsRow>(db, `${DETAILS} where t.id = :id`, { id });
  if (row === undefined) throw new Error(`There is no take-down ${id}`);
  return detailsOf(row);
}

type DetailsRow = Omit<TakeDownDetails, 'email' | 'reason' | 'addressHash' | 'networkHash'> & {
  readonly email: string | null;
  readonly reason: string | null;
  readonly addressHash: string | null;
  readonly networkHash: string | null;
};

const DETAILS = `select t.id, t.event_id as "eventId", e.slug as "eventSlug", e.name as "eventName",
    e.time_zone as "timeZone", t.photo_id as "photoId", t.email, t.language, t.reason,
    t.address_hash as "addressHash", t.network_hash as "networkHash",
    t.requested_at as "requestedAt", ${STATE} as state
  from take_downs t join events e on e.id = t.event_id join photos p on p.id = t.photo_id`;

function detailsOf(row: DetailsRow): TakeDownDetails {
  return {
    ...row,
    email: row.email ?? '',
    reason: row.reason ?? undefined,
    addressHash: row.addressHash ?? '',
    networkHash: row.networkHash ?? undefined,
  };
}

/** True where it was this call that confirmed it: a link works once. */
export async function confirmTakeDown(db: Db, id: string): Promise<boolean> {
  const rows = await query(
    db,
    `update take_downs set confirmed_at = now()
     where id = :id and confirmed_at is null and expires_at > now() returning 1`,
    { id },
  );
  return rows.length === 1;
}

/** Held until the end of the transaction: requests of an event are counted one after the other. */
export async function lockTakeDownsOf(transaction: Db, eventId: EventId): Promise<void> {
  await query(transaction, 'select pg_advisory_xact_lock(hashtextextended(:eventId, 18))', {
    eventId,
  });
}

/** Confirmed within 24 hours, whatever became of them since. */
export async function countRecentTakeDowns(
  db: Db,
  of: {
    readonly eventId: EventId;
    readonly addressHash: string;
    readonly networkHash: string | undefined;
  },
): Promise<TakeDownCounts> {
  const [row] = await query<TakeDownCounts>(
    db,
    `select count(*)::int as "ofEvent",
       count(*) filter (where address_hash = :addressHash)::int as "ofAddress",
       count(*) filter (where network_hash = :networkHash)::int as "ofNetwork"
     from take_downs where event_id = :eventId and confirmed_at > now() - interval '24 hours'`,
    { ...of, networkHash: of.networkHash ?? null },
  );
  return row ?? { ofEvent: 0, ofAddress: 0, ofNetwork: 0 };
}

/** Of those that are neither accepted nor undone. */
export async function markAccepted(
  transaction: Db,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly photoId: PhotoId }[]> {
  return query(
    transaction,
    `update take_downs set accepted_at = now()
     where id = any(:ids::uuid[]) and confirmed_at is not null and accepted_at is null
       and undone_at is null returning id, photo_id as "photoId"`,
    { ids },
  );
}

export async function hidePhotos(db: Db, photoIds: readonly PhotoId[]): Promise<void> {
  await query(
    db,
    'update photos set taken_down_at = now() where id = any(:photoIds) and taken_down_at is null',
    { photoIds },
  );
}

/** Of those that are not undone yet. */
export async function markUndone(
  transaction: Db,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly photoId: PhotoId }[]> {
  return query(
    transaction,
    `update take_downs set undone_at = now()
     where id = any(:ids::uuid[]) and confirmed_at is not null and undone_at is null
     returning id, photo_id as "photoId"`,
    { ids },
  );
}

/** Of these photos, those that are hidden, and whether others than these requests want that, too. */
export async function hiddenPhotos(
  db: Db,
  photoIds: readonly PhotoId[],
  ids: readonly string[],
): Promise<{ readonly id: PhotoId; readonly isWanted: boolean }[]> {
  return query(
    db,
    `select p.id, exists (select from take_downs t where t.photo_id = p.id
         and t.confirmed_at is not null and t.undone_at is null
         and t.id <> all(:ids::uuid[])) as "isWanted"
     from photos p where p.id = any(:photoIds) and p.taken_down_at is not null order by p.id`,
    { photoIds, ids },
  );
}

export async function showPhotos(db: Db, photoIds: readonly PhotoId[]): Promise<void> {
  await query(db, 'update photos set taken_down_at = null where id = any(:photoIds)', { photoIds });
}

/** The seller knows from now on that somebody has bought the photo. */
export async function markToldSold(db: Db, id: string): Promise<void> {
  await query(db, 'update take_downs set told_sold_at = now() where id = :id', { id });
}

/** One that stands, of a photo which somebody has bought since; no other process takes it meanwhile. */
export async function lockSoldUntold(
  transaction: Db,
): Promise<{ readonly id: string } | undefined> {
  const [row] = await query<{ id: string }>(
    transaction,
    `select t.id from take_downs t join photos p on p.id = t.photo_id
     where t.confirmed_at is not null and t.accepted_at is null and t.undone_at is null
       and t.told_sold_at is null and p.taken_down_at is not null and ${IS_SOLD}
     order by t.id limit 1 for update of t skip locked`,
  );
  return row;
}

/** Nobody followed the link: nothing is kept. Networks are forgotten after a month. */
export async function forgetTakeDowns(db: Db): Promise<void> {
  await query(db, 'delete from take_downs where confirmed_at is null and expires_at <= now()');
  await query(
    db,
    `update take_downs set network_hash = null
     where network_hash is not null and requested_at < now() - interval '30 days'`,
  );
}

/** Requests that wait for nobody: photos hidden now, and reports nobody settled. */
export async function countRequests(
  db: Db,
  eventId: EventId,
): Promise<{ readonly takenDown: number; readonly reports: number }> {
  const [row] = await query<{ takenDown: number; reports: number }>(
    db,
    `select
       (select count(*)::int from photos where event_id = :eventId and taken_down_at is not null) as "takenDown",
       (select count(*)::int from wrong_match_reports r
          join tags t on t.photo_id = r.photo_id and t.bib = r.bib
        where r.event_id = :eventId and r.settled_at is null) as reports`,
    { eventId },
  );
  return row ?? { takenDown: 0, reports: 0 };
}
