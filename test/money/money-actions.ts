import fc from 'fast-check';
import type { DisputeStatus } from '../adapters/payments/stripe-books.js';

/** Where a refund of ours breaks off. */
export const BREAKS = ['nowhere', 'before', 'answer-lost', 'reversal', 'fee'] as const;

/** What buyer, bank, dashboard and shop can do, one after the other. */
export interface MoneyAction {
  readonly kind:
    | 'pay'
    | 'debit'
    | 'voucher'
    | 'fail'
    | 'dashboard-refund'
    | 'dashboard-reversal'
    | 'dashboard-fee'
    | 'refund-ends'
    | 'dispute'
    | 'dispute-moves'
    | 'dispute-withdrawal'
    | 'warning'
    | 'warning-over'
    | 'review'
    | 'review-over'
    | 'payout-fails'
    /** Ours: give back, ask what was missed, and what the webhook brings. */
    | 'our-refund'
    | 'poll'
    | 'deliver';
  /** Of an amount. */
  readonly part?: number;
  /** Of those there are. */
  readonly which?: number;
  readonly reverseTransfer?: boolean;
  readonly returnFee?: boolean;
  readonly pending?: boolean;
  readonly failed?: boolean;
  readonly inquiry?: boolean;
  readonly to?: DisputeStatus | 'partly-won';
  readonly breaks?: (typeof BREAKS)[number];
  /** All that is left. */
  readonly whole?: boolean;
  /** Milliseconds until the next action: often within the same second. */
  readonly passes?: number;
}

const part = fc.constantFrom(1, 0.5, 0.38, 0.01, 0.997);
const which = fc.nat(3);
const plain = (...kinds: MoneyAction['kind'][]) => fc.record({ kind: fc.constantFrom(...kinds) });
const kind = <Kind extends MoneyAction['kind']>(name: Kind) => fc.constant(name);

const action: fc.Arbitrary<MoneyAction> = fc.oneof(
  plain('pay', 'debit', 'voucher', 'fail'),
  plain('warning', 'warning-over', 'review', 'review-over', 'payout-fails'),
  plain('poll', 'deliver'),
  fc.record({
    kind: kind('dashboard-refund'),
    part,
    reverseTransfer: fc.boolean(),
    returnFee: fc.boolean(),
    pending: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('dashboard-reversal', 'dashboard-fee'), part }),
  fc.record({ kind: kind('refund-ends'), which, failed: fc.boolean() }),
  fc.record({ kind: kind('dispute'), part, inquiry: fc.boolean() }),
  fc.record({ kind: kind('dispute-withdrawal'), which }),
  fc.record({
    kind: kind('dispute-moves'),
    which,
    to: fc.constantFrom<(DisputeStatus | 'partly-won')[]>(
      'warning_under_review',
      'warning_closed',
      'needs_response',
      'under_review',
      'won',
      'lost',
      'partly-won',
      'prevented',
    ),
  }),
  fc.record({
    kind: kind('our-refund'),
    part,
    whole: fc.boolean(),
    pending: fc.boolean(),
    breaks: fc.constantFrom(...BREAKS),
  }),
);

/** Mostly of payments that were made: without one nothing else counts. */
export const moneyHistories: fc.Arbitrary<MoneyAction[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.array(fc.tuple(action, fc.constantFrom(0, 300, 40_000, 90_000_000)), { maxLength: 14 }),
  )
  .map(([share, actions]) => [
    ...(share > 0 ? [{ kind: 'pay' as const }] : []),
    ...actions.map(([done, passes]) => ({ ...done, passes })),
  ]);
