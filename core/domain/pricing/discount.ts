import type { Cents } from '../money.js';
import { cents } from '../money.js';

declare const brand: unique symbol;
export type DiscountCodeId = string & { readonly [brand]: 'DiscountCodeId' };

/** What a code takes off an order; the service fee is not discounted. */
export type DiscountTerms =
  /** A whole number from 1 to 100. */
  | { readonly kind: 'percentage'; readonly percent: number }
  | { readonly kind: 'amount'; readonly amount: Cents };

/** A code that a buyer may use. */
export interface Discount {
  readonly id: DiscountCodeId;
  /** As the seller wrote it. */
  readonly code: string;
  readonly terms: DiscountTerms;
}

/** What the discount takes off: whole cents, a half cent in the buyer's favour, never more than there is. */
export function discountOn(subtotal: Cents, terms: DiscountTerms): Cents {
  const wanted =
    terms.kind === 'amount' ? terms.amount : Math.floor((subtotal * terms.percent + 50) / 100);
  return cents(Math.max(0, Math.min(subtotal, wanted)));
}

const CODE = /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?$/u;
const MAXIMUM_LENGTH = 40;

/**
 * A code as it is compared: without case, spaces and compatibility forms. Undefined where that is
 * no code (letters, digits, inner hyphens and underscores, at most 40).
 */
export function discountKey(typed: string): string | undefined {
  const key = typed.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  return key.length <= MAXIMUM_LENGTH && CODE.test(key) ? key : undefined;
}
