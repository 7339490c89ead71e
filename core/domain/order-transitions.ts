import { cents, type Cents } from './money.js';
import type { Order, OrderProblem, OrderState } from './order.js';

/**
 * What is known of an order's payment: a set. A provider tells each fact at least once and in any
 * order, so nothing here depends on the order of arrival.
 */
export type PaymentFact = {
  /** The provider's name for the notice: settles what was said in the same second. */
  readonly id: string;
  /** When the provider said it. */
  readonly at: Date;
} & (
  | { readonly kind: 'processing' }
  | { readonly kind: 'succeeded'; readonly amount: Cents; readonly currency: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refunded'; readonly refundId: string; readonly amount: Cents }
  | { readonly kind: 'refund-failed'; readonly refundId: string }
  | { readonly kind: 'dispute-opened'; readonly disputeId: string; readonly amount: Cents }
  | { readonly kind: 'dispute-closed'; readonly disputeId: string; readonly won: boolean }
);

/** What an order says of itself, payment aside. */
export type OrderTerms = Pick<Order, 'total' | 'currency'> & {
  readonly placedAt: Date;
  /** Nobody paid in time. */
  readonly expiredAt: Date | undefined;
};

export interface OrderStanding {
  readonly state: OrderState;
  readonly problem: OrderProblem | undefined;
  /** When the money was sure; undefined where it never was. */
  readonly paidAt: Date | undefined;
  /** Given back and not come back, without disputes. */
  readonly refunded: Cents;
  readonly refunds: readonly Refund[];
  readonly disputes: readonly Dispute[];
}

export interface Refund {
  readonly id: string;
  readonly amount: Cents;
  readonly at: Date;
  /** The buyer's bank did not take it: the money came back. */
  readonly failed: boolean;
}

export interface Dispute {
  readonly id: string;
  readonly amount: Cents;
  readonly at: Date;
  readonly end: 'open' | 'won' | 'lost';
}

/**
 * Where an order stands by all that is known of it.
 *
 * - Only a payment of the order's own amount and currency counts; any other is a problem to look at.
 * - Money that came stays come: a failure or an expiry beside it belongs to another attempt.
 * - A refund or a dispute says nothing before the payment itself is known.
 * - An open or a lost dispute takes the photos back, whatever its amount: the buyer denies the sale.
 */
export function standingOf(terms: OrderTerms, facts: readonly PaymentFact[]): OrderStanding {
  const sorted = distinct(facts);
  const payments = sorted.filter((fact) => fact.kind === 'succeeded');
  const payment = payments.find((fact) => fits(terms, fact));
  const problem = payments.some((fact) => !fits(terms, fact)) ? 'payment-mismatch' : undefined;
  // An order that costs nothing is paid by being placed.
  const paidAt = payment?.at ?? (terms.total === 0 ? terms.placedAt : undefined);
  if (paidAt === undefined) {
    const state = unpaidState(terms, sorted);
    return { state, problem, paidAt, refunded: cents(0), refunds: [], disputes: [] };
  }
  const refunds = refundsIn(sorted);
  const disputes = disputesIn(sorted);
  const refunded = cents(
    refunds.reduce((sum, { amount, failed }) => sum + (failed ? 0 : amount), 0),
  );
  const isDisputed = disputes.some(({ end }) => end !== 'won');
  const state = isDisputed ? 'disputed' : paidState(terms, refunded);
  return { state, problem, paidAt, refunded, refunds, disputes };
}

function fits(terms: OrderTerms, fact: { readonly amount: Cents; readonly currency: string }) {
  return fact.amount === terms.total && fact.currency.toUpperCase() === terms.currency;
}

function paidState({ total }: OrderTerms, refunded: Cents): OrderState {
  if (refunded === 0) return 'paid';
  return refunded < total ? 'partly-refunded' : 'refunded';
}

/** A buyer may try again after a failure, so the latest word counts; a cancelled payment is over for good. */
function unpaidState(terms: OrderTerms, sorted: readonly PaymentFact[]): OrderState {
  if (sorted.some(({ kind }) => kind === 'cancelled')) return 'expired';
  const latest = sorted.findLast(({ kind }) => kind === 'processing' || kind === 'failed');
  if (latest?.kind === 'processing') return 'processing';
  if (terms.expiredAt !== undefined) return 'expired';
  return latest?.kind === 'failed' ? 'failed' : 'open';
}

function refundsIn(sorted: readonly PaymentFact[]): Refund[] {
  const failed = new Set(
    sorted.flatMap((fact) => (fact.kind === 'refund-failed' ? [fact.refundId] : [])),
  );
  const refunds = new Map<string, Refund>();
  for (const fact of sorted) {
    if (fact.kind !== 'refunded' || refunds.has(fact.refundId)) continue;
    const { refundId: id, amount, at } = fact;
    refunds.set(id, { id, amount, at, failed: failed.has(id) });
  }
  return [...refunds.values()];
}

function disputesIn(sorted: readonly PaymentFact[]): Dispute[] {
  const ends = new Map<string, 'won' | 'lost'>();
  for (const fact of sorted)
    if (fact.kind === 'dispute-closed') ends.set(fact.disputeId, fact.won ? 'won' : 'lost');
  const disputes = new Map<string, Dispute>();
  for (const fact of sorted) {
    if (fact.kind !== 'dispute-opened' || disputes.has(fact.disputeId)) continue;
    const { disputeId: id, amount, at } = fact;
    disputes.set(id, { id, amount, at, end: ends.get(id) ?? 'open' });
  }
  return [...disputes.values()];
}

/** Providers date by the second: a debit that fails at once is dated like its beginning. */
const RANK = {
  processing: 0,
  failed: 1,
  succeeded: 2,
  cancelled: 3,
  refunded: 4,
  'refund-failed': 5,
  'dispute-opened': 6,
  'dispute-closed': 7,
} as const satisfies Record<PaymentFact['kind'], number>;

/** Each notice once, in one order whatever the order given. */
function distinct(facts: readonly PaymentFact[]): PaymentFact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return [...byId.values()].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      RANK[a.kind] - RANK[b.kind] ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}
