import type { EventId } from '../../domain/ids.js';
import { cents } from '../../domain/money.js';
import {
  discountKey,
  type Discount,
  type DiscountCodeId,
  type DiscountTerms,
} from '../../domain/pricing/discount.js';
import type { UseLimits } from '../../domain/use-limits.js';
import { query, type Db } from '../query.js';
import { limitColumns, limitsOf } from './use-limit-columns.js';

/** A code as the seller made it, and how often it was used. */
export interface DiscountCode extends Discount {
  readonly uses: number;
  /** Undefined for any number of orders. */
  readonly usesLimit: number | undefined;
  /** Excluded; undefined for ever. */
  readonly expiresAt: Date | undefined;
  readonly limits: UseLimits;
}

interface CodeRow {
  id: DiscountCodeId;
  code: string;
  percent: number | null;
  amount_cents: number | null;
  uses: number;
  uses_limit: number | null;
  expires_at: Date | null;
  per_person: number | null;
  per_bib: number | null;
  per_day: number | null;
}

const COLUMNS = `id, code, percent, amount_cents, uses_limit, expires_at, per_person, per_bib, per_day`;

/** Of `orders`: nobody paid in the time for which it holds its use of a code. */
const LAPSED = `state in ('open', 'failed') and held_until <= :at`;

/**
 * Uses of orders whose time is over are as good as given back; so are those of a session's unpaid order,
 * whose place a new one takes.
 */
const USES = `uses - (select count(*)::int from orders
  where discount_code_id = discount_codes.id and (${LAPSED} or
    (state in ('open', 'failed') and session_hash = :replacedSession))) as uses`;

/** The codes of the event that were not removed, in their order. */
export async function discountCodesOfEvent(
  db: Db,
  eventId: EventId,
  at: Date,
): Promise<DiscountCode[]> {
  const rows = await query<CodeRow>(
    db,
    `select ${COLUMNS}, ${USES} from discount_codes
     where event_id = :eventId and removed_at is null order by code_key`,
    { eventId, at, replacedSession: null },
  );
  return rows.map(toDiscountCode);
}

/**
 * The event's code with that key, expired and used up ones too.
 *
 * @param replacedSession keyed hash of the session whose unpaid order counts no more
 */
export async function findDiscountCode(
  db: Db,
  eventId: EventId,
  key: string,
  at: Date,
  replacedSession?: Uint8Array,
): Promise<DiscountCode | undefined> {
  const rows = await query<CodeRow>(
    db,
    `select ${COLUMNS}, ${USES} from discount_codes
     where event_id = :eventId and code_key = :key and removed_at is null`,
    { eventId, key, at, replacedSession: replacedSession ?? null },
  );
  return rows.map(toDiscountCode)[0];
}

/** Undefined where the event has a code with that key already. */
export async function insertDiscountCode(
  db: Db,
  eventId: EventId,
  code: { readonly key: string } & Pick<
    DiscountCode,
    'code' | 'terms' | 'usesLimit' | 'expiresAt'
  > &
    Partial<Pick<DiscountCode, 'limits'>>,
): Promise<DiscountCode | undefined> {
  const { terms } = code;
  const rows = await query<CodeRow>(
    db,
    `insert into discount_codes
       (event_id, code, code_key, kind, percent, amount_cents, uses_limit, expires_at,
        per_person, per_bib, per_day)
     values (:eventId, :code, :key, :kind, :percent, :amount, :usesLimit, :expiresAt,
       :perPerson, :perBib, :perDay)
     on conflict (event_id, code_key) where removed_at is null do nothing
     returning ${COLUMNS}, uses`,
    {
      eventId,
      code: code.code,
      key: code.key,
      kind: terms.kind,
      percent: terms.kind === 'percentage' ? terms.percent : null,
      amount: terms.kind === 'amount' ? terms.amount : null,
      usesLimit: code.usesLimit ?? null,
      expiresAt: code.expiresAt ?? null,
      ...limitColumns(code.limits),
    },
  );
  return rows.map(toDiscountCode)[0];
}

/** Nobody can use it from now on; orders that did keep their discount. */
export async function removeDiscountCode(db: Db, id: DiscountCodeId): Promise<void> {
  await query(db, 'update discount_codes set removed_at = now() where id = :id', { id });
}

/**
 * Takes one use of the code for an order, in the order's transaction: a rollback gives it back.
 * Of many orders at the same time no more get it than its limit allows, as each waits for the
 * code's row. Undefined where the code cannot be used: unknown, expired or used up.
 */
export async function claimDiscount(
  transaction: Db,
  claim: { readonly eventId: EventId; readonly code: string; readonly at: Date },
): Promise<Discount | undefined> {
  const key = discountKey(claim.code);
  if (key === undefined) return undefined;
  const rows = await query<CodeRow>(
    transaction,
    `update discount_codes set uses = uses + 1
     where event_id = :eventId and code_key = :key and removed_at is null
       and (expires_at is null or expires_at > :at)
       and (uses_limit is null or uses < uses_limit)
     returning ${COLUMNS}, uses`,
    { eventId: claim.eventId, key, at: claim.at },
  );
  return rows.map(toDiscountCode)[0];
}

/**
 * Holds the code for this transaction, and gives back the uses of orders that nobody paid in time. An
 * order that somebody is just changing keeps its use. Before other rows of codes are held: whoever
 * changes an order holds that first, then its code.
 */
export async function lockDiscountCode(
  transaction: Db,
  { eventId, key, at }: { readonly eventId: EventId; readonly key: string; readonly at: Date },
): Promise<void> {
  const code = `select id from discount_codes
    where event_id = :eventId and code_key = :key and removed_at is null`;
  const lapsed = await query<{ id: DiscountCodeId }>(
    transaction,
    `update orders set discount_code_id = null where id in (
       select id from orders where discount_code_id = (${code}) and ${LAPSED} for update skip locked)
     returning 1`,
    { eventId, key, at },
  );
  await query(transaction, `update discount_codes set uses = uses - :lapsed where id = (${code})`, {
    eventId,
    key,
    lapsed: lapsed.length,
  });
}

/** Gives one use back, for an order that was never paid. To be called once for each claim. */
export async function releaseDiscount(transaction: Db, id: DiscountCodeId): Promise<void> {
  await query(
    transaction,
    'update discount_codes set uses = uses - 1 where id = :id and uses > 0',
    { id },
  );
}

function toDiscountCode(row: CodeRow): DiscountCode {
  return {
    id: row.id,
    code: row.code,
    terms: termsOf(row),
    uses: row.uses,
    usesLimit: row.uses_limit ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    limits: limitsOf(row),
  };
}

function termsOf({ percent, amount_cents: amount }: CodeRow): DiscountTerms {
  if (percent !== null) return { kind: 'percentage', percent };
  if (amount !== null) return { kind: 'amount', amount: cents(amount) };
  throw new Error('A discount code has neither a percentage nor an amount');
}
