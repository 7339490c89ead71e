import { findDiscountCode, type DiscountCode } from '../db/queries/discount-codes.js';
import type { Db } from '../db/query.js';
import type { Bib, EventId } from '../domain/ids.js';
import { discountKey, type Discount } from '../domain/pricing/discount.js';
import {
  hasLimits,
  runnerOfUse,
  usesLeft,
  type EarlierUses,
  type UseLimit,
} from '../domain/use-limits.js';

/** What became of the discount code that the buyer typed. */
export type CodeOutcome =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'accepted';
      readonly discount: Discount;
      /** Only so many orders may use it. */
      readonly isScarce: boolean;
      /** Uses are counted by person, bib or day: that of this order, by the runner it counts to. */
      readonly use: { readonly usedFor: Bib | undefined } | undefined;
    }
  | { readonly kind: CodeProblem; readonly code: string };

export type CodeProblem =
  'unknown' | 'expired' | 'used-up' | 'used-by-person' | 'used-for-bib' | 'used-today';

/** What the buyer typed, and the code that it names. */
type FoundCode = { readonly typed: string; readonly found: DiscountCode | undefined };

export async function findTypedCode(
  db: Db,
  eventId: EventId,
  text: string | undefined,
  { at, replacedSession }: { readonly at: Date; readonly replacedSession: Uint8Array | undefined },
): Promise<FoundCode> {
  const typed = text?.trim() ?? '';
  const key = discountKey(typed);
  return {
    typed,
    found:
      key === undefined ? undefined : await findDiscountCode(db, eventId, key, at, replacedSession),
  };
}

/** The code where its uses are counted by person, bib or day. */
export function limitedCode({ found }: FoundCode): readonly DiscountCode[] {
  return found !== undefined && hasLimits(found.limits) ? [found] : [];
}

export function outcomeOfCode(
  { typed: code, found }: FoundCode,
  earlier: ReadonlyMap<string, EarlierUses>,
  bibs: readonly Bib[],
  at: Date,
): CodeOutcome {
  if (code === '') return { kind: 'none' };
  if (found === undefined) return { kind: 'unknown', code };
  const { id, terms, uses, usesLimit, expiresAt, limits } = found;
  if (expiresAt !== undefined && expiresAt <= at) return { kind: 'expired', code };
  if (usesLimit !== undefined && uses >= usesLimit) return { kind: 'used-up', code };
  const left = usesLeft(limits, earlier.get(id));
  const usedFor = runnerOfUse(bibs, left.ofBib);
  const limit: UseLimit | undefined = left.uses <= 0 ? left.limit : undefined;
  if (limit !== undefined) return { kind: CODE_PROBLEM[limit], code };
  if (usedFor === false) return { kind: CODE_PROBLEM.bib, code };
  const isLimited = hasLimits(limits);
  return {
    kind: 'accepted',
    discount: { id, code: found.code, terms },
    isScarce: isLimited || usesLimit !== undefined,
    use: isLimited ? { usedFor } : undefined,
  };
}

const CODE_PROBLEM = {
  person: 'used-by-person',
  bib: 'used-for-bib',
  day: 'used-today',
} as const satisfies Record<UseLimit, CodeProblem>;
