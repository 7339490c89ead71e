import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStripePayments } from '../../../core/adapters/payments/stripe/stripe-payments.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderId } from '../../../core/domain/order.js';
import type { PaymentRequest, Payments, RefundRequest } from '../../../core/ports/payments.js';
import { formFields, textOf, truth, whole, type FieldsOf } from './stripe-fields.js';
import { startStripeServer, type StripeServer } from './stripe-server.js';

const WEBHOOK_SECRET = 'whsec_loopback';
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
    webhookSecret: WEBHOOK_SECRET,
    server: { host, port, protocol: 'http' },
  });
}
const lastCalls = (count: number) => server.calls.slice(-count);

const request: PaymentRequest = {
  orderId: '11111111-1111-4111-8111-111111111111' as OrderId,
  orderNumber: 'FR-2026-000001',
  amount: cents(2600),
  currency: 'EUR',
  applicationFee: cents(100),
  sellerAccount: 'acct_lea',
  email: 'runner@example.org',
  returnUrl: 'https://shop.example.org/orders/x',
};

describe('a payment at Stripe', () => {
  it('goes to the account of the seller, but for the service fee', async () => {
    const started = await payments.start(request);
    expect(started).toMatchObject({ pageUrl: undefined });
    expect(started.clientSecret).toContain(started.paymentId);
    expect(lastCalls(1)).toEqual([
      {
        route: 'POST /v1/payment_intents',
        idempotencyKey: `order-${request.orderId}`,
        parameters: {
          amount: '2600',
          currency: 'eur',
          'automatic_payment_methods[enabled]': 'true',
          description: 'FR-2026-000001',
          'metadata[order_id]': request.orderId,
          'metadata[order_number]': 'FR-2026-000001',
          'transfer_data[destination]': 'acct_lea',
          application_fee_amount: '100',
        },
      },
    ]);
  });

  it('is the platform’s own where the seller has no account', async () => {
    const own = '22222222-2222-4222-8222-222222222222' as OrderId;
    await payments.start({ ...request, orderId: own, sellerAccount: undefined });
    const [call] = lastCalls(1);
    expect(Object.keys(call?.parameters ?? {}).join()).not.toMatch(/transfer|fee/);
  });

  it('is cancelled while nobody paid, and not afterwards', async () => {
    const other = '33333333-3333-4333-8333-333333333333' as OrderId;
    const { paymentId } = await payments.start({ ...request, orderId: other });
    server.setStatus(paymentId, 'succeeded');
    expect(await payments.cancel(paymentId)).toBe(false);
    server.setStatus(paymentId, 'requires_payment_method');
    expect(await payments.cancel(paymentId)).toBe(true);
    expect(await payments.cancel(paymentId)).toBe(true);
  });
});

describe('a refund at Stripe', () => {
  const refund: RefundRequest = {
    paymentId: 'pi_1',
    amount: cents(2600),
    isWhole: true,
    applicationFee: cents(100),
    sellerAccount: 'acct_lea',
    reference: 'whole',
    isRetry: false,
  };
  const ofRest = { ...refund, amount: cents(1600), isWhole: false };
  beforeAll(() => server.setStatus('pi_1', 'succeeded'));

  it('of everything takes the transfer and the fee back in one call', async () => {
    await payments.refund(refund);
    const [{ parameters } = { parameters: {} }] = lastCalls(1);
    expect(parameters).toEqual({
      payment_intent: 'pi_1',
      amount: '2600',
      'metadata[reference]': 'whole',
      reverse_transfer: 'true',
      refund_application_fee: 'true',
    });
  });

  it('of the rest gives back exactly the part of the fee that is meant', async () => {
    await payments.refund({ ...ofRest, reference: 'rest' });
    const calls = lastCalls(3);
    expect(calls.map(({ route }) => route)).toEqual([
      'POST /v1/refunds',
      'GET /v1/payment_intents/pi_1',
      'POST /v1/application_fees/fee_1/refunds',
    ]);
    expect(calls[0]?.parameters).toMatchObject({ refund_application_fee: 'false' });
    expect(calls[2]).toMatchObject({
      parameters: { amount: '100' },
      idempotencyKey: 'refund-rest-fee',
    });
  });

  it('is found again, and its fee, when Stripe has forgotten that it was asked', async () => {
    const lost = { ...ofRest, reference: 'lost' };
    server.failRoute(/application_fees/, 400, { code: 'charge_already_refunded', message: 'No.' });
    // Whatever is said of the fee: the buyer has the money, so the refund was not refused.
    await expect(payments.refund(lost)).rejects.not.toMatchObject({
      code: 'payments.refund-refused',
    });
    server.failRoute(undefined, 0, {});
    server.forgetKeys();
    const { refundId } = await payments.refund({ ...lost, isRetry: true });
    server.forgetKeys();
    expect(await payments.refund({ ...lost, isRetry: true })).toEqual({ refundId });
    const made = server.calls.filter(
      ({ route, parameters }) =>
        route.startsWith('POST') && parameters['metadata[reference]'] === 'lost',
    );
    expect(made.map(({ route }) => route)).toEqual([
      'POST /v1/refunds',
      'POST /v1/application_fees/fee_1/refunds',
    ]);
  });

  it('of what the platform sold itself knows no transfer', async () => {
    const own = { ...refund, sellerAccount: undefined, reference: 'own' };
    await payments.refund(own);
    expect(lastCalls(1)[0]?.parameters).toEqual({
      payment_intent: 'pi_1',
      amount: '2600',
      'metadata[reference]': 'own',
    });
  });

  it.each([
    [400, { code: 'charge_already_refunded', message: 'Already refunded.' }],
    // Else it would be waited for, and keep every other refund of its order back.
    [400, { type: 'invalid_request_error', message: 'Something that has no code.' }],
  ])('that Stripe does not make is told as such: %d %j', async (status, answer) => {
    server.failNext(1, status, answer);
    await expect(payments.refund({ ...refund, reference: 'no' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'payments.refund-refused',
    });
  });

  it.each([
    [401, { type: 'invalid_request_error', message: 'No such key.' }],
    [400, { type: 'idempotency_error', message: 'The key was used for another refund.' }],
  ])('that Stripe may have made is not: %d %j', async (status, answer) => {
    server.failNext(1, status, answer);
    await expect(payments.refund({ ...refund, reference: 'perhaps' })).rejects.not.toMatchObject({
      code: 'payments.refund-refused',
    });
  });
});

describe('a payment that is asked about', () => {
  const ask = async (status: Parameters<StripeServer['setStatus']>[1]) => {
    server.setStatus('pi_1', status);
    return payments.ask('pi_1');
  };

  it('is read as its notice would be, each state with a name of its own', async () => {
    const processing = await ask('processing');
    const succeeded = await ask('succeeded');
    expect(processing).toMatchObject({ kind: 'processing', paymentId: 'pi_1' });
    expect(succeeded).toMatchObject({ kind: 'succeeded', amount: 2600, currency: 'EUR' });
    expect(processing?.id).not.toBe(succeeded?.id);
    expect(await ask('requires_action')).toBeUndefined();
  });

  it('is asked about once: whoever waits for the page asks again later', async () => {
    server.failNext(1, 500, { type: 'api_error', message: 'Down.' });
    await expect(payments.ask('pi_1')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await ask('succeeded')).toMatchObject({ kind: 'succeeded' });
  });
});

describe('the loopback server', () => {
  const post = async (path: string, form: Record<string, string>) => {
    const headers = {
      Authorization: 'Bearer sk_test_loopback',
      'Stripe-Version': '2026-10-28.endive',
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const body = new URLSearchParams(form).toString();
    const address = `http://${server.host}:${server.port}/v1/${path}`;
    return (await fetch(address, { method: 'POST', headers, body })).status;
  };

  it('refuses what Stripe refuses: other names, other types, what is missing', async () => {
    const whole = { payment_intent: 'pi_1', amount: '100' };
    expect(await post('refunds', whole)).toBe(200);
    for (const form of [
      { ...whole, amount: '1.5' },
      { ...whole, amount: '' },
      { ...whole, reverse_transfer: 'yes' },
      { ...whole, reverseTransfer: 'true' },
      { ...whole, 'metadata[order]': 'x' },
      { payment_intent: 'pi_1' },
      { ...whole, payment_intent: 'ch_1' },
    ])
      expect(await post('refunds', form)).toBe(400);
    expect(await post('refund', whole)).toBe(404);
  });

  it('has its parameters from the SDK’s own types', () => {
    const known = { amount: whole, metadata: { reference: textOf(/./) } };
    expect(formFields(known satisfies FieldsOf<Stripe.RefundCreateParams>).size).toBe(2);
    // @ts-expect-error A name that the SDK does not have.
    ({ amonut: whole }) satisfies FieldsOf<Stripe.RefundCreateParams>;
    // @ts-expect-error A text where the SDK has a number.
    ({ amount: textOf(/./) }) satisfies FieldsOf<Stripe.RefundCreateParams>;
    // @ts-expect-error An object where the SDK has a boolean.
    ({ reverse_transfer: { on: truth } }) satisfies FieldsOf<Stripe.RefundCreateParams>;
  });
});

describe('an error of Stripe', () => {
  it('that passes is tried again with the same key, and makes one payment', async () => {
    server.failNext(1, 500, { type: 'api_error', message: 'Try again.' });
    const orderId = '44444444-4444-4444-8444-444444444444' as OrderId;
    const before = server.calls.length;
    await payments.start({ ...request, orderId });
    expect(server.calls.length).toBe(before + 1);
  });

  it('that stays says that Stripe does not answer', async () => {
    server.failNext(3, 500, { type: 'api_error', message: 'Down.' });
    await expect(payments.start(request)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'payments.unreachable',
    });
  });

  it('about the key names the setting', async () => {
    await expect(open('sk_test_wrong').start(request)).rejects.toMatchObject({
      kind: 'config',
      code: 'payments.key-refused',
    });
  });
});

describe('a notice of Stripe', () => {
  const { webhooks } = new Stripe('sk_test_loopback');
  function signed(type: string, object: object, timestamp = Math.floor(Date.now() / 1000)) {
    const payload = JSON.stringify({
      id: 'evt_1',
      object: 'event',
      created: 1_790_000_000,
      type,
      data: { object },
    });
    const signature = webhooks.generateTestHeaderString({
      payload,
      secret: WEBHOOK_SECRET,
      timestamp,
    });
    return { body: Buffer.from(payload), signature };
  }
  const read = (...event: Parameters<typeof signed>) => {
    const { body, signature } = signed(...event);
    return payments.readNotice(body, signature);
  };
  const intent = { id: 'pi_1', currency: 'eur', amount_received: 2600, last_payment_error: null };

  it('is read for what an order depends on', () => {
    const at = { id: 'evt_1', createdAt: new Date(1_790_000_000_000), paymentId: 'pi_1' };
    expect(read('payment_intent.processing', intent)).toEqual({ ...at, kind: 'processing' });
    expect(read('payment_intent.succeeded', intent)).toEqual({
      ...at,
      kind: 'succeeded',
      amount: 2600,
      currency: 'EUR',
    });
    const declined = { ...intent, last_payment_error: { code: 'card_declined' } };
    expect(read('payment_intent.payment_failed', declined)).toEqual({
      ...at,
      kind: 'failed',
      reason: 'card_declined',
    });
    expect(read('payment_intent.canceled', intent)).toEqual({ ...at, kind: 'cancelled' });
    const refund = { id: 're_1', amount: 600, payment_intent: 'pi_1' };
    expect(read('refund.created', { ...refund, status: 'pending' })).toMatchObject({
      kind: 'other',
    });
    expect(read('refund.updated', { ...refund, status: 'succeeded' })).toEqual({
      ...at,
      kind: 'refunded',
      refundId: 're_1',
      amount: 600,
    });
    expect(read('refund.failed', { ...refund, status: 'failed' })).toMatchObject({
      kind: 'refund-failed',
    });
    const dispute = { id: 'dp_1', amount: 2600, payment_intent: { id: 'pi_1' } };
    expect(read('charge.dispute.created', { ...dispute, status: 'needs_response' })).toEqual({
      ...at,
      kind: 'dispute-opened',
      disputeId: 'dp_1',
      amount: 2600,
    });
    const warning = { ...dispute, status: 'warning_needs_response' };
    expect(read('charge.dispute.created', warning)).toMatchObject({ kind: 'other' });
    expect(read('charge.dispute.closed', { ...dispute, status: 'lost' })).toMatchObject({
      kind: 'dispute-closed',
      won: false,
    });
    expect(read('customer.created', {})).toMatchObject({ kind: 'other', type: 'customer.created' });
  });

  it('is refused unsigned, altered or old', () => {
    const { body, signature } = signed('payment_intent.succeeded', intent);
    const refused = expect.objectContaining({ code: 'payments.bad-signature' });
    const codeOf = (work: () => unknown) => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    expect(codeOf(() => payments.readNotice(body, undefined))).toEqual(refused);
    expect(
      codeOf(() => payments.readNotice(Buffer.concat([body, Buffer.from(' ')]), signature)),
    ).toEqual(refused);
    const old = signed('payment_intent.succeeded', intent, Math.floor(Date.now() / 1000) - 301);
    expect(codeOf(() => payments.readNotice(old.body, old.signature))).toEqual(refused);
  });
});
