import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStripePayments } from '../../../core/adapters/payments/stripe/stripe-payments.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderId } from '../../../core/domain/order.js';
import type { PaymentRequest, Payments, RefundRequest } from '../../../core/ports/payments.js';
import { formFields, textOf, truth, whole, type FieldsOf } from './stripe-fields.js';
import { leftAtStripe } from './stripe-routes.js';
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
    amount: cents(1000),
    shares: { reversed: cents(1000), feeReturned: cents(0) },
    reference: 'first',
  };
  const postsTo = (route: RegExp) =>
    server.calls.filter((call) => call.route.startsWith('POST') && route.test(call.route));
  let last = 100;
  /** A paid order of 26.00, of which 1.00 is the fee. */
  async function paid(sellerAccount: string | undefined = 'acct_lea'): Promise<string> {
    const orderId = `${(last += 1)}00000-1111-4111-8111-111111111111` as OrderId;
    const { paymentId } = await payments.start({ ...request, orderId, sellerAccount });
    server.setStatus(paymentId, 'succeeded');
    return paymentId;
  }

  it('takes the money back from the seller in the same call, and leaves the fee alone', async () => {
    const paymentId = await paid();
    const made = await payments.refund({ ...refund, paymentId });
    expect(made).toMatchObject({ isEarlier: false, notice: { kind: 'refunded', amount: 1000 } });
    expect(lastCalls(1)[0]).toEqual({
      route: 'POST /v1/refunds',
      parameters: {
        payment_intent: paymentId,
        amount: '1000',
        'metadata[reference]': 'first',
        reverse_transfer: 'true',
      },
      idempotencyKey: 'refund-first-reversed',
    });
    expect(leftAtStripe(server.books.find(paymentId))).toMatchObject({
      payment: 1600,
      transfer: 1600,
      applicationFee: 100,
    });
  });

  it('of the rest asks for the fee that is left after one in the dashboard', async () => {
    const paymentId = await paid();
    // With both boxes ticked: a share of the fee goes with it.
    server.books.refund(paymentId, { amount: 1000, reverseTransfer: true, returnFee: true });
    const shares = { reversed: cents(2600), feeReturned: cents(100) };
    const rest = { ...refund, paymentId, amount: cents(1600), shares, reference: 'rest' };
    await payments.refund(rest);
    expect(await payments.moveShares({ paymentId, due: shares, attempt: 0 })).toEqual(shares);
    expect(postsTo(/application_fees/).at(-1)).toMatchObject({
      parameters: { amount: '62' },
      idempotencyKey: `fee-${paymentId}-38-62-0`,
    });
    expect(leftAtStripe(server.books.find(paymentId))).toMatchObject({
      payment: 0,
      transfer: 0,
      applicationFee: 0,
    });
  });

  it('takes back what one in the dashboard left with the seller, and no more than there is', async () => {
    const paymentId = await paid();
    server.books.refund(paymentId, { amount: 1000 });
    const shares = { reversed: cents(2600), feeReturned: cents(100) };
    const rest = { ...refund, paymentId, amount: cents(1600), shares, reference: 'after' };
    await payments.refund(rest);
    await payments.moveShares({ paymentId, due: shares, attempt: 0 });
    expect(postsTo(/reversals/).at(-1)).toMatchObject({ parameters: { amount: '1000' } });
    const other = await paid();
    server.books.reverse(other, 2000);
    await payments.refund({ ...rest, paymentId: other, amount: cents(2600), reference: 'other' });
    expect(lastCalls(1)[0]?.parameters).toMatchObject({ reverse_transfer: 'false' });
    await payments.moveShares({ paymentId: other, due: shares, attempt: 0 });
    expect(leftAtStripe(server.books.find(other))).toMatchObject({ payment: 0, transfer: 0 });
  });

  it('moves nothing twice, whoever asks again and whatever answer was lost', async () => {
    const paymentId = await paid();
    const due = { reversed: cents(2600), feeReturned: cents(100) };
    const whole = { ...refund, paymentId, amount: cents(2600), shares: due, reference: 'whole' };
    await payments.refund(whole);
    server.loseAnswer(/application_fees/);
    await payments.moveShares({ paymentId, due, attempt: 0 });
    server.forgetKeys();
    expect(await payments.moveShares({ paymentId, due, attempt: 0 })).toEqual(due);
    await Promise.all([1, 2, 3].map(() => payments.moveShares({ paymentId, due, attempt: 0 })));
    expect(server.books.find(paymentId)).toMatchObject({ reversed: 2600, feeReturned: 100 });
    expect(postsTo(new RegExp(`/fee_${paymentId.slice(3)}/`))).toHaveLength(1);
  });

  it('whose fee Stripe refuses was made all the same, and can be gone on with the same day', async () => {
    const paymentId = await paid();
    const due = { reversed: cents(2600), feeReturned: cents(100) };
    await payments.refund({
      ...refund,
      paymentId,
      amount: cents(2600),
      shares: due,
      reference: 'f',
    });
    server.failRoute(/application_fees/, 400, { message: 'No.' });
    await expect(payments.moveShares({ paymentId, due, attempt: 0 })).rejects.toMatchObject({
      code: 'payments.shares-refused',
    });
    server.failRoute(undefined, 0, { message: '' });
    expect(await payments.moveShares({ paymentId, due, attempt: 1 })).toEqual(due);
  });

  it('is found again when Stripe has forgotten that it was asked', async () => {
    const paymentId = await paid();
    const lost = { ...refund, paymentId, reference: 'lost' };
    const { refundId } = await payments.refund(lost);
    server.forgetKeys();
    expect(await payments.refund(lost)).toMatchObject({
      refundId,
      isEarlier: true,
    });
    const made = server.calls.filter(
      ({ route, parameters }) =>
        route.startsWith('POST') && parameters['metadata[reference]'] === 'lost',
    );
    expect(made).toHaveLength(1);
  });

  it('of what the platform sold itself knows no transfer', async () => {
    const paymentId = await paid(undefined);
    await payments.refund({ ...refund, paymentId, shares: undefined, reference: 'own' });
    expect(lastCalls(1)[0]?.parameters).toEqual({
      payment_intent: paymentId,
      amount: '1000',
      'metadata[reference]': 'own',
    });
  });

  it('that a bank takes its time with says so, and is not yet the buyer’s', async () => {
    const paymentId = await paid();
    server.setRefundStatus('pending');
    const made = await payments.refund({ ...refund, paymentId, reference: 'slow' });
    server.setRefundStatus('succeeded');
    expect(made.notice).toMatchObject({ kind: 'refund-pending', amount: 1000 });
  });

  it('is refused of a payment that the bank has taken back, or that is refunded', async () => {
    const disputed = await paid();
    server.books.dispute(disputed, 2600, 'chargeback');
    const refused = { code: 'payments.refund-refused' };
    await expect(
      payments.refund({ ...refund, paymentId: disputed, reference: 'd' }),
    ).rejects.toMatchObject(refused);
    const paymentId = await paid();
    server.books.refund(paymentId, { amount: 2000 });
    await expect(
      payments.refund({ ...refund, paymentId, reference: 'too much' }),
    ).rejects.toMatchObject(refused);
  });

  it('needs a key that may make refunds, and says which right is missing', async () => {
    const paymentId = await paid();
    server.addKey('rk_test_sales', ['payment_intents']);
    await expect(
      open('rk_test_sales').refund({ ...refund, paymentId, reference: 'key' }),
    ).rejects.toMatchObject({
      code: 'payments.key-refused',
      message: expect.stringContaining('refunds'),
    });
  });

  it.each([
    [400, { code: 'charge_already_refunded', message: 'Already refunded.' }],
    // Else it would be waited for, and keep every other refund of its order back.
    [400, { type: 'invalid_request_error', message: 'Something that has no code.' }],
  ])('that Stripe does not make is told as such: %d %j', async (status, answer) => {
    server.failRoute(/^POST .*refunds$/, status, answer);
    await expect(payments.refund({ ...refund, reference: 'no' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'payments.refund-refused',
    });
    server.failRoute(undefined, 0, { message: '' });
  });

  it.each([
    [401, { type: 'invalid_request_error', message: 'No such key.' }],
    [400, { type: 'idempotency_error', message: 'The key was used for another refund.' }],
  ])('that Stripe may have made is not: %d %j', async (status, answer) => {
    server.failRoute(/^POST .*refunds$/, status, answer);
    await expect(payments.refund({ ...refund, reference: 'perhaps' })).rejects.not.toMatchObject({
      code: 'payments.refund-refused',
    });
    server.failRoute(undefined, 0, { message: '' });
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
    await expect(open('sk_test_wrong').cancel('pi_1')).rejects.toMatchObject({
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
      kind: 'refund-pending',
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
    expect(read('charge.refunded', { id: 'ch_1', payment_intent: 'pi_1' })).toEqual({
      ...at,
      kind: 'moved',
    });
    const voucher = { expires_at: 1_790_500_000, hosted_voucher_url: 'https://pay.example.org/v' };
    const waits = { ...intent, next_action: { multibanco_display_details: voucher } };
    expect(read('payment_intent.requires_action', waits)).toEqual({
      ...at,
      kind: 'voucher',
      until: '2026-09-27T09:06:40.000Z',
      url: 'https://pay.example.org/v',
    });
    const secondStep = { ...intent, next_action: { use_stripe_sdk: {} } };
    expect(read('payment_intent.requires_action', secondStep)).toMatchObject({ kind: 'acting' });
    const warning = { id: 'issfr_1', actionable: true, payment_intent: 'pi_1', charge: 'ch_1' };
    expect(read('radar.early_fraud_warning.created', warning)).toEqual({
      ...at,
      kind: 'fraud-warning',
      warningId: 'issfr_1',
      actionable: true,
    });
    expect(read('review.opened', { id: 'prv_1', open: true, payment_intent: 'pi_1' })).toEqual({
      ...at,
      kind: 'review',
      reviewId: 'prv_1',
      open: true,
    });
    const payout = { id: 'po_1', amount: 5000, currency: 'eur', failure_code: 'account_closed' };
    expect(read('payout.failed', payout)).toMatchObject({
      kind: 'payout-failed',
      amount: 5000,
      reason: 'account_closed',
    });
    expect(read('customer.created', {})).toMatchObject({ kind: 'other', type: 'customer.created' });
  });

  it('of a dispute is read with what moved for it', () => {
    const taken = { amount: -2600, fee: 2000, currency: 'eur' };
    const back = { amount: 1000, fee: 0, currency: 'eur' };
    const dispute = { id: 'dp_1', amount: 2600, currency: 'eur', payment_intent: { id: 'pi_1' } };
    const readAs = (said: string, status: string, moves: object[] | undefined) =>
      read(`charge.dispute.${said}`, {
        ...dispute,
        status,
        ...(moves === undefined ? {} : { balance_transactions: moves }),
      });
    const opened = { kind: 'dispute', disputeId: 'dp_1', status: 'open', toAnswer: true };
    expect(readAs('created', 'needs_response', [])).toMatchObject({ ...opened, taken: 0, fee: 0 });
    expect(readAs('funds_withdrawn', 'needs_response', [taken])).toMatchObject({
      ...opened,
      taken: 2600,
      fee: 2000,
      moves: 1,
    });
    expect(readAs('updated', 'under_review', [taken])).toMatchObject({
      status: 'open',
      toAnswer: false,
    });
    // "Partially won": lost, with a part of the money back.
    expect(readAs('funds_reinstated', 'lost', [taken, back])).toMatchObject({
      status: 'lost',
      taken: 1600,
      moves: 2,
    });
    expect(readAs('closed', 'prevented', [])).toMatchObject({ status: 'prevented', taken: 0 });
    expect(readAs('created', 'warning_needs_response', [])).toMatchObject({
      status: 'inquiry',
      toAnswer: true,
    });
    expect(readAs('closed', 'warning_closed', [])).toMatchObject({ status: 'inquiry-closed' });
    expect(readAs('updated', 'appeal_under_review', [taken])).toMatchObject({ status: 'lost' });
    // An account in another currency is charged in that one: no cents of the order.
    const dollars = { ...taken, amount: -2900, currency: 'usd' };
    expect(readAs('closed', 'lost', [dollars])).toMatchObject({ taken: 2600, fee: 0 });
    expect(readAs('closed', 'lost', undefined)).toMatchObject({ taken: 2600 });
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
