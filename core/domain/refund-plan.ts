import { cents, sumOf, type Cents } from './money.js';
import type { OrderStanding } from './order-transitions.js';
import { isForGood } from './returns.js';
import { shareReturned, type ShareTerms } from './shares.js';

/** A refund that the provider was asked for. */
export interface AskedRefund {
  readonly amount: Cents;
  readonly state: 'requested' | 'sent' | 'refused';
  readonly providerRefundId: string | undefined;
}

/** With the buyer, or on its way there: by what the provider said, and by what it was asked for and has not said yet. */
export function goneOf(standing: OrderStanding, asked: readonly AskedRefund[]): Cents {
  const known = new Set(standing.refunds.map(({ id }) => id));
  const silent = asked.filter(
    ({ state, providerRefundId: id }) => state === 'sent' && id !== undefined && !known.has(id),
  );
  return sumOf([
    ...standing.refunds.map(({ amount, status }) => (status === 'failed' ? cents(0) : amount)),
    ...standing.disputes.map((dispute) => (isForGood(dispute) ? dispute.taken : cents(0))),
    ...silent.map(({ amount }) => amount),
  ]);
}

export interface RefundPlan {
  readonly amount: Cents;
  /** Of the amount: what the platform gives back of its fee. */
  readonly fee: Cents;
}

export type RefundChoice =
  | ({ readonly kind: 'refund' } & RefundPlan)
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'too-large'; readonly left: Cents };

/** What to give back of an order that so much is gone of already; all that is left where no amount is wanted. */
export function planAmount(
  terms: ShareTerms,
  gone: Cents,
  wanted: Cents | undefined,
): RefundChoice {
  const left = cents(terms.total - gone);
  if (left <= 0) return { kind: 'nothing-left' };
  const amount = wanted ?? left;
  if (amount < 1 || amount > left) return { kind: 'too-large', left };
  const fee =
    shareReturned(terms, cents(gone + amount)).platform - shareReturned(terms, gone).platform;
  return { kind: 'refund', amount, fee: cents(fee) };
}
