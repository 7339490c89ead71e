import type { TestPayments } from './adapters/payments/test/test-payments.js';
import type { Settings } from './config/settings.js';
import type { Payments } from './ports/payments.js';
import { checkSale, choosePaymentProvider } from './sale-settings.js';
import type { SecretFor } from './shop-secrets.js';
import { operatorOf } from './usecases/operator.js';
import type { OrderDeps, Seller } from './usecases/orders/order-deps.js';

/** Until a test debit is decided: long enough to see the order wait, short enough to wait for it. */
const TEST_DEBIT_SECONDS = 20;

interface Composition {
  readonly db: OrderDeps['db'];
  readonly settings: Settings;
  readonly secretFor: () => Promise<SecretFor>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The provider is opened when it is needed first: a gallery or a list of orders needs none. */
export function openPayments({ db, settings, secretFor, environment }: Composition) {
  const seller = sellerOf(settings);
  const now = () => new Date();
  const openPersonKey = async () => (await secretFor())('persons');
  let opened: Promise<{ payments: Payments; test: TestPayments | undefined }> | undefined;

  async function openProvider() {
    const provider = choosePaymentProvider(settings, environment);
    if (provider.kind === 'stripe') {
      const { createStripePayments } =
        await import('./adapters/payments/stripe/stripe-payments.js');
      return { payments: createStripePayments(provider), test: undefined };
    }
    const { createTestPayments } = await import('./adapters/payments/test/test-payments.js');
    const { takePaymentNotice } = await import('./usecases/orders/take-payment-notice.js');
    const personKey = await openPersonKey();
    const test: TestPayments = createTestPayments({
      db,
      secret: (await secretFor())('test-payments'),
      debitSeconds: TEST_DEBIT_SECONDS,
      now,
      deliver: (body, signature) =>
        takePaymentNotice(
          { db, payments: test, seller, personKey, now },
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
      personKey: await openPersonKey(),
      now,
    }),
    openTest: async () => (await provider()).test,
    /** Throws the FocusError for which nothing could be sold. */
    checkSale: () => checkSale(settings, environment),
  };
}

function sellerOf(settings: Settings): Seller {
  return {
    key: 'owner',
    identity: {
      name: settings.operatorName,
      address: settings.operatorAddress,
      registration: settings.operatorRegistration,
      vatNumber: settings.vatNumber,
    },
    account: settings.sellerAccount,
    vatRate: settings.vatRate,
    operator: operatorOf(settings),
    language: settings.language ?? 'en',
  };
}
