import { randomBytes } from 'node:crypto';
import {
  decideTestDebit,
  dueTestEvents,
  findTestPayment,
  findTestRefund,
  insertTestRefund,
  insertTestEvent,
  lockTestPayment,
  markTestEventDelivered,
  setTestPaymentStatus,
  testRefundedOf,
  testRefundsOf,
  upsertTestPayment,
  type StoredTestEvent,
  type StoredTestPayment,
  type TestPaymentStatus,
} from '../../../db/queries/test-payments.js';
import type { Db } from '../../../db/query.js';
import type { Cents } from '../../../domain/money.js';
import { FocusError } from '../../../errors.js';
import type { PaymentRequest, Payments } from '../../../ports/payments.js';
import { badSignature } from '../bad-signature.js';
import { readStripeEvent, readStripeReturn } from '../read-stripe-event.js';
import { disputeEvent, paymentEvent, refundEvent, type EventDraft } from './event-shapes.js';
import { signEvent, verifyEvent } from './sign-event.js';

export interface TestPaymentOptions {
  readonly db: Db;
  /** Signs the events. */
  readonly secret: string;
  /** Hands a signed event to whatever takes the provider's webhooks; thrown errors mean: later again. */
  deliver(body: string, signature: string): Promise<unknown>;
  /** After how many seconds a debit is decided. */
  readonly debitSeconds: number;
  now(): Date;
}

/** What a buyer may try on the provider's page. */
export const TEST_OUTCOMES = [
  'paid',
  'declined',
  /** The bank asks the buyer for a second step; then `paid` or `declined`. */
  '3d-secure',
  'debit-settles',
  'debit-fails',
] as const;
export type TestOutcome = (typeof TEST_OUTCOMES)[number];

/** A payment as the provider's own page shows it. */
export interface TestPayment {
  readonly id: string;
  readonly status: TestPaymentStatus;
  readonly orderNumber: string;
  readonly amount: Cents;
  readonly currency: string;
}

export interface TestPayments extends Payments {
  /** Undefined for a name that is no payment's. */
  show(paymentId: string): Promise<TestPayment | undefined>;
  /** What the buyer chose; what no longer makes sense, as the payment is decided, changes nothing. */
  choose(paymentId: string, outcome: TestOutcome): Promise<TestPayment | undefined>;
  /** As if the buyer's bank had asked for the money back, or decided about it. */
  dispute(paymentId: string, said: 'opened' | 'won' | 'lost'): Promise<void>;
  /**
   * Delivers the events that are due; what is not taken is tried at the next call, and said by an
   * AggregateError once the others were delivered.
   */
  deliverDue(): Promise<void>;
}

/**
 * A provider without money, for trying a shop out: keeps payments in tables of its own and tells of
 * them by events shaped and signed like Stripe's, at least once, as Stripe does.
 */
export function createTestPayments(options: TestPaymentOptions): TestPayments {
  const { db, secret, now } = options;

  /** Tells of something now, or of what a payment becomes then. */
  async function send(
    transaction: Db,
    draft: EventDraft,
    later?: { readonly seconds: number; readonly then: StoredTestEvent['then'] },
  ): Promise<void> {
    const dueAt = new Date(now().getTime() + (later?.seconds ?? 0) * 1000);
    const id = `evt_test_${randomBytes(12).toString('hex')}`;
    const created = Math.floor(dueAt.getTime() / 1000);
    const body = JSON.stringify({ id, object: 'event', created, livemode: false, ...draft });
    await insertTestEvent(transaction, { id, body, dueAt, then: later?.then });
  }

  async function deliverDue(): Promise<void> {
    const errors: unknown[] = [];
    for (const { id, body, then } of await dueTestEvents(db, now())) {
      if (then !== undefined) await decideTestDebit(db, then.paymentId, then.status);
      try {
        await options.deliver(body, signEvent(body, secret, now()));
        await markTestEventDelivered(db, id, now());
      } catch (error) {
        // It holds up no other: each is of an order of its own.
        errors.push(error);
      }
    }
    if (errors.length > 0)
      throw new AggregateError(errors, `${errors.length} notices were not taken`);
  }

  /** A notice that is not taken now is the next call's: whoever changed a payment is not told of it. */
  const tellNow = () => deliverDue().catch(() => undefined);

  /** Changes a payment and tells of it. */
  async function change(
    paymentId: string,
    work: (transaction: Db, payment: KeptPayment) => Promise<TestPaymentStatus | undefined>,
  ): Promise<TestPayment | undefined> {
    const changed = await db.transaction(async (transaction) => {
      const stored = await lockTestPayment(transaction, paymentId);
      if (stored === undefined) return undefined;
      const payment = keptPayment(stored);
      const status = await work(transaction, payment);
      if (status !== undefined) await setTestPaymentStatus(transaction, paymentId, status);
      return shown({ ...payment, status: status ?? payment.status });
    });
    await tellNow();
    return changed;
  }

  return {
    name: 'test',
    async start(request) {
      const stored = await upsertTestPayment(db, {
        id: `pi_test_${randomBytes(12).toString('hex')}`,
        orderId: request.orderId,
        clientSecret: `${randomBytes(24).toString('hex')}_secret`,
        request: keptOf(request),
      });
      const { id: paymentId, clientSecret } = stored;
      // The way back opens the order: it goes along with the buyer, and is kept nowhere.
      const back = encodeURIComponent(new URL(request.returnUrl).pathname);
      return { paymentId, clientSecret, pageUrl: `/pay/test/${paymentId}?back=${back}` };
    },

    /** Play money is always taken. */
    askSelling: () => Promise.resolve({ canSell: true }),

    async refund({ paymentId, amount, reference }) {
      const askedAt = now();
      const made = await db.transaction(async (transaction) => {
        const stored = await lockTestPayment(transaction, paymentId);
        if (stored?.status !== 'succeeded') throw refundRefused('it was never paid');
        const payment = keptPayment(stored);
        const earlier = await findTestRefund(transaction, reference);
        if (earlier !== undefined) return { payment, refund: earlier, isEarlier: true };
        const refunded = await testRefundedOf(transaction, paymentId);
        if (refunded + amount > payment.request.amount)
          throw refundRefused('that is more than is left of it');
        const id = `re_test_${randomBytes(12).toString('hex')}`;
        await insertTestRefund(transaction, { id, amount, paymentId, reference });
        await send(transaction, refundEvent(payment, { id, amount }));
        return { payment, refund: { id, amount }, isEarlier: false };
      });
      await tellNow();
      const { payment, refund, isEarlier } = made;
      const { object } = refundEvent(payment, refund).data;
      return { refundId: refund.id, isEarlier, notice: readStripeReturn(object, askedAt) };
    },

    async askReturns(paymentId) {
      const askedAt = now();
      const stored = await findTestPayment(db, paymentId);
      if (stored === undefined) return [];
      const payment = keptPayment(stored);
      const refunds = await testRefundsOf(db, paymentId);
      return refunds.flatMap(
        (refund) => readStripeReturn(refundEvent(payment, refund).data.object, askedAt) ?? [],
      );
    },

    /** Test money has no seller's account to be taken back from. */
    moveShares: ({ due }) => Promise.resolve(due),

    async ask(paymentId) {
      const askedAt = Math.floor(now().getTime() / 1000);
      const stored = await findTestPayment(db, paymentId);
      const said = stored === undefined ? undefined : SAID[stored.status];
      if (stored === undefined || said === undefined) return undefined;
      const id = `asked:${paymentId}:${stored.status}`;
      return readStripeEvent({ id, created: askedAt, ...paymentEvent(said, keptPayment(stored)) });
    },

    async cancel(paymentId) {
      if ((await findTestPayment(db, paymentId)) === undefined) return true;
      const changed = await change(paymentId, async (transaction, payment) => {
        if (!isWaiting(payment.status)) return undefined;
        await send(transaction, paymentEvent('canceled', payment));
        return 'cancelled';
      });
      return changed?.status === 'cancelled';
    },

    readNotice(body, signature) {
      const text = Buffer.from(body).toString('utf8');
      verifyEvent(text, signature, secret, now());
      try {
        return readStripeEvent(JSON.parse(text));
      } catch (error) {
        throw badSignature('its content makes no sense', error);
      }
    },

    async show(paymentId) {
      const stored = await findTestPayment(db, paymentId);
      return stored === undefined ? undefined : shown(keptPayment(stored));
    },

    choose: (paymentId, outcome) =>
      change(paymentId, async (transaction, payment) => {
        if (!isWaiting(payment.status)) return undefined;
        switch (outcome) {
          case 'paid':
            await send(transaction, paymentEvent('succeeded', payment));
            return 'succeeded';
          case 'declined':
            await send(transaction, paymentEvent('payment_failed', payment));
            return 'waiting';
          case '3d-secure':
            return 'needs-action';
          case 'debit-settles':
          case 'debit-fails': {
            const said = outcome === 'debit-settles' ? 'succeeded' : 'payment_failed';
            // A debit that failed leaves the payment to be tried again, as at Stripe.
            const status = outcome === 'debit-settles' ? 'succeeded' : 'waiting';
            await send(transaction, paymentEvent('processing', payment));
            await send(transaction, paymentEvent(said, payment), {
              seconds: options.debitSeconds,
              then: { paymentId, status },
            });
            return 'processing';
          }
        }
      }),

    async dispute(paymentId, said) {
      await change(paymentId, async (transaction, payment) => {
        await send(transaction, disputeEvent(said, payment));
        return undefined;
      });
    },

    deliverDue,
  };
}

/** What would have told of each status; a card that was declined leaves no trace in it. */
const SAID = {
  waiting: undefined,
  'needs-action': undefined,
  processing: 'processing',
  succeeded: 'succeeded',
  cancelled: 'canceled',
} as const satisfies Record<TestPaymentStatus, Parameters<typeof paymentEvent>[0] | undefined>;

/** Of a request, all but who pays and what opens the order. */
type KeptRequest = Omit<PaymentRequest, 'email' | 'returnUrl'>;

function keptOf(request: PaymentRequest): KeptRequest {
  const { orderId, orderNumber, amount, currency, applicationFee, sellerAccount } = request;
  return { orderId, orderNumber, amount, currency, applicationFee, sellerAccount };
}

interface KeptPayment extends Pick<StoredTestPayment, 'id' | 'status'> {
  readonly request: KeptRequest;
}

function keptPayment({ id, status, request }: StoredTestPayment): KeptPayment {
  // Written by `start` alone, from a request.
  return { id, status, request: request as KeptRequest };
}

function shown({ id, status, request }: KeptPayment): TestPayment {
  const { orderNumber, amount, currency } = request;
  return { id, status, orderNumber, amount, currency };
}

function isWaiting(status: TestPaymentStatus): boolean {
  return status === 'waiting' || status === 'needs-action';
}

function refundRefused(why: string): FocusError {
  return new FocusError(
    'conflict',
    'payments.refund-refused',
    `The payment provider gives nothing back of this payment: ${why}`,
  );
}
