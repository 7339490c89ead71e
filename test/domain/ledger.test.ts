import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LEDGER_ACCOUNTS,
  transactionsMissing,
  type LedgerAccount,
  type LedgerEntry,
  type LedgerTerms,
} from '../../core/domain/ledger.js';
import { cents } from '../../core/domain/money.js';
import { standingOf, type OrderTerms } from '../../core/domain/order-transitions.js';
import type { DisputeStatus, PaymentFact } from '../../core/domain/payment-fact.js';
import { shareReturned } from '../../core/domain/shares.js';
import { paymentFacts } from './payment-facts.js';

const order: OrderTerms = {
  total: cents(2600),
  serviceFee: cents(100),
  sellerAccount: undefined,
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

const dispute = (
  status: DisputeStatus,
  taken: number,
  more: { readonly fee?: ReturnType<typeof cents>; readonly moves?: number } = {},
): PaymentFact => ({
  id: `evt_${status}`,
  at: at(status === 'open' ? 2 : 3),
  kind: 'dispute',
  disputeId: 'dp',
  status,
  toAnswer: false,
  taken: cents(taken),
  fee: cents(0),
  moves: 1,
  ...more,
});

describe('the books', () => {
  it('share a payment between the seller and the platform', () => {
    expect(balances(keepBooks([paid]))).toEqual({
      provider: 2600,
      seller: -2500,
      platform: -100,
      disputed: 0,
      loss: 0,
      'dispute-fees': 0,
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

  it('hold disputed money apart until the end of the dispute, and its fee for good', () => {
    const open = dispute('open', 2600, { fee: cents(2000) });
    expect(balances(keepBooks([paid, open]))).toMatchObject({
      provider: -2000,
      disputed: 2600,
      'dispute-fees': 2000,
      seller: -2500,
    });
    const won = dispute('won', 0, { fee: cents(2000), moves: 2 });
    expect(balances(keepBooks([paid, open, won]))).toEqual({
      ...balances(keepBooks([paid])),
      provider: 600,
      'dispute-fees': 2000,
    });
    const lost = dispute('lost', 2600, { fee: cents(2000) });
    expect(balances(keepBooks([paid, open, lost]))).toMatchObject({
      provider: -2000,
      disputed: 0,
      seller: 0,
      platform: 0,
    });
  });

  it('put what was given back twice on nobody’s share', () => {
    const lost = dispute('lost', 2600);
    expect(balances(keepBooks([paid, refund('a', 1000), lost]))).toEqual({
      provider: -1000,
      seller: 0,
      platform: 0,
      disputed: 0,
      loss: 1000,
      'dispute-fees': 0,
      'vat-included': 0,
      'vat-of-sales': 0,
    });
  });

  it('are put right where they were kept by other rules', () => {
    const entries = (amounts: Partial<Record<LedgerAccount, number>>): LedgerEntry[] =>
      LEDGER_ACCOUNTS.flatMap((account) =>
        amounts[account] === undefined ? [] : [{ account, amount: cents(amounts[account]) }],
      );
    // A refund of 10.00, then a dispute of 26.00 lost: the platform paid what was given back twice.
    const old = new Map([
      [
        'payment',
        entries({
          provider: 2600,
          seller: -2500,
          platform: -100,
          'vat-of-sales': 433,
          'vat-included': -433,
        }),
      ],
      [
        'refund:a',
        entries({ provider: -1000, seller: 1000, 'vat-of-sales': -166, 'vat-included': 166 }),
      ],
      ['dispute:dp', entries({ provider: -2600, disputed: 2600 })],
      [
        'dispute-lost:dp',
        entries({
          disputed: -2600,
          seller: 1500,
          platform: 1100,
          'vat-of-sales': -267,
          'vat-included': 267,
        }),
      ],
    ]);
    const standing = standingOf(order, [paid, refund('a', 1000), dispute('lost', 2600)]);
    expect(transactionsMissing(terms, standing, old)).toEqual([
      { fact: 'correction', entries: entries({ platform: -1000, loss: 1000 }) },
    ]);
  });

  it('hold nothing of what moves no money, and can be kept again', () => {
    const booked = keepBooks([paid, refund('a', 0), dispute('open', 0)]);
    expect([...booked.keys()]).toEqual(['payment']);
  });

  it('share what is given back by its sum alone, and no more than each got', () => {
    expect(shareReturned(terms, cents(2600))).toEqual({ seller: 2500, platform: 100, loss: 0 });
    expect(shareReturned(terms, cents(2550))).toEqual({ seller: 2500, platform: 50, loss: 0 });
    expect(shareReturned(terms, cents(3600))).toEqual({ seller: 2500, platform: 100, loss: 1000 });
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
        const sum = (of: (dispute: (typeof disputes)[number]) => number) =>
          disputes.reduce((all, dispute) => all + of(dispute), 0);
        const isGone = (status: string) => status === 'lost' || status === 'prevented';
        const received = paidAt === undefined ? 0 : order.total;
        expect(sums.provider).toBe(received - refunded - sum(({ taken, fee }) => taken + fee));
        expect(sums.disputed).toBe(sum(({ taken, status }) => (isGone(status) ? 0 : taken)));
        expect(sums['dispute-fees']).toBe(sum(({ fee }) => fee));
        const returned = refunded + sum(({ taken, status }) => (isGone(status) ? taken : 0));
        expect(sums.loss).toBe(Math.max(0, returned - order.total));
        expect(sums.seller).toBeLessThanOrEqual(0);
        expect(sums.platform).toBeLessThanOrEqual(0);
        expect(balances(keepBooks(otherWay))).toEqual(sums);
      }),
    );
  });
});
