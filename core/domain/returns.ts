import { cents, sumOf, type Cents } from './money.js';
import type { DisputeStatus, PaymentFact } from './payment-fact.js';

export interface Refund {
  readonly id: string;
  /** Nothing where only its failure was heard of. */
  readonly amount: Cents;
  readonly at: Date;
  /** pending: on its way. made: the buyer's. failed: the buyer's bank did not take it, and it came back. */
  readonly status: 'pending' | 'made' | 'failed';
}

export interface Dispute {
  readonly id: string;
  readonly status: DisputeStatus;
  readonly toAnswer: boolean;
  /** Of our money with the provider, gone by now. */
  readonly taken: Cents;
  /** The provider's own price for it. */
  readonly fee: Cents;
  /** When it was heard of first. */
  readonly at: Date;
}

/** @param sorted see {@link distinctFacts} */
export function refundsIn(sorted: readonly PaymentFact[]): Refund[] {
  const refunds = new Map<string, Refund>();
  for (const fact of sorted) {
    if (!isOfRefund(fact)) continue;
    const { refundId: id, at } = fact;
    const known = refunds.get(id);
    const status = laterOf(known?.status, STATUSES[fact.kind]);
    const told = fact.kind === 'refund-failed' ? undefined : fact.amount;
    refunds.set(id, {
      id,
      at: known?.at ?? at,
      status,
      amount: known?.amount || (told ?? cents(0)),
    });
  }
  return [...refunds.values()];
}

const STATUSES = {
  'refund-pending': 'pending',
  refunded: 'made',
  'refund-failed': 'failed',
} as const satisfies Record<string, Refund['status']>;

function isOfRefund(
  fact: PaymentFact,
): fact is Extract<PaymentFact, { kind: keyof typeof STATUSES }> {
  return fact.kind in STATUSES;
}

/** A refund goes one way: what was made can fail, what failed is over. */
function laterOf(known: Refund['status'] | undefined, told: Refund['status']): Refund['status'] {
  if (known === 'failed' || told === 'failed') return 'failed';
  return known === 'made' ? known : told;
}

/** Each as it was told of last. @param sorted see {@link distinctFacts} */
export function disputesIn(sorted: readonly PaymentFact[]): Dispute[] {
  const disputes = new Map<string, Dispute>();
  for (const fact of sorted) {
    if (fact.kind !== 'dispute') continue;
    const { disputeId: id, status, toAnswer, taken, fee } = fact;
    const at = disputes.get(id)?.at ?? fact.at;
    disputes.set(id, { id, status, toAnswer, taken, fee, at });
  }
  return [...disputes.values()];
}

/** True where what was taken stays with the buyer: by the bank's decision, or before it came to one. */
export function isForGood({ status }: Dispute): boolean {
  return status === 'lost' || status === 'prevented';
}

/** True where the buyer's bank denies the sale: the photos are not the buyer's, whatever the amount. */
export function isDenied({ status }: Dispute): boolean {
  return status === 'open' || status === 'lost';
}

/** What the buyer has back for good; more than the payment where it was given back twice. */
export function returnedOf(refunds: readonly Refund[], disputes: readonly Dispute[]): Cents {
  return sumOf([
    madeOf(refunds),
    ...disputes.map((dispute) => (isForGood(dispute) ? dispute.taken : cents(0))),
  ]);
}

/** Given back and not come back. */
export function madeOf(refunds: readonly Refund[]): Cents {
  return sumOf(refunds.map(({ amount, status }) => (status === 'made' ? amount : cents(0))));
}
