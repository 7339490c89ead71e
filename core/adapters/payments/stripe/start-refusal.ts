import Stripe from 'stripe';
import { PaymentRefused, type RefusedFor } from '../../../domain/payment-refused.js';

/** docs.stripe.com/error-codes: the amount is what is wrong. */
const OF_ORDER: ReadonlySet<string> = new Set([
  'amount_too_large',
  'amount_too_small',
  'charge_exceeds_transaction_limit',
  'invalid_charge_amount',
]);

/** The account that is to be paid takes no money: closed, restricted, not verified, unknown. */
const OF_SELLER: ReadonlySet<string> = new Set([
  'account_closed',
  'account_invalid',
  'application_fees_not_allowed',
  'capability_not_active',
  'charges_not_enabled',
  'country_unsupported',
  'insufficient_capabilities_for_transfer',
  'no_account',
  'not_allowed_on_standard_account',
  'testmode_charges_only',
  'transfers_not_allowed',
]);

/**
 * The same of an account that Stripe names no code for: "Your destination account needs to have at least
 * one of the following capabilities enabled", "Your account cannot currently make live charges".
 */
const SAID_OF_SELLER =
  /destination account|connected account|capabilit|cannot currently make|charges? (?:are|is) (?:disabled|not enabled)|account (?:is|has been) (?:restricted|rejected|closed|disabled)/i;

/** What an error of `paymentIntents.create` says of the seller, the shop or the order; undefined for what passes. */
export function explainStartError(error: unknown): PaymentRefused | undefined {
  if (!(error instanceof Stripe.errors.StripeError)) return undefined;
  if (!REFUSALS.has(error.statusCode ?? 0) || error.code === 'lock_timeout') return undefined;
  // A request under way, or too many of them: the next one may do better.
  if (error.code === 'idempotency_key_in_use' || error.code === 'rate_limit') return undefined;
  const reason = error.code ?? error.type;
  return new PaymentRefused(refusedFor(error), reason, error.message, error);
}

function refusedFor(error: Stripe.errors.StripeError): RefusedFor {
  const { code = '', param = '', message } = error;
  // The same order was asked for with other terms: it alone cannot be paid.
  if (error instanceof Stripe.errors.StripeIdempotencyError || OF_ORDER.has(code)) return 'order';
  if (OF_SELLER.has(code) || param.startsWith('transfer_data') || param === 'on_behalf_of')
    return 'seller';
  return SAID_OF_SELLER.test(message) ? 'seller' : 'shop';
}

/** Answers by which nothing was made, the key's own among them (docs.stripe.com/api/errors). */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 402, 403, 404]);
