import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../core/domain/money.js';
import {
  standingOf,
  type OrderTerms,
  type PaymentFact,
} from '../../core/domain/order-transitions.js';
import { paymentFacts } from './payment-facts.js';

const terms: OrderTerms = {
  total: cents(2600),
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
        problem: 'payment-mismatch',
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
    const opened: Said = { kind: 'dispute-opened', disputeId: 'dp', amount: cents(2600) };
    const closed = (won: boolean): Said => ({ kind: 'dispute-closed', disputeId: 'dp', won });
    expect(stateAfter(succeeded, opened)).toBe('disputed');
    expect(stateAfter(opened, closed(true), succeeded)).toBe('paid');
    expect(stateAfter(closed(false), opened, succeeded)).toBe('disputed');
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
