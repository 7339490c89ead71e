import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStripePayments } from '../../../core/adapters/payments/stripe/stripe-payments.js';
import { signEvent } from '../../../core/adapters/payments/test/sign-event.js';
import { createTestPayments } from '../../../core/adapters/payments/test/test-payments.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderId } from '../../../core/domain/order.js';
import type { PaymentRequest, Payments } from '../../../core/ports/payments.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { startStripeServer, type StripeServer } from './stripe-server.js';

const SECRET = 'whsec_contract';
const EVENT = JSON.stringify({
  id: 'evt_1',
  object: 'event',
  created: 1_790_000_000,
  type: 'payment_intent.succeeded',
  data: { object: { id: 'pi_1', currency: 'eur', amount_received: 900 } },
});

interface Opened {
  readonly payments: Payments;
  /** The buyer pays. */
  pay(paymentId: string): Promise<void>;
  /** For as long as a provider remembers what it was asked. */
  passDay(): void;
  close(): Promise<void>;
}

const providers: Readonly<Record<Payments['name'], () => Promise<Opened>>> = {
  async test() {
    const database: TestDatabase = await createTestDatabase();
    const payments = createTestPayments({
      db: database.db,
      secret: SECRET,
      debitSeconds: 1,
      deliver: async () => undefined,
      now: () => new Date(),
    });
    return {
      payments,
      pay: async (paymentId) => {
        await payments.choose(paymentId, 'paid');
      },
      passDay: () => undefined,
      close: () => database.drop(),
    };
  },
  async stripe() {
    const server: StripeServer = await startStripeServer();
    const { host, port } = server;
    const payments = createStripePayments({
      secretKey: 'sk_test_loopback',
      webhookSecret: SECRET,
      server: { host, port, protocol: 'http' },
    });
    return {
      payments,
      pay: async (paymentId) => {
        server.setStatus(paymentId, 'succeeded');
      },
      passDay: () => server.forgetKeys(),
      close: () => server.close(),
    };
  },
};

describe.each(Object.entries(providers))('payments by %s', (name, openProvider) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openProvider();
  });
  afterAll(() => opened.close());

  const orderOf = (): PaymentRequest => ({
    orderId: randomUUID() as OrderId,
    orderNumber: 'FR-2026-000001',
    amount: cents(900),
    currency: 'EUR',
    applicationFee: cents(100),
    sellerAccount: 'acct_lea',
    email: 'runner@example.org',
    returnUrl: 'https://shop.example.org/orders/x',
  });

  it('are named, and one for each order, however often it is started', async () => {
    expect(opened.payments.name).toBe(name);
    const request = orderOf();
    const first = await opened.payments.start(request);
    expect(await opened.payments.start(request)).toEqual(first);
    const other = await opened.payments.start(orderOf());
    expect(other.paymentId).not.toBe(first.paymentId);
    expect(other.clientSecret).not.toBe(first.clientSecret);
  });

  it('give one refund for one reference, and another for another, a day later too', async () => {
    const { paymentId } = await opened.payments.start(orderOf());
    await opened.pay(paymentId);
    const refund = {
      paymentId,
      amount: cents(300),
      shares: { reversed: cents(300), feeReturned: cents(0) },
      reference: randomUUID(),
    };
    const first = await opened.payments.refund(refund);
    const { refundId } = first;
    expect(first).toMatchObject({
      isEarlier: false,
      notice: { kind: 'refunded', paymentId, refundId, amount: 300 },
    });
    expect(await opened.payments.refund(refund)).toMatchObject({ refundId });
    const next = await opened.payments.refund({ ...refund, reference: randomUUID() });
    expect(next.refundId).not.toBe(refundId);
    opened.passDay();
    expect(await opened.payments.refund(refund)).toMatchObject({
      refundId,
      isEarlier: true,
    });
    const later = { ...refund, reference: randomUUID() };
    const { refundId: laterId } = await opened.payments.refund(later);
    expect([refundId, next.refundId]).not.toContain(laterId);
    expect(await opened.payments.refund(later)).toMatchObject({ refundId: laterId });
  });

  it('say what was given back when they are asked, each with the same content again', async () => {
    const { paymentId } = await opened.payments.start(orderOf());
    await opened.pay(paymentId);
    expect(await opened.payments.askReturns(paymentId, 'acct_lea')).toEqual([]);
    const shares = { reversed: cents(400), feeReturned: cents(0) };
    const refund = { paymentId, amount: cents(400), shares, reference: randomUUID() };
    const { refundId } = await opened.payments.refund(refund);
    expect(await opened.payments.moveShares({ paymentId, due: shares, attempt: 0 })).toEqual(
      shares,
    );
    const said = await opened.payments.askReturns(paymentId, 'acct_lea');
    expect(said).toContainEqual(
      expect.objectContaining({ kind: 'refunded', refundId, amount: 400 }),
    );
    expect(await opened.payments.askReturns('pi_unknown', undefined)).toEqual([]);
  });

  it('can be cancelled, twice too, unless they were paid', async () => {
    const open = await opened.payments.start(orderOf());
    expect(await opened.payments.cancel(open.paymentId)).toBe(true);
    expect(await opened.payments.cancel(open.paymentId)).toBe(true);
    const paid = await opened.payments.start(orderOf());
    await opened.pay(paid.paymentId);
    expect(await opened.payments.cancel(paid.paymentId)).toBe(false);
  });

  it('say how they stand when they are asked, as a notice would', async () => {
    const { payments } = opened;
    const { paymentId } = await payments.start(orderOf());
    expect(await payments.ask(paymentId)).toBeUndefined();
    await opened.pay(paymentId);
    const said = await payments.ask(paymentId);
    expect(said).toMatchObject({ kind: 'succeeded', paymentId, amount: 900, currency: 'EUR' });
    expect((await payments.ask(paymentId))?.id).toBe(said?.id);
    const cancelled = await payments.start(orderOf());
    await payments.cancel(cancelled.paymentId);
    expect(await payments.ask(cancelled.paymentId)).toMatchObject({ kind: 'cancelled' });
  });

  it('that the provider does not know are nothing to wait for', async () => {
    expect(await opened.payments.ask('pi_unknown')).toBeUndefined();
    expect(await opened.payments.cancel('pi_unknown')).toBe(true);
  });

  it('are told by notices signed by either hand, Stripe’s or ours', () => {
    const { webhooks } = new Stripe('sk_test_loopback');
    const signatures = [
      signEvent(EVENT, SECRET, new Date()),
      webhooks.generateTestHeaderString({ payload: EVENT, secret: SECRET }),
    ];
    for (const signature of signatures) {
      expect(opened.payments.readNotice(Buffer.from(EVENT), signature)).toEqual({
        kind: 'succeeded',
        id: 'evt_1',
        createdAt: new Date(1_790_000_000_000),
        paymentId: 'pi_1',
        amount: 900,
        currency: 'EUR',
      });
    }
  });

  it('take no notice that is unsigned, altered, old, or signed by somebody else', () => {
    const now = new Date();
    const old = new Date(now.getTime() - 301_000);
    const altered = EVENT.replace('900', '901');
    for (const [body, signature] of [
      [EVENT, undefined],
      [EVENT, ''],
      [EVENT, 'v1=00'],
      [altered, signEvent(EVENT, SECRET, now)],
      [EVENT, signEvent(EVENT, 'whsec_other', now)],
      [EVENT, signEvent(EVENT, SECRET, old)],
    ] as const) {
      expect(() => opened.payments.readNotice(Buffer.from(body), signature)).toThrow(
        expect.objectContaining({ code: 'payments.bad-signature' }),
      );
    }
  });
});
