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

/** Whose selling is paused where the provider takes no money. */
export function sellingAccountOf({
  stripeSecretKey,
  sellerAccount,
}: Pick<Settings, 'stripeSecretKey' | 'sellerAccount'>) {
  return {
    provider: stripeSecretKey === undefined ? 'test' : 'stripe',
    account: sellerAccount,
  };
}

/** What buyers pay with: the play money of our own test provider or of Stripe's test mode, or money. */
export type Currency = 'test-provider' | 'stripe-test-mode' | 'money';

/**
 * Whether the shop can sell: takes money and, where that is real, has a seller to name on invoices and
 * in its terms. FocusError `config`: those of {@link choosePaymentProvider}, `payments.stripe-mixed`
 * where a browser would pay in another mode of Stripe than we ask for, and `serve.no-seller`.
 */
export function checkSale(settings: SaleSettings, environment: Environment): Currency {
  const { kind } = choosePaymentProvider(settings, environment);
  if (kind === 'test') return 'test-provider';
  const isLive = hasLiveKey(settings);
  if (isLive === isTestKey(settings.stripePublishableKey)) throw stripeMixed();
  const { operatorName, operatorAddress } = settings;
  const hasSeller = operatorName !== undefined && operatorAddress !== undefined;
  if ((isLive || isProduction(environment)) && !hasSeller) throw noSeller();
  return isLive ? 'money' : 'stripe-test-mode';
}

/** Whether Stripe moves real money for us. */
export function hasLiveKey({ stripeSecretKey }: Pick<SaleSettings, 'stripeSecretKey'>): boolean {
  return stripeSecretKey !== undefined && !isTestKey(stripeSecretKey);
}

/** Stripe's oldest keys name no mode, and are live. */
function isTestKey(key: string | undefined): boolean {
  return key !== undefined && /^\w\w_test_/.test(key);
}

export function isProduction(environment: Environment): boolean {
  return environment['NODE_ENV'] === 'production';
}

function stripeMixed(): FocusError {
  return new FocusError(
    'config',
    'payments.stripe-mixed',
    'One key of Stripe is live and the other one is for tests, so nobody could pay.',
    {
      hint: 'Set stripeSecretKey, stripePublishableKey and stripeWebhookSecret from the same mode of Stripe.',
    },
  );
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
