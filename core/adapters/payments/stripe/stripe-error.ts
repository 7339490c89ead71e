import Stripe from 'stripe';
import { FocusError } from '../../../errors.js';

/** What a person can do about an error of Stripe's; undefined for any other, a bug. */
export function explainStripeError(error: unknown): FocusError | undefined {
  if (!(error instanceof Stripe.errors.StripeError)) return undefined;
  if (
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  ) {
    return new FocusError(
      'config',
      'payments.key-refused',
      `Stripe refused the key: ${error.message}`,
      {
        hint: 'Check stripeSecretKey: of the right account, and with the right to take payments.',
        cause: error,
      },
    );
  }
  if (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError
  ) {
    return new FocusError('unavailable', 'payments.unreachable', 'Stripe does not answer.', {
      hint: 'Try again in a moment: nothing is paid or refunded twice.',
      cause: error,
    });
  }
  return undefined;
}

/** The same of an error of `refunds.create` alone: elsewhere these codes say nothing of a refund. */
export function explainRefundError(error: unknown): FocusError | undefined {
  const isRefusal = error instanceof Stripe.errors.StripeError && REFUSALS.has(error.code ?? '');
  if (!isRefusal) return explainStripeError(error);
  return new FocusError(
    'conflict',
    'payments.refund-refused',
    `The payment provider gives nothing back of this payment: ${error.message}`,
    { cause: error },
  );
}

/** docs.stripe.com/error-codes */
const REFUSALS: ReadonlySet<string> = new Set([
  'charge_already_refunded',
  'charge_disputed',
  'refund_disputed_payment',
  'amount_too_large',
  'insufficient_funds',
  'balance_insufficient',
]);
