import type { Cents } from './money.js';
import type { Order, OrderProblem, OrderState, Voucher } from './order.js';
import { problemsOf } from './order-problems.js';
import { distinctFacts, type PaymentFact } from './payment-fact.js';
import {
  disputesIn,
  isDenied,
  madeOf,
  refundsIn,
  returnedOf,
  type Dispute,
  type Refund,
} from './returns.js';

/** What an order says of itself, payment aside. */
export type OrderTerms = Pick<Order, 'total' | 'serviceFee' | 'currency'> & {
  readonly placedAt: Date;
  /** Nobody paid in time. */
  readonly expiredAt: Date | undefined;
  /** Of the seller at the provider, which then holds the money and is to give it back. */
  readonly sellerAccount: string | undefined;
};

export interface OrderStanding {
  readonly state: OrderState;
  /** What a person has to look at. */
  readonly problems: readonly OrderProblem[];
  /** When the money was sure; undefined where it never was. */
  readonly paidAt: Date | undefined;
  /** What the buyer pays elsewhere, while that is awaited. */
  readonly voucher: Voucher | undefined;
  /** Given back and not come back, without disputes. */
  readonly refunded: Cents;
  /** All that the buyer has back for good. */
  readonly returned: Cents;
  readonly refunds: readonly Refund[];
  readonly disputes: readonly Dispute[];
}

/**
 * Where an order stands by all that is known of it.
 *
 * - Only a payment of the order's own amount and currency counts; any other is a problem to look at.
 * - Money that came stays come: a failure or an expiry beside it belongs to another attempt.
 * - A refund or a dispute says nothing before the payment itself is known.
 * - An open or a lost dispute takes the photos back, whatever its amount: the buyer denies the sale.
 *   One that was prevented is a refund which the provider made.
 */
export function standingOf(terms: OrderTerms, facts: readonly PaymentFact[]): OrderStanding {
  const sorted = distinctFacts(facts);
  const payments = sorted.filter((fact) => fact.kind === 'succeeded');
  const payment = payments.find((fact) => fits(terms, fact));
  const isMismatched = payments.some((fact) => !fits(terms, fact));
  // An order that costs nothing is paid by being placed.
  const paidAt = payment?.at ?? (terms.total === 0 ? terms.placedAt : undefined);
  const refunds = paidAt === undefined ? [] : refundsIn(sorted);
  const disputes = paidAt === undefined ? [] : disputesIn(sorted);
  const returned = returnedOf(refunds, disputes);
  const money = {
    paidAt,
    refunded: madeOf(refunds),
    returned,
    refunds,
    disputes,
  };
  const problems = problemsOf(terms, money, sorted, isMismatched);
  if (paidAt === undefined) return { ...unpaid(terms, sorted), ...money, problems };
  const state = disputes.some(isDenied) ? 'disputed' : paidState(terms, returned);
  return { state, voucher: undefined, ...money, problems };
}

function fits(terms: OrderTerms, fact: { readonly amount: Cents; readonly currency: string }) {
  return fact.amount === terms.total && fact.currency.toUpperCase() === terms.currency;
}

function paidState({ total }: OrderTerms, returned: Cents): OrderState {
  if (returned <= 0) return 'paid';
  return returned < total ? 'partly-refunded' : 'refunded';
}

/** A buyer may try again after a failure, so the latest word counts; a cancelled payment is over for good. */
function unpaid(
  terms: OrderTerms,
  sorted: readonly PaymentFact[],
): Pick<OrderStanding, 'state' | 'voucher'> {
  const voucher = undefined;
  if (sorted.some(({ kind }) => kind === 'cancelled')) return { state: 'expired', voucher };
  const latest = sorted.findLast(
    (fact) => fact.kind === 'processing' || fact.kind === 'voucher' || fact.kind === 'failed',
  );
  if (latest?.kind === 'processing') return { state: 'processing', voucher };
  if (latest?.kind === 'voucher') {
    const { until, url } = latest;
    return { state: 'processing', voucher: { until, url } };
  }
  if (terms.expiredAt !== undefined) return { state: 'expired', voucher };
  return { state: latest?.kind === 'failed' ? 'failed' : 'open', voucher };
}
