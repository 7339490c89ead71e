import { refusal, Refusal } from './stripe-refusal.js';

/*
 * What Stripe keeps of payments, by its own published rules (docs.stripe.com/api, /connect/destination-charges,
 * /disputes/how-disputes-work): what may be refunded when, what goes with it, and what is left. Amounts
 * are cents. Pure: no clock, no server; both speak to it.
 */

export type RefundStatus = 'succeeded' | 'pending' | 'failed';
export type DisputeStatus =
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed'
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost'
  | 'prevented';

export interface KeptRefund {
  readonly id: string;
  readonly amount: number;
  readonly reference: string | undefined;
  status: RefundStatus;
}

export interface KeptDispute {
  readonly id: string;
  readonly amount: number;
  status: DisputeStatus;
  /** At most two: taken, and given back. */
  readonly moves: { readonly amount: number; readonly fee: number }[];
}

export interface KeptPayment {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly destination: string | undefined;
  readonly fee: number;
  status: string;
  voucher: { readonly expires_at: number; readonly hosted_voucher_url: string } | undefined;
  error: { readonly code: string } | null;
  attempt: number;
  readonly refunds: KeptRefund[];
  readonly disputes: KeptDispute[];
  readonly warnings: { readonly id: string; actionable: boolean }[];
  readonly reviews: { readonly id: string; open: boolean }[];
  reversed: number;
  feeReturned: number;
}

/** Stripe's price of a dispute; it stays with Stripe whoever wins. */
const DISPUTE_FEE = 2000;

export interface RefundWish {
  readonly amount: number;
  readonly reverseTransfer?: boolean;
  readonly returnFee?: boolean;
  readonly reference?: string | undefined;
  /** What the buyer's bank makes of it at once. */
  readonly status?: 'succeeded' | 'pending';
}

export function stripeBooks() {
  const payments = new Map<string, KeptPayment>();
  let made = 0;
  const nextId = (prefix: string) => `${prefix}_${(made += 1)}`;

  function find(id: string): KeptPayment {
    const payment = payments.get(id);
    if (payment === undefined)
      throw new Refusal(404, {
        code: 'resource_missing',
        message: `No such payment_intent: '${id}'`,
      });
    return payment;
  }

  return {
    find,
    all: () => [...payments.values()],

    start(wish: {
      readonly amount: number;
      readonly currency: string;
      readonly destination?: string | undefined;
      readonly fee?: number;
    }): KeptPayment {
      if (wish.fee !== undefined && wish.destination === undefined)
        throw refusal('application_fee_amount needs transfer_data[destination]');
      if ((wish.fee ?? 0) > wish.amount) throw refusal('The fee is more than the payment');
      const payment: KeptPayment = {
        id: nextId('pi'),
        amount: wish.amount,
        currency: wish.currency,
        destination: wish.destination,
        fee: wish.fee ?? 0,
        status: 'requires_payment_method',
        voucher: undefined,
        error: null,
        attempt: 0,
        refunds: [],
        disputes: [],
        warnings: [],
        reviews: [],
        reversed: 0,
        feeReturned: 0,
      };
      payments.set(payment.id, payment);
      return payment;
    },

    refund(paymentId: string, wish: RefundWish): KeptRefund {
      const payment = find(paymentId);
      if (payment.status !== 'succeeded')
        throw refusal(
          `This PaymentIntent (${paymentId}) does not have a successful charge to refund.`,
          'payment_intent_unexpected_state',
        );
      if (payment.disputes.some(blocksRefunds))
        throw refusal(
          `Charge ${chargeOf(payment)} has been charged back; cannot issue a refund.`,
          'charge_disputed',
        );
      const left = payment.amount - refundedOf(payment);
      if (left === 0)
        throw refusal(
          `Charge ${chargeOf(payment)} has already been refunded.`,
          'charge_already_refunded',
        );
      if (wish.amount > left)
        throw refusal(
          `Refund amount (${wish.amount}) is greater than unrefunded amount on charge (${left})`,
        );
      const isPassedOn = payment.destination !== undefined;
      if ((wish.reverseTransfer === true || wish.returnFee === true) && !isPassedOn)
        throw refusal('This charge has no transfer to be reversed.');
      if (wish.reverseTransfer === true) reverse(payment, wish.amount);
      if (wish.returnFee === true) returnFee(payment, shareOfFee(payment, wish.amount));
      const refund: KeptRefund = {
        id: nextId('re'),
        amount: wish.amount,
        reference: wish.reference,
        status: wish.status ?? 'succeeded',
      };
      payment.refunds.push(refund);
      return refund;
    },

    /** By itself, of what is left of the transfer. */
    reverse(paymentId: string, amount: number): string {
      reverse(find(paymentId), amount);
      return nextId('trr');
    },

    returnFee(paymentId: string, amount: number): string {
      const payment = find(paymentId);
      if (payment.fee === payment.feeReturned)
        throw refusal('The application fee has already been fully refunded.');
      returnFee(payment, amount);
      return nextId('fr');
    },

    /** The buyer's bank did not take it, or took it at last. */
    endRefund(refund: KeptRefund, status: 'succeeded' | 'failed'): void {
      if (refund.status !== 'failed') refund.status = status;
    },

    /** The buyer's bank asks, or takes the money. An issuer does not see what was refunded. */
    dispute(paymentId: string, amount: number, kind: 'inquiry' | 'chargeback'): KeptDispute {
      const payment = find(paymentId);
      const dispute: KeptDispute = {
        id: nextId('dp'),
        amount: Math.min(amount, payment.amount),
        status: kind === 'inquiry' ? 'warning_needs_response' : 'needs_response',
        moves: [],
      };
      payment.disputes.push(dispute);
      return dispute;
    },

    warn(paymentId: string) {
      const warning = { id: nextId('issfr'), actionable: true };
      find(paymentId).warnings.push(warning);
      return warning;
    },

    review(paymentId: string) {
      const review = { id: nextId('prv'), open: true };
      find(paymentId).reviews.push(review);
      return review;
    },
  };
}

export type StripeBooks = ReturnType<typeof stripeBooks>;

export const chargeOf = ({ id }: Pick<KeptPayment, 'id'>) => id.replace(/^pi_/, 'ch_');
export const transferOf = ({ id }: Pick<KeptPayment, 'id'>) => id.replace(/^pi_/, 'tr_');
export const feeOf = ({ id }: Pick<KeptPayment, 'id'>) => id.replace(/^pi_/, 'fee_');
export const intentOf = (id: string) => id.replace(/^[a-z]+_/, 'pi_');

/** What counts against a further refund: one that failed does not any more. */
export function refundedOf({ refunds }: KeptPayment): number {
  return refunds.reduce((sum, { amount, status }) => sum + (status === 'failed' ? 0 : amount), 0);
}

/** All of it that is with Stripe, or was paid out: ours and the seller's. */
export function balanceOf(payment: KeptPayment): {
  readonly platform: number;
  readonly seller: number;
} {
  if (payment.status !== 'succeeded') return { platform: 0, seller: 0 };
  const disputed = payment.disputes.reduce(
    (sum, { moves }) => sum + moves.reduce((all, { amount, fee }) => all + amount - fee, 0),
    0,
  );
  const seller =
    payment.destination === undefined
      ? 0
      : payment.amount - payment.fee - payment.reversed + payment.feeReturned;
  return { platform: payment.amount - refundedOf(payment) + disputed - seller, seller };
}

/** Moves a dispute on; false where it does not go that way. */
export function moveDispute(dispute: KeptDispute, to: DisputeStatus | 'partly-won'): boolean {
  const [taken] = dispute.moves;
  switch (to) {
    case 'warning_under_review':
      if (dispute.status !== 'warning_needs_response') return false;
      break;
    case 'warning_closed':
      if (!dispute.status.startsWith('warning_') || dispute.status === to) return false;
      break;
    case 'needs_response':
      if (!dispute.status.startsWith('warning_') || dispute.status === 'warning_closed')
        return false;
      break;
    case 'under_review':
      if (dispute.status !== 'needs_response') return false;
      break;
    case 'won':
    case 'lost':
    case 'partly-won':
      if (dispute.status !== 'under_review' && dispute.status !== 'needs_response') return false;
      if (taken === undefined) return false;
      if (to === 'won') dispute.moves.push({ amount: dispute.amount, fee: 0 });
      if (to === 'partly-won')
        dispute.moves.push({ amount: Math.floor(dispute.amount / 2), fee: 0 });
      break;
    case 'prevented':
      if (dispute.status !== 'needs_response' || taken !== undefined) return false;
      break;
    case 'warning_needs_response':
      return false;
  }
  dispute.status = to === 'partly-won' ? 'lost' : to;
  return true;
}

/** The money leaves with a formal dispute, or with one that is settled before it becomes one. */
export function withdrawFor(dispute: KeptDispute): boolean {
  const isFormal = dispute.status === 'needs_response' || dispute.status === 'under_review';
  if (dispute.moves.length > 0 || (!isFormal && dispute.status !== 'prevented')) return false;
  const fee = dispute.status === 'prevented' ? 0 : DISPUTE_FEE;
  dispute.moves.push({ amount: 0 - dispute.amount, fee });
  return true;
}

/** One that was prevented by a word to the buyer's bank has cost nothing, and leaves the payment as it is. */
function blocksRefunds({ status, moves }: KeptDispute): boolean {
  if (status === 'prevented') return moves.length > 0;
  return ['needs_response', 'under_review', 'lost'].includes(status);
}

function reverse(payment: KeptPayment, amount: number): void {
  const left = payment.amount - payment.reversed;
  if (amount > left)
    throw refusal(
      `The transfer has ${left} left to be reversed, which is less than ${amount}.`,
      'amount_too_large',
    );
  payment.reversed += amount;
}

function returnFee(payment: KeptPayment, amount: number): void {
  const left = payment.fee - payment.feeReturned;
  if (amount > left)
    throw refusal(`Refund amount (${amount}) is greater than unrefunded amount on fee (${left})`);
  payment.feeReturned += amount;
}

/** "The application fee will be refunded proportionally", of what is left of it. */
function shareOfFee({ amount: paid, fee, feeReturned }: KeptPayment, amount: number): number {
  return Math.min(fee - feeReturned, Math.round((fee * amount) / paid));
}
