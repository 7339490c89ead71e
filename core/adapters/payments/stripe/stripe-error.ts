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

/** The same of an error of `refunds.create` alone: of another call it says nothing of a refund. */
export function explainRefundError(error: unknown): FocusError | undefined {
  return explainRefusal(
    error,
    'payments.refund-refused',
    'The payment provider gives nothing back of this payment',
  );
}

/** Of taking back from the seller's account, or of giving the fee back. */
export function explainSharesError(error: unknown): FocusError | undefined {
  return explainRefusal(
    error,
    'payments.shares-refused',
    'The payment provider moves nothing between the seller and the fee',
  );
}

function explainRefusal(error: unknown, code: string, what: string): FocusError | undefined {
  const isRefusal =
    error instanceof Stripe.errors.StripeError &&
    !(error instanceof Stripe.errors.StripeIdempotencyError) &&
    NOT_MADE.has(error.statusCode ?? 0);
  if (!isRefusal) return explainStripeError(error);
  return new FocusError('conflict', code, `${what}: ${error.message}`, { cause: error });
}

/**
 * Answers after which nothing was made, whatever their code (docs.stripe.com/api/errors); not those
 * about the key, a request under way or too many of them.
 */
const NOT_MADE: ReadonlySet<number> = new Set([400, 402, 404]);
