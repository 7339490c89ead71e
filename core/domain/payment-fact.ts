import type { Cents } from './money.js';

/** How far a bank is with a dispute. An inquiry is a question: no money moves before it becomes a dispute. */
export type DisputeStatus = 'inquiry' | 'inquiry-closed' | 'open' | 'won' | 'lost' | 'prevented';

/** What a provider can say of a payment. */
export type SaidOfPayment =
  | { readonly kind: 'processing' }
  /** The buyer got a voucher and pays it elsewhere, days later: at a machine, in a shop, by a transfer. */
  | {
      readonly kind: 'voucher';
      readonly until: string | undefined;
      readonly url: string | undefined;
    }
  | { readonly kind: 'succeeded'; readonly amount: Cents; readonly currency: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'cancelled' }
  /** The buyer's bank has not taken it yet. */
  | { readonly kind: 'refund-pending'; readonly refundId: string; readonly amount: Cents }
  /** Of this refund alone. */
  | { readonly kind: 'refunded'; readonly refundId: string; readonly amount: Cents }
  /** A refund came back: the buyer's bank did not take it. Final. */
  | { readonly kind: 'refund-failed'; readonly refundId: string }
  /** A dispute as it stands: each notice of it replaces what was said before. */
  | {
      readonly kind: 'dispute';
      readonly disputeId: string;
      readonly status: DisputeStatus;
      /** Whether the bank waits for the seller's answer. */
      readonly toAnswer: boolean;
      /** What the provider took out of its balance with us for it and has not put back, its own fee aside. */
      readonly taken: Cents;
      /** What the provider charges for it. */
      readonly fee: Cents;
      /** How often money moved so far: of what was said in the same second the larger is the later. */
      readonly moves: number;
    }
  /** The card's network holds the payment for a fraud: a dispute may follow. */
  | { readonly kind: 'fraud-warning'; readonly warningId: string; readonly actionable: boolean }
  /** The provider wants somebody to look at the payment. */
  | { readonly kind: 'review'; readonly reviewId: string; readonly open: boolean }
  /**
   * What the provider has taken back from the seller's account, and given back of its fee, when this
   * much was given back to the buyer for good.
   */
  | {
      readonly kind: 'shares';
      readonly returned: Cents;
      readonly reversed: Cents;
      readonly feeReturned: Cents;
    };

/**
 * What is known of an order's payment: a set. A provider tells each fact at least once and in any
 * order, so nothing here depends on the order of arrival.
 */
export type PaymentFact = {
  /** The provider's name for the notice: settles what was said in the same second. */
  readonly id: string;
  /** When the provider said it. */
  readonly at: Date;
} & SaidOfPayment;

/** Providers date by the second: a debit that fails at once is dated like its beginning. */
const RANK = {
  processing: 0,
  voucher: 0,
  failed: 1,
  succeeded: 2,
  cancelled: 3,
  'refund-pending': 4,
  refunded: 4,
  'refund-failed': 5,
  dispute: 6,
  'fraud-warning': 7,
  review: 8,
  shares: 9,
} as const satisfies Record<PaymentFact['kind'], number>;

/** Of the same second: a dispute that is decided comes after one that is not. */
const DISPUTE_RANK = {
  inquiry: 0,
  'inquiry-closed': 1,
  open: 2,
  prevented: 3,
  lost: 4,
  won: 5,
} as const satisfies Record<DisputeStatus, number>;

/** Each notice once, in one order whatever the order given. */
export function distinctFacts(facts: readonly PaymentFact[]): PaymentFact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return [...byId.values()].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      RANK[a.kind] - RANK[b.kind] ||
      withinSecond(a) - withinSecond(b) ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

function withinSecond(fact: PaymentFact): number {
  switch (fact.kind) {
    case 'dispute':
      return fact.moves * 10 + DISPUTE_RANK[fact.status];
    // What is over does not begin again.
    case 'review':
      return fact.open ? 0 : 1;
    case 'fraud-warning':
      return fact.actionable ? 0 : 1;
    default:
      return 0;
  }
}

/**
 * True where this says more than what is known: an answer to the same question, asked again and
 * again, is the same for months.
 */
export function isNews(said: SaidOfPayment, facts: readonly PaymentFact[]): boolean {
  const known = distinctFacts(facts).findLast((fact) => subjectOf(fact) === subjectOf(said));
  if (known === undefined) return true;
  const before = new Map<string, unknown>(Object.entries(known));
  return Object.entries(said).some(
    ([name, value]) => !OF_ITSELF.has(name) && before.get(name) !== value,
  );
}

/** What a notice says of itself, and not of the payment. */
const OF_ITSELF: ReadonlySet<string> = new Set(['id', 'at', 'createdAt', 'paymentId']);

/** What replaces what was said of it before. */
function subjectOf(said: SaidOfPayment): string {
  switch (said.kind) {
    case 'refund-pending':
    case 'refunded':
    case 'refund-failed':
      return `${said.kind} ${said.refundId}`;
    case 'dispute':
      return said.disputeId;
    case 'fraud-warning':
      return said.warningId;
    case 'review':
      return said.reviewId;
    default:
      return said.kind;
  }
}
