import type { Bib, EventId } from '../../domain/ids.js';
import type { OrderId } from '../../domain/order.js';
import type { EarlierUses } from '../../domain/use-limits.js';
import { query, type Db } from '../query.js';

/** Who buys, as far as it is known; each a keyed hash. */
export interface PersonHashes {
  readonly address: Uint8Array | undefined;
  readonly session: Uint8Array | undefined;
}

/**
 * Of `orders o`: its uses count. Not those of an unpaid order of the same session and event, where
 * `:replaced` says that a new one takes its place.
 */
const COUNTS = `(o.state in ('processing', 'paid', 'partly-refunded', 'refunded', 'disputed')
    or (o.state in ('open', 'failed') and o.held_until > :at
      and not (:replaced and coalesce(o.session_hash = :session and o.event_id = :eventId, false))))`;

/** How often offers of an event were used; an offer that is missing was not. */
export async function earlierUses(
  db: Db,
  asked: {
    readonly eventId: EventId;
    readonly offerIds: readonly string[];
    readonly person: PersonHashes;
    readonly bibs: readonly Bib[];
    /** Of the event's zone, `YYYY-MM-DD`. */
    readonly day: string;
    readonly at: Date;
    /** True for a cart whose order takes the place of an unpaid one. */
    readonly replaced: boolean;
  },
): Promise<Map<string, EarlierUses>> {
  const { eventId, offerIds, person, bibs, day, at, replaced } = asked;
  const rows = await query<{
    offer_id: string;
    what: 'person' | 'day' | 'bib';
    bib: Bib;
    n: number;
  }>(
    db,
    `select u.offer_id, 'person' as what, '' as bib, count(*)::int as n
       from orders o join offer_uses u on u.order_id = o.id and u.offer_id = any(:offerIds::uuid[])
       where o.id in (
           select id from orders where address_hash = :address and event_id = :eventId
           union select id from orders where session_hash = :session and event_id = :eventId)
         and ${COUNTS} group by 1
     union all
     select u.offer_id, 'bib', u.bib, count(*)::int
       from offer_uses u join orders o on o.id = u.order_id
       where u.offer_id = any(:offerIds::uuid[]) and u.bib = any(:bibs) and ${COUNTS} group by 1, 3
     union all
     select u.offer_id, 'day', '', count(*)::int
       from offer_uses u join orders o on o.id = u.order_id
       where u.offer_id = any(:offerIds::uuid[]) and u.day = :day and ${COUNTS} group by 1`,
    {
      eventId,
      offerIds,
      bibs,
      day,
      at,
      replaced,
      address: person.address ?? null,
      session: person.session ?? null,
    },
  );
  return new Map(
    [...new Set(rows.map((row) => row.offer_id))].map((id) => {
      const own = rows.filter((row) => row.offer_id === id);
      const countOf = (what: 'person' | 'day') => own.find((row) => row.what === what)?.n ?? 0;
      const ofBib = new Map(
        own.flatMap(({ what, bib, n }) => (what === 'bib' ? [[bib, n] as const] : [])),
      );
      return [id, { byPerson: countOf('person'), today: countOf('day'), ofBib }];
    }),
  );
}

/** Holds the event's packs that have limits for this transaction: orders that may use them wait for each other. */
export async function lockLimitedPacks(transaction: Db, eventId: EventId): Promise<void> {
  await query(
    transaction,
    `select 1 from packs where event_id = :eventId and removed_at is null
       and coalesce(per_person, per_bib, per_day) is not null
     order by id for no key update`,
    { eventId },
  );
}

/** One use of a pack or code. */
export interface OfferUse {
  readonly offerId: string;
  /** The runner to whom it counts. */
  readonly bib: Bib | undefined;
}

export async function insertOfferUses(
  transaction: Db,
  orderId: OrderId,
  day: string,
  uses: readonly OfferUse[],
): Promise<void> {
  if (uses.length === 0) return;
  await query(
    transaction,
    `insert into offer_uses (order_id, offer_id, bib, day)
     select :orderId, offer_id, bib, :day
     from unnest(:offers::uuid[], :bibs::text[]) as u (offer_id, bib)`,
    {
      orderId,
      day,
      offers: uses.map(({ offerId }) => offerId),
      bibs: uses.map(({ bib }) => bib ?? null),
    },
  );
}

/**
 * How many orders of a buyer wait for their money and hold uses of what is scarce meanwhile: of codes
 * and of packs with limits.
 */
export async function countHoldingOrders(db: Db, person: PersonHashes, at: Date): Promise<number> {
  const [row] = await query<{ orders: number }>(
    db,
    `select count(*)::int as orders from orders o
     where o.id in (
         select id from orders where address_hash = :address
         union select id from orders where session_hash = :session)
       and o.state in ('open', 'failed') and o.held_until > :at
       and (o.discount_code_id is not null
         or exists (select 1 from offer_uses u where u.order_id = o.id))`,
    { address: person.address ?? null, session: person.session ?? null, at },
  );
  return row?.orders ?? 0;
}

/** Of orders placed before that time: their sessions are over, and nobody can come back with one. */
export async function forgetSessions(db: Db, placedBefore: Date): Promise<void> {
  await query(
    db,
    'update orders set session_hash = null where session_hash is not null and placed_at < :placedBefore',
    { placedBefore },
  );
}
