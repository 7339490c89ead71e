import { z } from 'zod';
import type { PaymentNotice } from '../../ports/payments.js';
import { readStripeAccount } from './read-stripe-account.js';
import { readStripeDispute } from './read-stripe-dispute.js';
import { readVoucher, voucherAction } from './read-stripe-voucher.js';
import { amount, reference } from './stripe-values.js';

/*
 * The parts of Stripe's events that an order depends on (docs.stripe.com/api/events/types). The test
 * provider sends events of the same shape, so that what reads them is exercised without an account.
 */

const intent = z.object({
  id: z.string(),
  amount_received: amount.optional(),
  currency: z.string(),
  status: z.string().optional(),
  latest_charge: reference.nullish(),
  next_action: voucherAction,
  last_payment_error: z
    .object({ code: z.string().optional(), message: z.string().optional() })
    .nullish(),
});

const refund = z.object({
  id: z.string(),
  amount,
  status: z.string().nullable(),
  payment_intent: reference.nullable(),
});

const charge = z.object({ id: z.string(), payment_intent: reference.nullable() });
const warning = z.object({
  id: z.string(),
  actionable: z.boolean(),
  payment_intent: reference.nullish(),
});
const review = z.object({ id: z.string(), open: z.boolean(), payment_intent: reference.nullish() });
const payout = z.object({
  id: z.string(),
  amount,
  currency: z.string(),
  failure_code: z.string().nullish(),
  failure_message: z.string().nullish(),
});

const envelope = z.object({
  id: z.string(),
  type: z.string(),
  /** Seconds. */
  created: z.int(),
  /** Of an event of a connected account: which. */
  account: z.string().nullish(),
  data: z.object({ object: z.unknown() }),
});

type Said<N = PaymentNotice> = N extends unknown ? Omit<N, 'id' | 'createdAt'> : never;

/** The notice in an event whose signature was verified. ZodError where it is none of Stripe's. */
export function readStripeEvent(event: unknown): PaymentNotice {
  const { id, type, created, account, data } = envelope.parse(event);
  const createdAt = new Date(created * 1000);
  const ofAccount = readStripeAccount(type, data.object, account ?? undefined);
  return { ...(ofAccount ?? readObject(type, data.object)), id, createdAt };
}

/** What each state of a PaymentIntent would have been told by (docs.stripe.com/payments/paymentintents/lifecycle). */
const EVENT_OF: Readonly<Record<string, string>> = {
  processing: 'payment_intent.processing',
  requires_action: 'payment_intent.requires_action',
  succeeded: 'payment_intent.succeeded',
  canceled: 'payment_intent.canceled',
  requires_payment_method: 'payment_intent.payment_failed',
};

/**
 * The notice that a PaymentIntent as it was read makes up for; undefined where the buyer has not
 * tried to pay yet, or is about to. ZodError where it is none of Stripe's.
 *
 * @param askedAt before it was read: what happens meanwhile is later than this
 */
export function readStripeIntent(object: unknown, askedAt: Date): PaymentNotice | undefined {
  const { id, status, latest_charge: attempt, last_payment_error: error } = intent.parse(object);
  const type = EVENT_OF[status ?? ''];
  if (type === undefined || (status === 'requires_payment_method' && !error)) return undefined;
  const said = readObject(type, object);
  if (said.kind === 'other' || said.kind === 'acting') return undefined;
  // One for each attempt: a debit may fail, and the next one too.
  return asked(`${id}:${status}:${attempt ?? ''}`, said, askedAt);
}

/** The notice of a refund or a dispute as it was read; undefined where it says nothing yet. */
export function readStripeReturn(object: unknown, askedAt: Date): PaymentNotice | undefined {
  const { id, object: kind } = z.object({ id: z.string(), object: z.string() }).parse(object);
  const said = kind === 'refund' ? readRefund('refund.updated', object) : readStripeDispute(object);
  if (said === undefined || said.kind === 'other') return undefined;
  return asked(`${id}:${said.kind}:${askedAt.getTime()}`, said, askedAt);
}

/** A notice of our own making; events are dated by the second. */
export function asked(name: string, said: Said, askedAt: Date): PaymentNotice {
  const createdAt = new Date(Math.floor(askedAt.getTime() / 1000) * 1000);
  return { ...said, id: `asked:${name}`, createdAt };
}

function readObject(type: string, object: unknown): Said {
  switch (type) {
    case 'payment_intent.processing':
      return { kind: 'processing', paymentId: intent.parse(object).id };
    case 'payment_intent.requires_action': {
      const { id, next_action: action } = intent.parse(object);
      const voucher = readVoucher(action);
      return voucher === undefined
        ? { kind: 'acting', paymentId: id }
        : { ...voucher, paymentId: id };
    }
    case 'payment_intent.succeeded': {
      const read = intent.required({ amount_received: true }).parse(object);
      const currency = read.currency.toUpperCase();
      return { kind: 'succeeded', paymentId: read.id, amount: read.amount_received, currency };
    }
    case 'payment_intent.payment_failed': {
      const { id, last_payment_error: error } = intent.parse(object);
      return { kind: 'failed', paymentId: id, reason: error?.code ?? error?.message ?? 'unknown' };
    }
    case 'payment_intent.canceled':
      return { kind: 'cancelled', paymentId: intent.parse(object).id };
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return readRefund(type, object);
    case 'charge.refunded': {
      const { payment_intent: paymentId } = charge.parse(object);
      return paymentId === null ? { kind: 'other', type } : { kind: 'moved', paymentId };
    }
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
    case 'charge.dispute.closed':
      return readStripeDispute(object) ?? { kind: 'other', type };
    default:
      return readRisk(type, object);
  }
}

/** What a person should look at. */
function readRisk(type: string, object: unknown): Said {
  switch (type) {
    case 'radar.early_fraud_warning.created':
    case 'radar.early_fraud_warning.updated': {
      const { id: warningId, actionable, payment_intent: paymentId } = warning.parse(object);
      if (!paymentId) return { kind: 'other', type };
      return { kind: 'fraud-warning', paymentId, warningId, actionable };
    }
    case 'review.opened':
    case 'review.closed': {
      const { id: reviewId, open, payment_intent: paymentId } = review.parse(object);
      return paymentId ? { kind: 'review', paymentId, reviewId, open } : { kind: 'other', type };
    }
    case 'payout.failed': {
      const read = payout.parse(object);
      return {
        kind: 'payout-failed',
        payoutId: read.id,
        amount: read.amount,
        currency: read.currency.toUpperCase(),
        reason: read.failure_message ?? read.failure_code ?? 'unknown',
      };
    }
    default:
      return { kind: 'other', type };
  }
}

/** A refund is under way for days with some banks; one that went through can still come back. */
function readRefund(type: string, object: unknown): Said {
  const { id: refundId, amount: given, status, payment_intent: paymentId } = refund.parse(object);
  if (paymentId === null) return { kind: 'other', type };
  if (status === 'succeeded') return { kind: 'refunded', paymentId, refundId, amount: given };
  if (status === 'failed' || status === 'canceled')
    return { kind: 'refund-failed', paymentId, refundId };
  return { kind: 'refund-pending', paymentId, refundId, amount: given };
}
