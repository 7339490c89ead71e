import {
  chargeObject,
  disputeObject,
  intentObject,
  refundObject,
  reviewObject,
  warningObject,
} from '../adapters/payments/stripe-objects.js';
import {
  moveDispute,
  refundedOf,
  withdrawFor,
  type KeptPayment,
  type StripeBooks,
} from '../adapters/payments/stripe-books.js';
import { Refusal } from '../adapters/payments/stripe-refusal.js';
import type { MoneyAction } from './money-actions.js';

export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  /** Seconds. */
  readonly created: number;
  readonly data: { readonly object: object };
}

/**
 * One payment at Stripe, and all that buyer, bank and dashboard do to it. What they do is told of by
 * events, which are kept until somebody fetches them.
 */
export function providerWorld(books: StripeBooks, payment: KeptPayment, clock: () => number) {
  const events: StripeEvent[] = [];
  const tell = (type: string, object: object) => {
    // As it is now: what happens later is told by another event.
    const data = { object: structuredClone(object) };
    const id = `evt_${payment.id}_${String(events.length).padStart(3, '0')}`;
    events.push({ id, type, created: Math.floor(clock() / 1000), data });
  };
  const tellIntent = (said: string) => tell(`payment_intent.${said}`, intentObject(payment));

  function tellRefund(type: string, refund: KeptPayment['refunds'][number]): void {
    tell(type, refundObject(payment, refund));
    if (type === 'refund.created') tell('charge.refunded', chargeObject(payment));
  }

  const isOpen = () =>
    ['requires_payment_method', 'requires_action', 'processing'].includes(payment.status);

  function actOnPayment(action: MoneyAction): void {
    switch (action.kind) {
      case 'pay':
        if (!isOpen()) return;
        payment.status = 'succeeded';
        {
          tellIntent('succeeded');
          return;
        }
      case 'debit':
        if (payment.status !== 'requires_payment_method') return;
        payment.status = 'processing';
        {
          tellIntent('processing');
          return;
        }
      case 'voucher':
        if (payment.status !== 'requires_payment_method') return;
        payment.status = 'requires_action';
        payment.voucher = { expires_at: 1_800_000_000, hosted_voucher_url: 'https://pay.test/v' };
        {
          tellIntent('requires_action');
          return;
        }
      case 'fail':
        if (!isOpen()) return;
        payment.status = 'requires_payment_method';
        payment.error = { code: 'card_declined' };
        payment.attempt += 1;
        {
          tellIntent('payment_failed');
          return;
        }
      default: {
        actOnReturns(action);
        return;
      }
    }
  }

  function actOnReturns(action: MoneyAction): void {
    const chosen = <T>(kept: readonly T[]): T | undefined =>
      kept[(action.which ?? 0) % Math.max(1, kept.length)];
    switch (action.kind) {
      case 'dashboard-refund': {
        const left = payment.amount - refundedOf(payment);
        const amount = Math.max(1, Math.round(left * (action.part ?? 1)));
        const { reverseTransfer, returnFee, pending } = action;
        const isPassedOn = payment.destination !== undefined;
        const refund = books.refund(payment.id, {
          amount,
          reverseTransfer: isPassedOn && reverseTransfer === true,
          returnFee: isPassedOn && returnFee === true,
          status: pending === true ? 'pending' : 'succeeded',
        });
        tellRefund('refund.created', refund);
        return;
      }
      case 'dashboard-reversal':
        return void books.reverse(
          payment.id,
          Math.max(1, Math.round(payment.amount * (action.part ?? 1))),
        );
      case 'dashboard-fee':
        return void books.returnFee(
          payment.id,
          Math.max(1, Math.round(payment.fee * (action.part ?? 1))),
        );
      case 'refund-ends': {
        const refund = chosen(payment.refunds);
        if (refund === undefined) return;
        books.endRefund(refund, action.failed === true ? 'failed' : 'succeeded');
        tellRefund(action.failed === true ? 'refund.failed' : 'refund.updated', refund);
        return;
      }
      default: {
        actOnRisk(action, chosen);
        return;
      }
    }
  }

  function actOnRisk(action: MoneyAction, chosen: <T>(kept: readonly T[]) => T | undefined): void {
    switch (action.kind) {
      case 'dispute': {
        if (payment.status !== 'succeeded' || payment.disputes.length > 1) return;
        const amount = Math.max(1, Math.round(payment.amount * (action.part ?? 1)));
        const kind = action.inquiry === true ? 'inquiry' : 'chargeback';
        const dispute = books.dispute(payment.id, amount, kind);
        tell('charge.dispute.created', disputeObject(payment, dispute));
        return;
      }
      case 'dispute-moves': {
        const dispute = chosen(payment.disputes);
        if (dispute === undefined || action.to === undefined) return;
        const before = dispute.moves.length;
        if (!moveDispute(dispute, action.to)) return;
        const isOver = ['won', 'lost', 'warning_closed', 'prevented'].includes(dispute.status);
        const said = isOver ? 'closed' : 'updated';
        tell(`charge.dispute.${said}`, disputeObject(payment, dispute));
        if (dispute.moves.length > before)
          tell('charge.dispute.funds_reinstated', disputeObject(payment, dispute));
        return;
      }
      case 'dispute-withdrawal': {
        const dispute = chosen(payment.disputes);
        if (dispute !== undefined && withdrawFor(dispute))
          tell('charge.dispute.funds_withdrawn', disputeObject(payment, dispute));
        return;
      }
      case 'warning':
        if (payment.status !== 'succeeded' || payment.warnings.length > 0) return;
        {
          tell('radar.early_fraud_warning.created', warningObject(payment, books.warn(payment.id)));
          return;
        }
      case 'warning-over':
        for (const warning of payment.warnings) {
          warning.actionable = false;
          tell('radar.early_fraud_warning.updated', warningObject(payment, warning));
        }
        return;
      case 'review':
        if (payment.status !== 'succeeded' || payment.reviews.length > 0) return;
        {
          tell('review.opened', reviewObject(payment, books.review(payment.id)));
          return;
        }
      case 'review-over':
        for (const review of payment.reviews) {
          review.open = false;
          tell('review.closed', reviewObject(payment, review));
        }
        return;
      case 'payout-fails': {
        tell('payout.failed', { id: 'po_1', object: 'payout', amount: 1, currency: 'eur' });
        return;
      }
      default:
    }
  }

  return {
    books,
    payment,
    events,
    tellRefund,
    /** What Stripe says no to does not happen. */
    act(action: MoneyAction): void {
      try {
        actOnPayment(action);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    },
  };
}

export type ProviderWorld = ReturnType<typeof providerWorld>;
