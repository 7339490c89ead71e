import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStripePayments } from '../../../core/adapters/payments/stripe/stripe-payments.js';
import { signEvent } from '../../../core/adapters/payments/test/sign-event.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderId } from '../../../core/domain/order.js';
import type { PaymentRequest, Payments } from '../../../core/ports/payments.js';
import { OWN_ACCOUNT } from './stripe-accounts.js';
import { startStripeServer, type StripeServer } from './stripe-server.js';

const CONNECT_SECRET = 'whsec_connect';
let server: StripeServer;
let payments: Payments;
beforeAll(async () => {
  server = await startStripeServer();
  payments = open('sk_test_loopback');
});
afterAll(() => server.close());

function open(secretKey: string): Payments {
  const { host, port } = server;
  return createStripePayments({
    secretKey,
    webhookSecret: `whsec_loopback, ${CONNECT_SECRET}`,
    server: { host, port, protocol: 'http' },
  });
}

let made = 0;
const wanted = (more: Partial<PaymentRequest> = {}): PaymentRequest => ({
  orderId: `11111111-1111-4111-8111-${String((made += 1)).padStart(12, '0')}` as OrderId,
  orderNumber: 'FR-2026-000001',
  amount: cents(900),
  currency: 'EUR',
  applicationFee: cents(100),
  sellerAccount: 'acct_lea',
  email: 'runner@example.org',
  returnUrl: 'https://shop.example.org/',
  ...more,
});
const fine = { chargesEnabled: true, transfers: 'active', isGone: false } as const;

describe('a payment that Stripe does not begin', () => {
  it('is the seller’s affair where the account cannot be paid', async () => {
    server.changeAccount('acct_lea', { transfers: 'inactive' });
    await expect(payments.start(wanted())).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'payments.refused',
      refusedFor: 'seller',
      reason: 'insufficient_capabilities_for_transfer',
    });
    server.changeAccount('acct_lea', { isGone: true });
    await expect(payments.start(wanted())).rejects.toMatchObject({
      refusedFor: 'seller',
      reason: 'resource_missing',
    });
    server.changeAccount('acct_lea', fine);
    await expect(payments.start(wanted())).resolves.toMatchObject({ pageUrl: undefined });
    server.changeAccount(OWN_ACCOUNT, { chargesEnabled: false });
    await expect(payments.start(wanted({ sellerAccount: undefined }))).rejects.toMatchObject({
      refusedFor: 'seller',
    });
    server.changeAccount(OWN_ACCOUNT, fine);
  });

  it('is the order’s affair where its amount is not taken', async () => {
    await expect(payments.start(wanted({ amount: cents(40) }))).rejects.toMatchObject({
      refusedFor: 'order',
      reason: 'amount_too_small',
    });
  });

  it.each([
    [400, { code: 'payment_intent_invalid_parameter', message: 'No valid payment method types.' }],
    [400, { param: 'currency', message: 'Invalid currency: eur.' }],
    [403, { message: 'This key lacks the required permissions.' }],
  ])('is ours to mend otherwise (%i %o)', async (status, error) => {
    server.failNext(1, status, error);
    await expect(payments.start(wanted())).rejects.toMatchObject({ refusedFor: 'shop' });
  });

  it('is ours to mend where the key is wrong, and nobody’s where Stripe is down', async () => {
    await expect(open('sk_test_other').start(wanted())).rejects.toMatchObject({
      refusedFor: 'shop',
    });
    server.failNext(3, 500, { message: 'Down.' });
    await expect(payments.start(wanted())).rejects.toMatchObject({ code: 'payments.unreachable' });
  });
});

describe('whether an account takes money', () => {
  it('is what Stripe says of it', async () => {
    server.changeAccount('acct_lea', fine);
    expect(await payments.askSelling('acct_lea')).toEqual({ canSell: true });
    server.changeAccount('acct_lea', { chargesEnabled: false, disabledReason: 'rejected.fraud' });
    expect(await payments.askSelling('acct_lea')).toEqual({
      canSell: false,
      reason: 'rejected.fraud',
    });
    server.changeAccount('acct_lea', { ...fine, transfers: 'pending', disabledReason: null });
    expect(await payments.askSelling('acct_lea')).toEqual({
      canSell: false,
      reason: 'transfers_pending',
    });
    server.changeAccount('acct_lea', { isGone: true });
    expect(await payments.askSelling('acct_lea')).toEqual({
      canSell: false,
      reason: 'disconnected',
    });
    expect(await payments.askSelling(undefined)).toEqual({ canSell: true });
  });

  it('is not known where a restricted key may not look', async () => {
    server.addKey('rk_test_payments', ['payment_intents']);
    expect(await open('rk_test_payments').askSelling('acct_lea')).toBeUndefined();
  });
});

describe('an event of an account', () => {
  const read = (type: string, object: object, account?: string) => {
    const body = JSON.stringify({ id: 'evt_1', type, created: 1, account, data: { object } });
    // Connected accounts have an endpoint, and so a secret, of their own.
    return payments.readNotice(Buffer.from(body), signEvent(body, CONNECT_SECRET, new Date()));
  };

  it('is taken from none but the endpoints that we have', () => {
    const body = JSON.stringify({ id: 'evt_1', type: 'account.updated', created: 1, data: {} });
    const signature = signEvent(body, 'whsec_other', new Date());
    expect(() => payments.readNotice(Buffer.from(body), signature)).toThrow(
      expect.objectContaining({ code: 'payments.bad-signature' }),
    );
  });

  it('says whose it is, and whether it takes money', () => {
    const updated = { id: 'acct_lea', object: 'account', charges_enabled: false };
    expect(read('account.updated', updated, 'acct_lea')).toMatchObject({
      kind: 'selling',
      account: 'acct_lea',
      isOwn: false,
      canSell: false,
      reason: 'charges_not_enabled',
    });
    const capability = { id: 'transfers', object: 'capability', account: 'acct_lea' };
    expect(
      read('capability.updated', { ...capability, status: 'active' }, 'acct_lea'),
    ).toMatchObject({ kind: 'selling', canSell: true });
    const card = { ...capability, id: 'card_payments', status: 'inactive' };
    expect(read('capability.updated', card, 'acct_lea')).toMatchObject({ kind: 'other' });
    const application = { id: 'ca_1', object: 'application' };
    expect(read('account.application.deauthorized', application, 'acct_lea')).toMatchObject({
      kind: 'selling',
      canSell: false,
      reason: 'disconnected',
    });
  });
});
