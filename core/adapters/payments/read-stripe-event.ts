import { z } from 'zod';
import { cents, type Cents } from '../../domain/money.js';
import type { PaymentNotice } from '../../ports/payments.js';

/*
 * The parts of Stripe's events that an order depends on (docs.stripe.com/api/events/types). The test
 * provider sends events of the same shape, so that what reads them is exercised without an account.
 */

const amount = z
  .int()
  .nonnegative()
  .transform((value): Cents => cents(value));

/** Stripe writes an object's id, or the object itself where it was asked to. */
const reference = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

const intent = z.object({
  id: z.string(),
  amount_received: amount.optional(),
  currency: z.string(),
  status: z.string().optional(),
  latest_charge: reference.nullish(),
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

const dispute = z.object({
  id: z.string(),
  amount,
  status: z.string(),
  payment_intent: reference.nullable(),
});

const envelope = z.object({
  id: z.string(),
  type: z.string(),
  /** Seconds. */
  created: z.int(),
  data: z.object({ object: z.unknown() }),
});

type Said<N = PaymentNotice> = N extends unknown ? Omit<N, 'id' | 'createdAt'> : never;

/** The notice in an event whose signature was verified. ZodError where it is none of Stripe's. */
export function readStripeEvent(event: unknown): PaymentNotice {
  const { id, type, created, data } = envelope.parse(event);
  const createdAt = new Date(created * 1000);
  return { ...readObject(type, data.object), id, createdAt };
}

/** What each state of a PaymentIntent would have been told by (docs.stripe.com/payments/paymentintents/lifecycle). */
const EVENT_OF: Readonly<Record<string, string>> = {
  processing: 'payment_intent.processing',
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
  // Events are dated by the second. One for each attempt: a debit may fail, and the next one too.
  const createdAt = new Date(Math.floor(askedAt.getTime() / 1000) * 1000);
  return { ...readObject(type, object), id: `asked:${id}:${status}:${attempt ?? ''}`, createdAt };
}

function readObject(type: string, object: unknown): Said {
  switch (type) {
    case 'payment_intent.processing':
      return { kind: 'processing', paymentId: intent.parse(object).id };
    case 'payment_intent.succeeded': {
      const {
        id,
        amount_received: received,
        currency,
      } = intent.required({ amount_received: true }).parse(object);
      return {
        kind: 'succeeded',
        paymentId: id,
        amount: received,
        currency: currency.toUpperCase(),
      };
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
    case 'charge.dispute.created':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.closed':
      return readDispute(type, object);
    default:
      return { kind: 'other', type };
  }
}

/** A refund that is under way says nothing yet; one that went through can still come back. */
function readRefund(type: string, object: unknown): Said {
  const { id: refundId, amount: given, status, payment_intent: paymentId } = refund.parse(object);
  if (paymentId === null) return { kind: 'other', type };
  if (status === 'succeeded') return { kind: 'refunded', paymentId, refundId, amount: given };
  if (status === 'failed' || status === 'canceled')
    return { kind: 'refund-failed', paymentId, refundId };
  return { kind: 'other', type };
}

/** A warning is a question of the bank's: no money moves before it becomes a dispute. */
function readDispute(type: string, object: unknown): Said {
  const { id: disputeId, amount: held, status, payment_intent: paymentId } = dispute.parse(object);
  if (paymentId === null) return { kind: 'other', type };
  if (type === 'charge.dispute.closed')
    return { kind: 'dispute-closed', paymentId, disputeId, won: status !== 'lost' };
  if (type === 'charge.dispute.created' && status.startsWith('warning_'))
    return { kind: 'other', type };
  return { kind: 'dispute-opened', paymentId, disputeId, amount: held };
}
