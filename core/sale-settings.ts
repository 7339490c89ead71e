import type { Settings } from './config/settings.js';
import { FocusError } from './errors.js';

export type SaleSettings = Pick<
  Settings,
  | 'stripeSecretKey'
  | 'stripePublishableKey'
  | 'stripeWebhookSecret'
  | 'operatorName'
  | 'operatorAddress'
>;

type Environment = Readonly<Record<string, string | undefined>>;

export type PaymentProvider =
  | { readonly kind: 'stripe'; readonly secretKey: string; readonly webhookSecret: string }
  | { readonly kind: 'test' };

/**
 * Who takes the money. FocusError `config`: `payments.stripe-incomplete` where Stripe has some of its
 * keys, `payments.test-in-production` where it has none and test money is not taken.
 */
export function choosePaymentProvider(
  settings: SaleSettings,
  environment: Environment,
): PaymentProvider {
  const { stripeSecretKey, stripePublishableKey, stripeWebhookSecret } = settings;
  const keys = { stripeSecretKey, stripePublishableKey, stripeWebhookSecret };
  const missing = Object.entries(keys).flatMap(([name, key]) => (key === undefined ? [name] : []));
  if (stripeSecretKey !== undefined && stripeWebhookSecret !== undefined && missing.length === 0)
    return { kind: 'stripe', secretKey: stripeSecretKey, webhookSecret: stripeWebhookSecret };
  if (missing.length < 3) throw stripeIncomplete(missing);
  // Photos given away for test money cannot be taken back.
  if (isProduction(environment) && environment['FOCUSRACER_TEST_PAYMENTS'] !== 'allow')
    throw testMoneyRefused();
  return { kind: 'test' };
}

/**
 * Whether the shop can sell: takes money and, where that is real, has a seller to name on invoices and
 * in its terms. FocusError `config`, those of {@link choosePaymentProvider} and `serve.no-seller`.
 */
export function checkSale(settings: SaleSettings, environment: Environment): void {
  const { kind } = choosePaymentProvider(settings, environment);
  const isRealMoney =
    kind === 'stripe' &&
    (isProduction(environment) || /^[sr]k_live_/.test(settings.stripeSecretKey ?? ''));
  if (!isRealMoney) return;
  const { operatorName, operatorAddress } = settings;
  if (operatorName === undefined || operatorAddress === undefined) throw noSeller();
}

function isProduction(environment: Environment): boolean {
  return environment['NODE_ENV'] === 'production';
}

function stripeIncomplete(missing: readonly string[]): FocusError {
  return new FocusError(
    'config',
    'payments.stripe-incomplete',
    `Stripe is set up by halves, so nobody could pay. Not set: ${missing.join(', ')}.`,
    {
      hint: 'Set stripeSecretKey, stripePublishableKey and stripeWebhookSecret, the signing secret of a webhook at Stripe for /webhooks/stripe; or none of the three.',
    },
  );
}

function testMoneyRefused(): FocusError {
  return new FocusError(
    'config',
    'payments.test-in-production',
    'No payment provider is configured, and test money is not taken in production.',
    {
      hint: 'Set the keys of Stripe, or FOCUSRACER_TEST_PAYMENTS=allow where this is only a trial.',
    },
  );
}

function noSeller(): FocusError {
  return new FocusError(
    'config',
    'serve.no-seller',
    'Nobody may sell without saying who they are: operatorName or operatorAddress is not set.',
    {
      hint: 'focusracer config set operatorName "Lakeside Photo SARL", and operatorAddress likewise: invoices and legal pages show them.',
    },
  );
}
