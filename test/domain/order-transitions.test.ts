import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../core/domain/money.js';
import { standingOf, type OrderTerms } from '../../core/domain/order-transitions.js';
import type { DisputeStatus, PaymentFact } from '../../core/domain/payment-fact.js';
import { paymentFacts } from './payment-facts.js';

const terms: OrderTerms = {
  total: cents(2600),
  serviceFee: cents(100),
  sellerAccount: 'acct_lea',
  currency: 'EUR',
  placedAt: new Date('2026-05-17T10:00:00Z'),
  expiredAt: undefined,
};

type Said = PaymentFact extends infer Fact
  ? Fact extends unknown
    ? Omit<Fact, 'id' | 'at'>
    : never
  : never;

/** Facts in the order in which they are told, a minute apart. */
function facts(...said: Said[]): PaymentFact[] {
  return said.map((fact, index) => ({
    ...fact,
    id: `evt_${index}`,
    at: new Date(terms.placedAt.getTime() + (index + 1) * 60_000),
  }));
}
const succeeded: Said = { kind: 'succeeded', amount: cents(2600), currency: 'EUR' };
const processing: Said = { kind: 'processing' };
const failed: Said = { kind: 'failed', reason: 'declined' };
const stateAfter = (...said: Parameters<typeof facts>) => standingOf(terms, facts(...said)).state;

const dispute = (
  status: DisputeStatus,
  taken: number,
  more: Partial<Extract<Said, { kind: 'dispute' }>> = {},
): Said => ({
  kind: 'dispute',
  disputeId: 'dp',
  status,
  toAnswer: false,
  taken: cents(taken),
  fee: cents(0),
  moves: 1,
  ...more,
});

describe('where an order stands', () => {
  it('is open before anything is known', () => {
    expect(standingOf(terms, [])).toMatchObject({ state: 'open', paidAt: undefined, refunded: 0 });
  });

  it('is paid by a success after a failure, and before one', () => {
    expect(stateAfter(failed, succeeded)).toBe('paid');
    expect(stateAfter(succeeded, failed)).toBe('paid');
  });

  it('waits for a debit, and fails with it days later', () => {
    expect(stateAfter(processing)).toBe('processing');
    expect(stateAfter(processing, failed)).toBe('failed');
    expect(stateAfter(failed, processing)).toBe('processing');
  });

  it('holds a debit that fails in the second it began for failed', () => {
    const at = terms.placedAt;
    const said: PaymentFact[] = [
      { id: 'b', at, kind: 'failed', reason: 'x' },
      { id: 'c', at, kind: 'processing' },
    ];
    expect(standingOf(terms, said).state).toBe('failed');
  });

  it('never takes another amount or currency for the payment, and shows it', () => {
    for (const wrong of [
      { ...succeeded, amount: cents(2599) },
      { ...succeeded, currency: 'USD' },
    ] satisfies Said[])
      expect(standingOf(terms, facts(wrong))).toMatchObject({
        state: 'open',
        problems: ['payment-mismatch'],
        paidAt: undefined,
      });
  });

  it('says nothing of a refund before the payment is known', () => {
    const refund: Said = { kind: 'refunded', refundId: 're', amount: cents(2600) };
    expect(stateAfter(refund)).toBe('open');
    expect(stateAfter(refund, succeeded)).toBe('refunded');
  });

  it('counts a refund once, however many notices tell of it, and not once it came back', () => {
    const refund: Said = { kind: 'refunded', refundId: 're', amount: cents(600) };
    const cameBack: Said = { kind: 'refund-failed', refundId: 're' };
    const partly = standingOf(terms, facts(succeeded, refund, refund));
    expect(partly).toMatchObject({ state: 'partly-refunded', refunded: 600 });
    expect(standingOf(terms, facts(cameBack, refund, succeeded))).toMatchObject({
      state: 'paid',
      refunded: 0,
    });
  });

  it('is disputed from the opening on, unless the dispute is won', () => {
    expect(stateAfter(succeeded, dispute('open', 2600))).toBe('disputed');
    expect(stateAfter(dispute('open', 2600), dispute('won', 0), succeeded)).toBe('paid');
    expect(stateAfter(dispute('open', 2600), dispute('lost', 2600), succeeded)).toBe('disputed');
  });

  it('is not touched by a bank’s question, and refunded by a dispute that was prevented', () => {
    expect(stateAfter(succeeded, dispute('inquiry', 0))).toBe('paid');
    expect(stateAfter(succeeded, dispute('inquiry', 0), dispute('inquiry-closed', 0))).toBe('paid');
    expect(stateAfter(succeeded, dispute('prevented', 2600))).toBe('refunded');
    expect(stateAfter(succeeded, dispute('prevented', 0))).toBe('paid');
  });

  it('waits for a voucher that is paid days later, and says until when', () => {
    const until = '2026-05-24T10:00:00.000Z';
    const voucher: Said = { kind: 'voucher', until, url: 'https://pay.example.org/v' };
    const expired = { ...terms, expiredAt: new Date() };
    expect(standingOf(expired, facts(voucher))).toMatchObject({
      state: 'processing',
      voucher: { until, url: 'https://pay.example.org/v' },
    });
    expect(standingOf(terms, facts(voucher, failed))).toMatchObject({
      state: 'failed',
      voucher: undefined,
    });
    expect(stateAfter(voucher, succeeded)).toBe('paid');
  });

  it('expires where nobody paid, but not where money came', () => {
    const expired = { ...terms, expiredAt: new Date() };
    expect(standingOf(expired, []).state).toBe('expired');
    expect(standingOf(expired, facts({ kind: 'processing' })).state).toBe('processing');
    expect(standingOf(expired, facts(succeeded)).state).toBe('paid');
    expect(stateAfter({ kind: 'cancelled' })).toBe('expired');
  });

  it('takes an order that costs nothing for paid', () => {
    expect(standingOf({ ...terms, total: cents(0) }, []).state).toBe('paid');
  });

  it('depends on the set of facts alone, not on their order or on repetition', () => {
    fc.assert(
      fc.property(
        paymentFacts(terms).chain((set) =>
          fc.tuple(
            fc.constant(set),
            fc.shuffledSubarray(set, { minLength: set.length }),
            fc.array(fc.constantFrom(...set, ...set), { maxLength: 5 }),
          ),
        ),
        ([set, shuffled, again]) => {
          expect(standingOf(terms, [...again, ...shuffled])).toEqual(standingOf(terms, set));
        },
      ),
    );
  });
});

describe('what a person has to look at', () => {
  const problemsAfter = (...said: Said[]) => standingOf(terms, facts(...said)).problems;
  const refund: Said = { kind: 'refunded', refundId: 're', amount: cents(1000) };

  it('is a refund and then a lost dispute of everything: the buyer has it twice', () => {
    expect(problemsAfter(succeeded, refund)).toEqual([]);
    expect(problemsAfter(succeeded, refund, dispute('lost', 2600))).toEqual(['paid-back-twice']);
    expect(problemsAfter(succeeded, refund, dispute('lost', 1600))).toEqual([]);
  });

  it('is a bank that waits for an answer, until it has one', () => {
    const question = dispute('inquiry', 0, { toAnswer: true });
    expect(problemsAfter(succeeded, question)).toEqual(['dispute-to-answer']);
    expect(problemsAfter(succeeded, question, dispute('inquiry', 0))).toEqual([]);
  });

  it('is a fraud warning, until everything is given back or disputed', () => {
    const warning: Said = { kind: 'fraud-warning', warningId: 'w', actionable: true };
    const whole: Said = { ...refund, refundId: 're2', amount: cents(2600) };
    expect(problemsAfter(succeeded, warning)).toEqual(['fraud-warning']);
    expect(problemsAfter(succeeded, warning, { ...warning, actionable: false })).toEqual([]);
    expect(problemsAfter(succeeded, warning, whole)).toEqual([]);
    expect(problemsAfter(succeeded, warning, dispute('open', 2600))).toEqual([]);
  });

  it('is a review, as long as it is open', () => {
    const review = (open: boolean): Said => ({ kind: 'review', reviewId: 'prv', open });
    expect(problemsAfter(succeeded, review(true))).toEqual(['in-review']);
    expect(problemsAfter(succeeded, review(true), review(false))).toEqual([]);
  });

  it('is a seller’s part that was not taken back as the books have it, once that was seen', () => {
    const shares = (returned: number, reversed: number, feeReturned: number): Said => ({
      kind: 'shares',
      returned: cents(returned),
      reversed: cents(reversed),
      feeReturned: cents(feeReturned),
    });
    expect(problemsAfter(succeeded, refund, shares(1000, 0, 0))).toEqual(['shares-differ']);
    expect(problemsAfter(succeeded, refund, shares(1000, 1000, 38))).toEqual(['shares-differ']);
    expect(problemsAfter(succeeded, refund, shares(1000, 1000, 0))).toEqual([]);
    // Seen before the refund: it says nothing of what the refund did.
    expect(problemsAfter(succeeded, refund, shares(0, 0, 0))).toEqual([]);
  });
});
