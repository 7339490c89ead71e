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
  const isRefund = error.requestId !== undefined && REFUND_CODES.has(error.code ?? '');
  if (isRefund) {
    return new FocusError(
      'conflict',
      'payments.refund-refused',
      `The payment provider gives nothing back of this payment: ${error.message}`,
      { cause: error },
    );
  }
  return undefined;
}

/** docs.stripe.com/error-codes */
const REFUND_CODES: ReadonlySet<string> = new Set([
  'charge_already_refunded',
  'charge_disputed',
  'refund_disputed_payment',
  'amount_too_large',
  'insufficient_funds',
]);
