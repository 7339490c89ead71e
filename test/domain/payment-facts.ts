import fc from 'fast-check';
import { cents } from '../../core/domain/money.js';
import type { OrderTerms } from '../../core/domain/order-transitions.js';
import type { DisputeStatus, PaymentFact } from '../../core/domain/payment-fact.js';

/** Random histories of a payment, told by notices whose times collide now and then. Never empty. */
export function paymentFacts({ total, placedAt }: OrderTerms): fc.Arbitrary<PaymentFact[]> {
  // However often a provider tells of a refund, its amount stays the same.
  const refunds = [700, 1, total].map((amount, index) => ({
    refundId: `re_${index}`,
    amount: cents(amount),
  }));
  const refundId = fc.constantFrom(...refunds.map((refund) => refund.refundId));
  const status = fc.constantFrom<DisputeStatus[]>(
    'inquiry',
    'inquiry-closed',
    'open',
    'won',
    'lost',
    'prevented',
  );
  const dispute = fc.record({
    kind: fc.constant('dispute' as const),
    disputeId: fc.constantFrom('dp_0', 'dp_1'),
    status,
    toAnswer: fc.boolean(),
    taken: fc.constantFrom(cents(0), total, cents(900)),
    fee: fc.constantFrom(cents(0), cents(2000)),
    moves: fc.nat(2),
  });
  const fact = fc.oneof(
    fc.record({ kind: fc.constant('processing' as const) }),
    fc.record({
      kind: fc.constant('voucher' as const),
      until: fc.constantFrom(undefined, '2026-05-24T10:00:00.000Z'),
      url: fc.constant(undefined),
    }),
    fc.record({
      kind: fc.constant('succeeded' as const),
      amount: fc.constantFrom(total, total, total, cents(total + 1)),
      currency: fc.constantFrom('EUR', 'eur', 'EUR', 'USD'),
    }),
    fc.record({ kind: fc.constant('failed' as const), reason: fc.constant('declined') }),
    fc.record({ kind: fc.constant('cancelled' as const) }),
    fc.constantFrom(...refunds.map((refund) => ({ kind: 'refund-pending' as const, ...refund }))),
    fc.constantFrom(...refunds.map((refund) => ({ kind: 'refunded' as const, ...refund }))),
    fc.record({ kind: fc.constant('refund-failed' as const), refundId }),
    dispute,
    fc.record({
      kind: fc.constant('fraud-warning' as const),
      warningId: fc.constant('issfr_0'),
      actionable: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('review' as const),
      reviewId: fc.constant('prv_0'),
      open: fc.boolean(),
    }),
  );
  return fc.array(fc.tuple(fact, fc.nat(20)), { minLength: 1, maxLength: 12 }).map((said) =>
    said.map(([told, seconds], index): PaymentFact => {
      const at = new Date(placedAt.getTime() + seconds * 1000);
      return { ...told, id: `evt_${String(index).padStart(2, '0')}`, at };
    }),
  );
}
