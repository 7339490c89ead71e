/**
 * The events that the shop's endpoint at Stripe has to be subscribed to: docs/payments.md tells what
 * becomes of each, and `doctor` looks whether they are (docs.stripe.com/api/events/types).
 */
export const STRIPE_EVENTS = [
  'payment_intent.processing',
  'payment_intent.requires_action',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
  'radar.early_fraud_warning.created',
  'radar.early_fraud_warning.updated',
  'review.opened',
  'review.closed',
  'payout.failed',
  'account.updated',
] as const;
