import { describe, expect, it } from 'vitest';
import { checkSale, type SaleSettings } from '../core/sale-settings.js';

const TEST_KEYS = {
  stripeSecretKey: 'sk_test_1',
  stripePublishableKey: 'pk_test_1',
  stripeWebhookSecret: 'whsec_1',
};
const SELLER = { operatorName: 'Lakeside Photo SARL', operatorAddress: '1 quai du Lac, Annecy' };
const PRODUCTION = { NODE_ENV: 'production' };

function check(settings: Partial<SaleSettings>, environment = {}) {
  const none = {
    stripeSecretKey: undefined,
    stripePublishableKey: undefined,
    stripeWebhookSecret: undefined,
    operatorName: undefined,
    operatorAddress: undefined,
  };
  return () => checkSale({ ...none, ...settings }, environment);
}

describe('checkSale', () => {
  it('takes test money from anybody, but in production only where it was allowed', () => {
    expect(check({})).not.toThrow();
    expect(check({}, PRODUCTION)).toThrow(
      expect.objectContaining({ kind: 'config', code: 'payments.test-in-production' }),
    );
    expect(check({}, { ...PRODUCTION, FOCUSRACER_TEST_PAYMENTS: 'allow' })).not.toThrow();
  });

  it.each(Object.keys(TEST_KEYS))('says that %s of Stripe is missing', (name) => {
    expect(check({ ...TEST_KEYS, [name]: undefined })).toThrow(
      expect.objectContaining({
        kind: 'config',
        code: 'payments.stripe-incomplete',
        message: expect.stringMatching(new RegExp(`Not set: ${name}\\.$`)) as string,
      }),
    );
  });

  it.each([
    ['sk_live_1', 'pk_test_1'],
    ['sk_test_1', 'pk_live_1'],
    ['sk_1', 'pk_test_1'],
  ])(
    'refuses %s beside %s, which Stripe would not pair',
    (stripeSecretKey, stripePublishableKey) => {
      const mixed = { ...TEST_KEYS, ...SELLER, stripeSecretKey, stripePublishableKey };
      expect(check(mixed)).toThrow(
        expect.objectContaining({ kind: 'config', code: 'payments.stripe-mixed' }),
      );
    },
  );

  it('says what buyers pay with', () => {
    const live = { ...SELLER, stripeSecretKey: 'sk_live_1', stripePublishableKey: 'pk_live_1' };
    expect(check({})()).toBe('test-provider');
    expect(check(TEST_KEYS)()).toBe('stripe-test-mode');
    expect(check({ ...TEST_KEYS, ...live })()).toBe('money');
  });

  it('takes real money only for a seller with name and address', () => {
    const live = { ...TEST_KEYS, stripeSecretKey: 'rk_live_1', stripePublishableKey: 'pk_live_1' };
    const noSeller = expect.objectContaining({ kind: 'config', code: 'serve.no-seller' }) as Error;
    expect(check(TEST_KEYS)).not.toThrow();
    expect(check(TEST_KEYS, PRODUCTION)).toThrow(noSeller);
    expect(check(live)).toThrow(noSeller);
    expect(check({ ...live, ...SELLER, operatorAddress: undefined })).toThrow(noSeller);
    expect(check({ ...live, ...SELLER }, PRODUCTION)).not.toThrow();
  });
});
