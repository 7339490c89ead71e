import {
  readStripeEvent,
  readStripeIntent,
} from '../../core/adapters/payments/read-stripe-event.js';
import { returnNotices } from '../../core/adapters/payments/stripe/ask-returns.js';
import { documentsDue, type IssuedFact } from '../../core/domain/documents-due.js';
import { transactionsMissing, type LedgerEntry } from '../../core/domain/ledger.js';
import { cents } from '../../core/domain/money.js';
import { standingOf, type OrderTerms } from '../../core/domain/order-transitions.js';
import { isNews, type PaymentFact } from '../../core/domain/payment-fact.js';
import { goneOf, planAmount, type AskedRefund } from '../../core/domain/refund-plan.js';
import { sharesAfter, sharesToMove } from '../../core/domain/shares.js';
import type { PaymentNotice } from '../../core/ports/payments.js';
import { disputeObject, intentObject, refundObject } from '../adapters/payments/stripe-objects.js';
import { Refusal } from '../adapters/payments/stripe-refusal.js';
import type { MoneyAction } from './money-actions.js';
import type { ProviderWorld, StripeEvent } from './provider-world.js';

type Asked = { -readonly [Name in keyof AskedRefund]: AskedRefund[Name] } & {
  readonly reference: string;
};

/**
 * The shop with its rules and without its database: what the use cases do, in memory, by the same
 * functions of the domain and the same readers of Stripe's objects.
 */
export function shopModel(
  terms: OrderTerms & { readonly vatRate: number },
  provider: ProviderWorld,
  clock: () => number,
) {
  const { payment, books } = provider;
  const facts = new Map<string, PaymentFact>();
  const booked = new Map<string, readonly LedgerEntry[]>();
  const documents: IssuedFact[] = [];
  const asked: Asked[] = [];
  let fetched = 0;

  const standing = () => standingOf(terms, [...facts.values()]);

  function settle(): void {
    const now = standing();
    for (const { fact, entries } of transactionsMissing(terms, now, booked)) {
      if (booked.has(fact)) throw new Error(`Booked twice: ${fact}`);
      booked.set(fact, entries);
    }
    if (now.paidAt === undefined) return;
    for (const due of documentsDue(terms.total, now, documents)) {
      if (documents.some(({ fact }) => fact === due.fact)) throw new Error(`Twice: ${due.fact}`);
      documents.push({ fact: due.fact, total: due.kind === 'sale' ? terms.total : due.amount });
    }
  }

  function take(notice: PaymentNotice): void {
    switch (notice.kind) {
      case 'other':
      case 'acting':
      case 'selling':
      case 'payout-failed':
        return;
      case 'moved': {
        poll();
        return;
      }
      default:
        if (!facts.has(notice.id)) facts.set(notice.id, { ...notice, at: notice.createdAt });
        settle();
    }
  }

  function poll(): void {
    const askedAt = new Date(clock());
    const objects = [
      ...payment.refunds.map((refund) => refundObject(payment, refund)),
      ...payment.disputes.map((dispute) => disputeObject(payment, dispute)),
    ];
    const seller = payment.destination === undefined ? undefined : sellerBooks();
    for (const notice of returnNotices(payment.id, objects, seller, askedAt)) {
      switch (notice.kind) {
        case 'other':
        case 'moved':
        case 'acting':
        case 'selling':
        case 'payout-failed':
          break;
        default:
          if (isNews(notice, [...facts.values()])) take(notice);
      }
    }
  }

  const sellerBooks = () => ({
    transferred: cents(payment.amount),
    reversed: cents(payment.reversed),
    fee: cents(payment.fee),
    feeReturned: cents(payment.feeReturned),
  });

  function pollPayment(): void {
    const notice = readStripeIntent(intentObject(payment), new Date(clock()));
    if (notice !== undefined) take(notice);
  }

  /** What `orders refund` does, up to where it breaks off. */
  function refund(action: MoneyAction): void {
    const { breaks } = action;
    const before = standing();
    if (before.paidAt === undefined) return;
    poll();
    if (breaks === 'before') return;
    const now = standing();
    const gone = goneOf(now, asked);
    const waiting = asked.find(({ state }) => state === 'requested');
    const isOpen = now.disputes.some(({ status }) => status === 'open');
    if (waiting === undefined && now.state === 'disputed' && isOpen) return;
    const isDecided = waiting === undefined && now.state === 'disputed';
    if (!isDecided && !giveBack(waiting, gone, action)) return;
    if (payment.destination !== undefined && !moveShares(breaks)) return;
    poll();
  }

  /** False where it broke off, or the provider said no. */
  function giveBack(
    waiting: Asked | undefined,
    gone: ReturnType<typeof goneOf>,
    { whole, part = 1, pending, breaks }: MoneyAction,
  ): boolean {
    const wanted = whole === true ? undefined : cents(Math.max(1, Math.round(terms.total * part)));
    const plan = waiting ?? planAmount(terms, gone, wanted);
    if (!('amount' in plan)) return plan.kind === 'nothing-left';
    const ask: Asked = waiting ?? {
      amount: plan.amount,
      state: 'requested',
      providerRefundId: undefined,
      reference: `ours_${asked.length}`,
    };
    if (waiting === undefined) asked.push(ask);
    const earlier = payment.refunds.find(({ reference }) => reference === ask.reference);
    try {
      const made = earlier ?? askForRefund(ask, gone, pending);
      if (breaks === 'answer-lost') return false;
      ask.state = 'sent';
      ask.providerRefundId = made.id;
      poll();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      ask.state = 'refused';
      return false;
    }
  }

  function askForRefund(ask: Asked, gone: number, pending: boolean | undefined) {
    const due = sharesAfter(terms, cents(gone + ask.amount));
    const isCovered =
      payment.destination !== undefined && sharesToMove(due, sellerBooks()).reverse >= ask.amount;
    const made = books.refund(payment.id, {
      amount: ask.amount,
      reference: ask.reference,
      reverseTransfer: isCovered,
      status: pending === true ? 'pending' : 'succeeded',
    });
    provider.tellRefund('refund.created', made);
    return made;
  }

  function moveShares(breaks: MoneyAction['breaks']): boolean {
    const due = sharesAfter(terms, goneOf(standing(), asked));
    const { reverse, returnFee } = sharesToMove(due, sellerBooks());
    if (breaks === 'reversal') return false;
    if (reverse > 0) books.reverse(payment.id, reverse);
    if (breaks === 'fee') return false;
    if (returnFee > 0) books.returnFee(payment.id, returnFee);
    return true;
  }

  return {
    facts,
    booked,
    documents,
    asked,
    standing,
    poll,
    pollPayment,
    refund,
    take: (event: StripeEvent) => take(readStripeEvent(event)),
    /** The events that were not fetched yet. */
    fetch(): StripeEvent[] {
      const fresh = provider.events.slice(fetched);
      fetched = provider.events.length;
      return fresh;
    },
  };
}
