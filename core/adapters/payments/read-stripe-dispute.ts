import { z } from 'zod';
import { cents } from '../../domain/money.js';
import type { DisputeStatus, SaidOfPayment } from '../../domain/payment-fact.js';
import { amount, reference } from './stripe-values.js';

const dispute = z.object({
  id: z.string(),
  amount,
  currency: z.string(),
  status: z.string(),
  payment_intent: reference.nullable(),
  /** What moved for it: taken, perhaps given back (docs.stripe.com/api/disputes/object). */
  balance_transactions: z
    .array(z.object({ amount: z.int(), fee: z.int().optional(), currency: z.string() }))
    .optional(),
});

interface Reading {
  readonly status: DisputeStatus;
  readonly toAnswer: boolean;
}

/** An appeal is against a loss: until it is won the money is gone. */
const READINGS: Readonly<Record<string, Reading>> = {
  warning_needs_response: { status: 'inquiry', toAnswer: true },
  warning_under_review: { status: 'inquiry', toAnswer: false },
  warning_closed: { status: 'inquiry-closed', toAnswer: false },
  needs_response: { status: 'open', toAnswer: true },
  under_review: { status: 'open', toAnswer: false },
  appeal_needs_response: { status: 'lost', toAnswer: true },
  appeal_under_review: { status: 'lost', toAnswer: false },
  won: { status: 'won', toAnswer: false },
  lost: { status: 'lost', toAnswer: false },
  prevented: { status: 'prevented', toAnswer: false },
};

type SaidOfDispute = Extract<SaidOfPayment, { kind: 'dispute' }>;

/**
 * A dispute as it stands, with what Stripe took out of our balance for it: a part of a lost one may
 * have come back ("partially won"), and one that was prevented may have cost everything or nothing.
 *
 * @returns undefined where it is of no payment of ours. ZodError where it is none of Stripe's
 */
export function readStripeDispute(
  object: unknown,
): (SaidOfDispute & { readonly paymentId: string }) | undefined {
  const read = dispute.parse(object);
  if (read.payment_intent === null) return undefined;
  const { status, toAnswer } = READINGS[read.status] ?? { status: 'open', toAnswer: true };
  return {
    kind: 'dispute',
    paymentId: read.payment_intent,
    disputeId: read.id,
    status,
    toAnswer,
    ...movedFor(read, status),
  };
}

function movedFor(
  { amount: disputed, currency, balance_transactions: moves }: z.infer<typeof dispute>,
  status: DisputeStatus,
): Pick<SaidOfDispute, 'taken' | 'fee' | 'moves'> {
  // An account with another currency than the payment's is charged in that: no cents of ours.
  if (moves !== undefined && moves.every((move) => move.currency === currency)) {
    return {
      taken: cents(0 - moves.reduce((sum, move) => sum + move.amount, 0)),
      fee: cents(moves.reduce((sum, move) => sum + (move.fee ?? 0), 0)),
      moves: moves.length,
    };
  }
  const isTaken = status === 'open' || status === 'lost';
  return { taken: isTaken ? disputed : cents(0), fee: cents(0), moves: status === 'won' ? 2 : 1 };
}
