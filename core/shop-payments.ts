import type { TestPayments } from './adapters/payments/test/test-payments.js';
import type { Settings } from './config/settings.js';
import { FocusError } from './errors.js';
import type { Payments } from './ports/payments.js';
import type { SecretFor } from './shop-secrets.js';
import type { OrderDeps, Seller } from './usecases/orders/order-deps.js';

/** Until a test debit is decided: long enough to see the order wait, short enough to wait for it. */
const TEST_DEBIT_SECONDS = 20;

type Environment = Readonly<Record<string, string | undefined>>;

interface Composition {
  readonly db: OrderDeps['db'];
  readonly settings: Settings;
  readonly secretFor: () => Promise<SecretFor>;
  readonly environment: Environment;
}

/** The provider is opened when it is needed first: a gallery or a list of orders needs none. */
export function openPayments({ db, settings, secretFor, environment }: Composition) {
  const seller = sellerOf(settings);
  const now = () => new Date();
  let opened: Promise<{ payments: Payments; test: TestPayments | undefined }> | undefined;

  async function openProvider() {
    const { stripeSecretKey: secretKey, stripeWebhookSecret: webhookSecret } = settings;
    if (secretKey !== undefined) {
      if (webhookSecret === undefined) throw noWebhookSecret();
      const { createStripePayments } =
        await import('./adapters/payments/stripe/stripe-payments.js');
      return { payments: createStripePayments({ secretKey, webhookSecret }), test: undefined };
    }
    if (!isTestMoneyTaken(environment)) throw testMoneyRefused();
    const { createTestPayments } = await import('./adapters/payments/test/test-payments.js');
    const { takePaymentNotice } = await import('./usecases/orders/take-payment-notice.js');
    const test: TestPayments = createTestPayments({
      db,
      secret: (await secretFor())('test-payments'),
      debitSeconds: TEST_DEBIT_SECONDS,
      now,
      deliver: (body, signature) =>
        takePaymentNotice(
          { db, payments: test, seller, now },
          'test',
          Buffer.from(body),
          signature,
        ),
    });
    return { payments: test, test };
  }

  async function provider() {
    opened ??= openProvider();
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  }

  return {
    open: async (): Promise<OrderDeps> => ({
      db,
      payments: (await provider()).payments,
      seller,
      now,
    }),
    openTest: async () => (await provider()).test,
    /** False where orders cannot be paid at all: there is nothing to expire and no debit to wait for. */
    takesMoney: settings.stripeSecretKey !== undefined || isTestMoneyTaken(environment),
  };
}

function sellerOf(settings: Settings): Seller {
  return {
    key: 'owner',
    identity: {
      name: settings.operatorName ?? 'Focus Racer',
      address: settings.operatorAddress,
      registration: settings.operatorRegistration,
      vatNumber: settings.vatNumber,
    },
    account: settings.sellerAccount,
    vatRate: settings.vatRate,
    language: settings.language ?? 'en',
  };
}

function noWebhookSecret(): FocusError {
  return new FocusError(
    'config',
    'payments.no-webhook-secret',
    'stripeSecretKey is set, but stripeWebhookSecret is not: nobody could be sold anything.',
    { hint: 'Create a webhook at Stripe for /webhooks/stripe and set its signing secret.' },
  );
}

/** Not in production: photos given away for test money cannot be taken back. */
function isTestMoneyTaken(environment: Environment): boolean {
  const isProduction = environment['NODE_ENV'] === 'production';
  return !isProduction || environment['FOCUSRACER_TEST_PAYMENTS'] === 'allow';
}

function testMoneyRefused(): FocusError {
  return new FocusError(
    'config',
    'payments.test-in-production',
    'No payment provider is configured, and test money is not taken in production.',
    { hint: 'Set stripeSecretKey, or FOCUSRACER_TEST_PAYMENTS=allow where this is only a trial.' },
  );
}
