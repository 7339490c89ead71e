import fc from 'fast-check';
import { cents } from '../../core/domain/money.js';
import type { OrderTerms, PaymentFact } from '../../core/domain/order-transitions.js';

/** Random histories of a payment, told by notices whose times collide now and then. Never empty. */
export function paymentFacts({ total, placedAt }: OrderTerms): fc.Arbitrary<PaymentFact[]> {
  // However often a provider tells of a refund or a dispute, its amount stays the same.
  const refunds = [700, 1, total].map((amount, index) => ({
    refundId: `re_${index}`,
    amount: cents(amount),
  }));
  const disputes = [total, 900].map((amount, index) => ({
    disputeId: `dp_${index}`,
    amount: cents(amount),
  }));
  const refundId = fc.constantFrom(...refunds.map((refund) => refund.refundId));
  const disputeId = fc.constantFrom(...disputes.map((dispute) => dispute.disputeId));
  const fact = fc.oneof(
    fc.record({ kind: fc.constant('processing' as const) }),
    fc.record({
      kind: fc.constant('succeeded' as const),
      amount: fc.constantFrom(total, total, total, cents(total + 1)),
      currency: fc.constantFrom('EUR', 'eur', 'EUR', 'USD'),
    }),
    fc.record({ kind: fc.constant('failed' as const), reason: fc.constant('declined') }),
    fc.record({ kind: fc.constant('cancelled' as const) }),
    fc.constantFrom(...refunds.map((refund) => ({ kind: 'refunded' as const, ...refund }))),
    fc.record({ kind: fc.constant('refund-failed' as const), refundId }),
    fc.constantFrom(
      ...disputes.map((dispute) => ({ kind: 'dispute-opened' as const, ...dispute })),
    ),
    fc.record({ kind: fc.constant('dispute-closed' as const), disputeId, won: fc.boolean() }),
  );
  return fc.array(fc.tuple(fact, fc.nat(20)), { minLength: 1, maxLength: 12 }).map((said) => {
    const closed = new Set<string>();
    return said.flatMap(([told, seconds], index): PaymentFact[] => {
      if (told.kind === 'dispute-closed') {
        // A bank may think again, but not twice.
        const decision = `${told.disputeId} ${told.won}`;
        if (closed.has(decision)) return [];
        closed.add(decision);
      }
      const at = new Date(placedAt.getTime() + seconds * 1000);
      return [{ ...told, id: `evt_${index}`, at }];
    });
  });
}
