import {
  balanceOf,
  chargeOf,
  feeOf,
  refundedOf,
  transferOf,
  type KeptDispute,
  type KeptPayment,
  type KeptRefund,
} from './stripe-books.js';

/* Stripe's objects as far as the shop reads them (docs.stripe.com/api), of what the books keep. */

export function intentObject(payment: KeptPayment, isExpanded = false) {
  const { id, amount, currency, status, error, voucher } = payment;
  const isPaid = status === 'succeeded';
  const hasCharge = isPaid || payment.attempt > 0;
  return {
    id,
    object: 'payment_intent' as const,
    client_secret: `${id}_secret_x`,
    amount,
    amount_received: isPaid ? amount : 0,
    currency,
    status,
    last_payment_error: error,
    next_action:
      status === 'requires_action' && voucher !== undefined
        ? { type: 'multibanco_display_details', multibanco_display_details: voucher }
        : null,
    latest_charge: !hasCharge ? null : isExpanded ? chargeObject(payment) : attemptOf(payment),
  };
}

/** Each try to pay is a charge of its own. */
function attemptOf(payment: KeptPayment): string {
  return `${chargeOf(payment)}_${payment.attempt}`;
}

export function chargeObject(payment: KeptPayment) {
  const { id, amount, destination, fee } = payment;
  const isPassedOn = destination !== undefined && payment.status === 'succeeded';
  return {
    id: chargeOf(payment),
    object: 'charge' as const,
    amount,
    amount_refunded: refundedOf(payment),
    refunded: refundedOf(payment) === amount,
    disputed: payment.disputes.length > 0,
    payment_intent: id,
    transfer: isPassedOn
      ? { id: transferOf(payment), object: 'transfer', amount, amount_reversed: payment.reversed }
      : undefined,
    application_fee: isPassedOn
      ? {
          id: feeOf(payment),
          object: 'application_fee',
          amount: fee,
          amount_refunded: payment.feeReturned,
        }
      : null,
  };
}

export function refundObject(payment: KeptPayment, refund: KeptRefund) {
  return {
    id: refund.id,
    object: 'refund' as const,
    amount: refund.amount,
    currency: payment.currency,
    payment_intent: payment.id,
    charge: chargeOf(payment),
    status: refund.status,
    metadata: refund.reference === undefined ? {} : { reference: refund.reference },
  };
}

export function disputeObject(payment: KeptPayment, dispute: KeptDispute) {
  return {
    id: dispute.id,
    object: 'dispute' as const,
    amount: dispute.amount,
    currency: payment.currency,
    payment_intent: payment.id,
    charge: chargeOf(payment),
    status: dispute.status,
    balance_transactions: dispute.moves.map(({ amount, fee }, index) => ({
      id: `txn_${dispute.id}_${index}`,
      object: 'balance_transaction',
      amount,
      fee,
      net: amount - fee,
      currency: payment.currency,
    })),
  };
}

export function warningObject(
  payment: KeptPayment,
  warning: { readonly id: string; readonly actionable: boolean },
) {
  return {
    ...warning,
    object: 'radar.early_fraud_warning' as const,
    charge: chargeOf(payment),
    payment_intent: payment.id,
  };
}

export function reviewObject(
  payment: KeptPayment,
  review: { readonly id: string; readonly open: boolean },
) {
  return {
    ...review,
    object: 'review' as const,
    charge: chargeOf(payment),
    payment_intent: payment.id,
  };
}

/** For a test that compares with ours: where all of the payment is. */
export function worthOf(payment: KeptPayment): number {
  const { platform, seller } = balanceOf(payment);
  return platform + seller;
}
