import {
  findDiscountCode,
  insertDiscountCode,
  type DiscountCode,
} from '../db/queries/discount-codes.js';
import { getEvent } from '../db/queries/events.js';
import type { Db } from '../db/query.js';
import type { RaceEvent } from '../domain/event.js';
import { discountKey, type DiscountTerms } from '../domain/pricing/discount.js';
import { readDay } from '../domain/pricing/read-pack-terms.js';
import { readPrice } from '../domain/pricing/read-price.js';
import { chooseLimits, NO_LIMITS, type WantedLimits } from '../domain/use-limits.js';
import { FocusError } from '../errors.js';

/** A code in a seller's words. */
export interface DiscountCodeRequest extends WantedLimits {
  readonly event: string;
  readonly code: string;
  /** Either of them. */
  readonly percent?: number | undefined;
  readonly amount?: string | undefined;
  /** How many orders may use it. */
  readonly limit?: number | undefined;
  /** The last day, `YYYY-MM-DD`, included; in the event's zone. */
  readonly until?: string | undefined;
}

export interface DiscountCodePlan extends Pick<
  DiscountCode,
  'code' | 'terms' | 'usesLimit' | 'expiresAt' | 'limits'
> {
  readonly event: RaceEvent;
  readonly key: string;
}

/** @throws FocusError `not-found` for the event, `input` for the code, `conflict` for one that is there. */
export async function planDiscountCode(
  db: Db,
  request: DiscountCodeRequest,
): Promise<DiscountCodePlan> {
  const event = await getEvent(db, request.event);
  const key = requiredKey(request.code);
  if ((await findDiscountCode(db, event.id, key, new Date())) !== undefined)
    throw codeExists(request.code);
  return {
    event,
    key,
    code: request.code.normalize('NFKC').replace(/\s+/gu, ''),
    terms: readTerms(request),
    usesLimit: readLimit(request.limit),
    // Where there are only so many uses, they are for as many people.
    limits: chooseLimits(request, {
      ...NO_LIMITS,
      perPerson: request.limit === undefined ? undefined : 1,
    }),
    expiresAt: readDay(request.until, event.timeZone, 1),
  };
}

export async function addDiscountCode(
  db: Db,
  { event, ...code }: DiscountCodePlan,
): Promise<DiscountCode> {
  const added = await insertDiscountCode(db, event.id, code);
  if (added === undefined) throw codeExists(code.code);
  return added;
}

/** The code as it is compared. FocusError `input` `code.unreadable` where it cannot be one. */
export function requiredKey(code: string): string {
  const key = discountKey(code);
  if (key !== undefined) return key;
  throw new FocusError('input', 'code.unreadable', `"${code}" cannot be a discount code`, {
    hint: 'Use letters, digits, hyphens and underscores, at most 40: EARLY10',
  });
}

function readTerms({ percent, amount }: DiscountCodeRequest): DiscountTerms {
  if (amount !== undefined && percent === undefined) {
    const off = readPrice(amount);
    if (off > 0) return { kind: 'amount', amount: off };
  } else if (percent !== undefined && amount === undefined && percent >= 1 && percent <= 100) {
    return { kind: 'percentage', percent };
  }
  throw new FocusError('input', 'code.bad-terms', 'The code has to take something off', {
    hint: 'Give either --percent 10, from 1 to 100, or --amount 5.00.',
  });
}

const MOST_USES = 1_000_000;

function readLimit(limit: number | undefined): number | undefined {
  if (limit === undefined || (limit >= 1 && limit <= MOST_USES)) return limit;
  throw new FocusError('input', 'code.bad-limit', `No code is used ${limit} times`, {
    hint: `Give a limit from 1 to ${MOST_USES}, or none.`,
  });
}

function codeExists(code: string): FocusError {
  return new FocusError('conflict', 'code.exists', `There is a code "${code}" already`, {
    hint: 'Codes are compared without case. `focusracer packs codes list` shows them.',
  });
}
