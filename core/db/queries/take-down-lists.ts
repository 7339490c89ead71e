import type { EventId, PhotoId } from '../../domain/ids.js';
import type { TakeDownState } from '../../domain/take-down.js';
import { query, type Db } from '../query.js';
import { STATE } from './take-down-state.js';

/** A visitor's wish that a photo be hidden. */
export interface TakeDown {
  readonly id: string;
  readonly eventSlug: string;
  readonly photoId: PhotoId;
  /** The path it was ingested from; undefined where no folder names it any more. */
  readonly file: string | undefined;
  readonly state: TakeDownState;
  /** Orders that hold the photo: paid, not paid back. */
  readonly buyers: number;
  readonly requestedAt: Date;
  readonly confirmedAt: Date | undefined;
  readonly email: string | undefined;
  readonly reason: string | undefined;
  /** Keyed hash of the network it came from; forgotten after a month. */
  readonly network: string | undefined;
  /** When the seller said that it stands for buyers too. */
  readonly acceptedAt: Date | undefined;
  /** When the seller showed the photo again. */
  readonly undoneAt: Date | undefined;
}

export interface TakeDownFilter {
  readonly eventId?: EventId | undefined;
  /** The beginning of an id, in hexadecimal digits. */
  readonly idStart?: string | undefined;
  readonly since?: Date | undefined;
  /** As it was given; and the keyed hash of it, of a mailbox or of a network. */
  readonly from?: { readonly email: string; readonly hash: string } | undefined;
  /** All of them where undefined. */
  readonly states?: readonly TakeDownState[] | undefined;
}

interface TakeDownRow {
  id: string;
  slug: string;
  photo_id: PhotoId;
  display_path: string | null;
  state: TakeDownState;
  buyers: number;
  requested_at: Date;
  confirmed_at: Date | null;
  email: string | null;
  reason: string | null;
  network_hash: string | null;
  accepted_at: Date | null;
  undone_at: Date | null;
}

const MATCHES = `(:eventId::uuid is null or t.event_id = :eventId)
  and t.id::text like :idStart || '%'
  and (:since::timestamptz is null or t.requested_at >= :since)
  and (:email::text is null or lower(t.email) = lower(:email)
       or t.address_hash = :hash or t.network_hash = :hash)
  and (:states::text[] is null or ${STATE} = any(:states))`;

function bindingsOf({ eventId, idStart, since, from, states }: TakeDownFilter) {
  return {
    eventId: eventId ?? null,
    idStart: idStart ?? '',
    since: since ?? null,
    email: from?.email ?? null,
    hash: from?.hash ?? null,
    states: states ?? null,
  };
}

const MOST_LISTED = 1000;

/** The latest thousand, the latest first. */
export async function listTakeDowns(db: Db, filter: TakeDownFilter): Promise<TakeDown[]> {
  const rows = await query<TakeDownRow>(
    db,
    `select t.id, e.slug, t.photo_id, f.display_path, ${STATE} as state, t.requested_at,
       t.confirmed_at, t.email, t.reason, t.network_hash, t.accepted_at, t.undone_at,
       (select count(*)::int from order_items i join orders o on o.id = i.order_id
        where i.photo_id = t.photo_id and i.take_down_refund_id is null
          and o.paid_at is not null and o.state <> 'refunded') as buyers
     from take_downs t
       join events e on e.id = t.event_id
       join photos p on p.id = t.photo_id
       left join lateral (select display_path from files
         where photo_id = t.photo_id and outcome = 'photo' order by path limit 1) f on true
     where ${MATCHES}
     order by t.requested_at desc, t.id limit ${MOST_LISTED}`,
    bindingsOf(filter),
  );
  return rows.map((row) => ({
    id: row.id,
    eventSlug: row.slug,
    photoId: row.photo_id,
    file: row.display_path ?? undefined,
    state: row.state,
    buyers: row.buyers,
    requestedAt: row.requested_at,
    confirmedAt: row.confirmed_at ?? undefined,
    email: row.email ?? undefined,
    reason: row.reason ?? undefined,
    network: row.network_hash ?? undefined,
    acceptedAt: row.accepted_at ?? undefined,
    undoneAt: row.undone_at ?? undefined,
  }));
}

/** All that match, however many. */
export async function findTakeDowns(
  db: Db,
  filter: TakeDownFilter,
): Promise<{ readonly id: string; readonly photoId: PhotoId }[]> {
  return query(
    db,
    `select t.id, t.photo_id as "photoId" from take_downs t join photos p on p.id = t.photo_id
     where ${MATCHES} order by t.id`,
    bindingsOf(filter),
  );
}
