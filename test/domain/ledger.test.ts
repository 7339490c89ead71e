import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LEDGER_ACCOUNTS,
  shareOfReturn,
  transactionsMissing,
  type LedgerAccount,
  type LedgerEntry,
  type LedgerTerms,
} from '../../core/domain/ledger.js';
import { cents } from '../../core/domain/money.js';
import {
  standingOf,
  type OrderTerms,
  type PaymentFact,
} from '../../core/domain/order-transitions.js';
import { paymentFacts } from './payment-facts.js';

const order: OrderTerms = {
  total: cents(2600),
  currency: 'EUR',
  placedAt: new Date('2026-05-17T10:00:00Z'),
  expiredAt: undefined,
};
const terms: LedgerTerms = {
  total: order.total,
  serviceFee: cents(100),
  vatRate: 20,
};

/** Tells the facts one by one, and keeps the books after each. */
function keepBooks(facts: readonly PaymentFact[]): Map<string, readonly LedgerEntry[]> {
  const booked = new Map<string, readonly LedgerEntry[]>();
  for (let told = 1; told <= facts.length; told += 1) {
    const standing = standingOf(order, facts.slice(0, told));
    for (const { fact, entries } of transactionsMissing(terms, standing, booked)) {
      expect(booked.has(fact)).toBe(false);
      booked.set(fact, entries);
    }
  }
  return booked;
}

function balances(booked: ReadonlyMap<string, readonly LedgerEntry[]>) {
  const sums = new Map<LedgerAccount, number>(LEDGER_ACCOUNTS.map((account) => [account, 0]));
  for (const entries of booked.values())
    for (const { account, amount } of entries) sums.set(account, (sums.get(account) ?? 0) + amount);
  return Object.fromEntries(sums) as Record<LedgerAccount, number>;
}

const at = (seconds: number) => new Date(order.placedAt.getTime() + seconds * 1000);
const paid: PaymentFact = {
  id: 'paid',
  at: at(1),
  kind: 'succeeded',
  amount: cents(2600),
  currency: 'EUR',
};
const refund = (id: string, amount: number): PaymentFact => ({
  id: `evt_${id}`,
  at: at(2),
  kind: 'refunded',
  refundId: id,
  amount: cents(amount),
});

describe('the books', () => {
  it('share a payment between the seller and the platform', () => {
    expect(balances(keepBooks([paid]))).toEqual({
      provider: 2600,
      seller: -2500,
      platform: -100,
      disputed: 0,
      'vat-included': -433,
      'vat-of-sales': 433,
    });
  });

  it('take a partial refund from the seller, and the fee only for what exceeds their part', () => {
    expect(balances(keepBooks([paid, refund('a', 1000)]))).toMatchObject({
      provider: 1600,
      seller: -1500,
      platform: -100,
    });
    expect(balances(keepBooks([paid, refund('a', 2550)]))).toMatchObject({
      seller: 0,
      platform: -50,
    });
  });

  it('end at nothing after a full refund, in one step or several', () => {
    for (const steps of [[2600], [1000, 1600], [1, 2599], [867, 867, 866]]) {
      const facts = [paid, ...steps.map((amount, index) => refund(`re_${index}`, amount))];
      expect(Object.values(balances(keepBooks(facts))).every((sum) => sum === 0)).toBe(true);
    }
  });

  it('book back a refund that came back', () => {
    const failed: PaymentFact = { id: 'f', at: at(3), kind: 'refund-failed', refundId: 'a' };
    expect(balances(keepBooks([paid, refund('a', 2600), failed]))).toEqual(
      balances(keepBooks([paid])),
    );
  });

  it('hold disputed money apart until the end of the dispute', () => {
    const opened: PaymentFact = {
      id: 'o',
      at: at(2),
      kind: 'dispute-opened',
      disputeId: 'dp',
      amount: cents(2600),
    };
    const closed = (won: boolean): PaymentFact => ({
      id: 'c',
      at: at(3),
      kind: 'dispute-closed',
      disputeId: 'dp',
      won,
    });
    expect(balances(keepBooks([paid, opened]))).toMatchObject({
      provider: 0,
      disputed: 2600,
      seller: -2500,
    });
    expect(balances(keepBooks([paid, opened, closed(true)]))).toEqual(balances(keepBooks([paid])));
    expect(balances(keepBooks([paid, opened, closed(false)]))).toMatchObject({
      provider: 0,
      disputed: 0,
      seller: 0,
      platform: 0,
    });
  });

  it('hold nothing of what moves no money, and can be kept again', () => {
    const opened: PaymentFact = {
      id: 'o',
      at: at(2),
      kind: 'dispute-opened',
      disputeId: 'dp',
      amount: cents(0),
    };
    const booked = keepBooks([paid, refund('a', 0), opened]);
    expect([...booked.keys()]).toEqual(['payment']);
  });

  it('share what is given back by its sum alone', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 2600 }), { maxLength: 6 });
    fc.assert(
      fc.property(amounts, (steps) => {
        let before = 0;
        const sum = { seller: 0, platform: 0 };
        for (const step of steps) {
          const share = shareOfReturn(terms, cents(before), cents(step));
          sum.seller += share.seller;
          sum.platform += share.platform;
          before += step;
        }
        expect(sum).toEqual({ ...shareOfReturn(terms, cents(0), cents(before)) });
      }),
    );
  });

  it('balance in each transaction, agree with the order, and forget the way there', () => {
    const histories = paymentFacts(order).chain((set) =>
      fc.tuple(fc.constant(set), fc.shuffledSubarray(set, { minLength: set.length })),
    );
    fc.assert(
      fc.property(histories, ([facts, otherWay]) => {
        const booked = keepBooks(facts);
        for (const entries of booked.values())
          expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
        const sums = balances(booked);
        const { paidAt, refunded, disputes } = standingOf(order, facts);
        const taken = disputes.reduce(
          (sum, { amount, end }) => sum + (end === 'won' ? 0 : amount),
          0,
        );
        const held = disputes.reduce(
          (sum, { amount, end }) => sum + (end === 'open' ? amount : 0),
          0,
        );
        const received = paidAt === undefined ? 0 : order.total;
        expect(sums.provider).toBe(received - refunded - taken);
        expect(sums.disputed).toBe(held);
        expect(sums.provider + sums.disputed + sums.seller + sums.platform).toBe(0);
        expect(balances(keepBooks(otherWay))).toEqual(sums);
      }),
    );
  });
});
