import type { EventId } from '../../domain/ids.js';
import { cents } from '../../domain/money.js';
import {
  discountKey,
  type Discount,
  type DiscountCodeId,
  type DiscountTerms,
} from '../../domain/pricing/discount.js';
import { query, type Db } from '../query.js';

/** A code as the seller made it, and how often it was used. */
export interface DiscountCode extends Discount {
  readonly uses: number;
  /** Undefined for any number of orders. */
  readonly usesLimit: number | undefined;
  /** Excluded; undefined for ever. */
  readonly expiresAt: Date | undefined;
}

interface CodeRow {
  id: DiscountCodeId;
  code: string;
  percent: number | null;
  amount_cents: number | null;
  uses: number;
  uses_limit: number | null;
  expires_at: Date | null;
}

const COLUMNS = 'id, code, percent, amount_cents, uses, uses_limit, expires_at';

/** The codes of the event that were not removed, in their order. */
export async function discountCodesOfEvent(db: Db, eventId: EventId): Promise<DiscountCode[]> {
  const rows = await query<CodeRow>(
    db,
    `select ${COLUMNS} from discount_codes
     where event_id = :eventId and removed_at is null order by code_key`,
    { eventId },
  );
  return rows.map(toDiscountCode);
}

/** The event's code with that key, expired and used up ones too. */
export async function findDiscountCode(
  db: Db,
  eventId: EventId,
  key: string,
): Promise<DiscountCode | undefined> {
  const rows = await query<CodeRow>(
    db,
    `select ${COLUMNS} from discount_codes
     where event_id = :eventId and code_key = :key and removed_at is null`,
    { eventId, key },
  );
  return rows.map(toDiscountCode)[0];
}

/** Undefined where the event has a code with that key already. */
export async function insertDiscountCode(
  db: Db,
  eventId: EventId,
  code: { readonly key: string } & Pick<DiscountCode, 'code' | 'terms' | 'usesLimit' | 'expiresAt'>,
): Promise<DiscountCode | undefined> {
  const { terms } = code;
  const rows = await query<CodeRow>(
    db,
    `insert into discount_codes
       (event_id, code, code_key, kind, percent, amount_cents, uses_limit, expires_at)
     values (:eventId, :code, :key, :kind, :percent, :amount, :usesLimit, :expiresAt)
     on conflict (event_id, code_key) where removed_at is null do nothing
     returning ${COLUMNS}`,
    {
      eventId,
      code: code.code,
      key: code.key,
      kind: terms.kind,
      percent: terms.kind === 'percentage' ? terms.percent : null,
      amount: terms.kind === 'amount' ? terms.amount : null,
      usesLimit: code.usesLimit ?? null,
      expiresAt: code.expiresAt ?? null,
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
     returning ${COLUMNS}`,
    { eventId: claim.eventId, key, at: claim.at },
  );
  return rows.map(toDiscountCode)[0];
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
  };
}

function termsOf({ percent, amount_cents: amount }: CodeRow): DiscountTerms {
  if (percent !== null) return { kind: 'percentage', percent };
  if (amount !== null) return { kind: 'amount', amount: cents(amount) };
  throw new Error('A discount code has neither a percentage nor an amount');
}
