import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { cents } from '../../../core/domain/money.js';
import { FocusError } from '../../../core/errors.js';
import type { Payments } from '../../../core/ports/payments.js';
import { checkReturns } from '../../../core/usecases/orders/check-returns.js';
import { refundOrder } from '../../../core/usecases/orders/refund-order.js';
import { leftAtStripe } from '../../adapters/payments/stripe-routes.js';
import { createStripeWorld, type StripeOrder, type StripeWorld } from './stripe-world.js';

let shop: StripeWorld;
beforeAll(async () => {
  shop = await createStripeWorld();
});
afterAll(() => shop.close());

async function paid(): Promise<StripeOrder> {
  const order = await shop.place();
  order.stripe.act({ kind: 'pay' });
  await shop.deliver(...order.stripe.events);
  return order;
}
const all = ({ number }: StripeOrder) => ({ order: number, amount: undefined, reason: '' });
const leftOf = ({ stripe }: StripeOrder) => leftAtStripe(stripe.payment);
const GONE = { payment: 0, transfer: 0, applicationFee: 0 };

const broken = (changes: Partial<Payments>) => ({
  ...shop.deps,
  payments: { ...shop.deps.payments, ...changes },
});
const unavailable = () =>
  Promise.reject(new FocusError('unavailable', 'payments.unreachable', 'No answer'));

describe('a refund of the rest after one in the dashboard', () => {
  it.each([
    ['with the transfer and a share of the fee', true, true],
    ['with the transfer alone', true, false],
    ['with neither', false, false],
  ])('%s asks for what is left of each', async (_, reverseTransfer, returnFee) => {
    const order = await paid();
    order.stripe.act({ kind: 'dashboard-refund', part: 10 / 26, reverseTransfer, returnFee });
    // No notice of it came: the provider is asked first.
    const made = await refundOrder(shop.deps, all(order));
    expect(made).toMatchObject({ outcome: 'made', amount: 1600, state: 'refunded' });
    expect(leftOf(order)).toMatchObject(GONE);
    const { problems, documents } = await shop.keptOf(order.number);
    expect(problems).toEqual([]);
    expect(documents.map(({ total }) => total)).toEqual([2600, -1000, -1600]);
  });

  it('of everything, without the seller’s part, is put right by the same command', async () => {
    const order = await paid();
    order.stripe.act({ kind: 'dashboard-refund' });
    await shop.deliver(...order.stripe.events);
    await query(
      shop.deps.db,
      `update orders set returns_due_at = now() - make_interval(secs => 1) where number = :number`,
      {
        number: order.number,
      },
    );
    await checkReturns(shop.deps);
    expect((await shop.keptOf(order.number)).problems).toEqual(['shares-differ']);
    expect(await refundOrder(shop.deps, all(order))).toMatchObject({
      outcome: 'shares-only',
      amount: 0,
      refundId: undefined,
    });
    expect(leftOf(order)).toMatchObject(GONE);
    expect((await shop.keptOf(order.number)).problems).toEqual([]);
    await expect(refundOrder(shop.deps, all(order))).rejects.toMatchObject({
      code: 'order.nothing-left',
    });
  });
});

describe('a refund that breaks off', () => {
  it('after the refund says that the buyer has the money, and goes on with the fee alone', async () => {
    const order = await paid();
    const { server } = shop;
    server.failRoute(/application_fees/, 400, { message: 'Insufficient funds' });
    await expect(refundOrder(shop.deps, all(order))).rejects.toMatchObject({
      code: 'order.shares-waiting',
      message: expect.stringContaining('EUR 26.00 of order'),
    });
    expect(leftOf(order)).toMatchObject({ ...GONE, applicationFee: 100 });
    expect(await shop.keptOf(order.number)).toMatchObject({ state: 'refunded' });
    server.failRoute(undefined, 0, { message: '' });
    // The same day: Stripe still remembers its no, by another name.
    expect(await refundOrder(shop.deps, all(order))).toMatchObject({ outcome: 'shares-only' });
    expect(leftOf(order)).toMatchObject(GONE);
    expect(order.stripe.payment.refunds).toHaveLength(1);
  });

  it('before its answer comes is found, on another day too, and counted once', async () => {
    const order = await paid();
    const part = { order: order.number, amount: cents(1000), reason: '' };
    const lost = broken({
      async refund(request) {
        await shop.deps.payments.refund(request);
        return unavailable();
      },
    });
    await expect(refundOrder(lost, part)).rejects.toMatchObject({ kind: 'unavailable' });
    shop.server.forgetKeys();
    expect(await refundOrder(shop.deps, part)).toMatchObject({
      outcome: 'already-made',
      amount: 1000,
    });
    expect(leftOf(order)).toMatchObject({ payment: 1600, transfer: 1600, applicationFee: 100 });
    expect(await refundOrder(shop.deps, all(order))).toMatchObject({ amount: 1600 });
    expect(leftOf(order)).toMatchObject(GONE);
  });

  it('where nobody answers has asked for nothing', async () => {
    const order = await paid();
    await expect(
      refundOrder(broken({ askReturns: unavailable }), all(order)),
    ).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await shop.keptOf(order.number)).refunds).toEqual([]);
  });

  it('is the same refund when it is asked for by the same key', async () => {
    const order = await paid();
    const part = { order: order.number, amount: cents(500), reason: 'hidden', key: 'take-down:7' };
    const [first, second] = await Promise.all([
      refundOrder(shop.deps, part),
      refundOrder(shop.deps, part),
    ]);
    expect([first.outcome, second.outcome].sort()).toEqual(['already-made', 'made']);
    expect(first.refundId).toBe(second.refundId);
    expect(leftOf(order)).toMatchObject({ payment: 2100 });
  });
});

describe('what was given back or taken back', () => {
  it('ends the downloads at once by the answer to our own call', async () => {
    const order = await paid();
    expect(await refundOrder(shop.deps, all(order))).toMatchObject({ state: 'refunded' });
    // Nothing but the payment was ever delivered.
    expect(await shop.keptOf(order.number)).toMatchObject({ state: 'refunded' });
  });

  it('is asked for where the only notice of it is that of the charge', async () => {
    const order = await paid();
    order.stripe.act({ kind: 'dashboard-refund', reverseTransfer: true, returnFee: true });
    const [said] = order.stripe.events.filter(({ type }) => type === 'charge.refunded');
    if (said === undefined) throw new Error('No event of the charge');
    await shop.deliver(said);
    expect(await shop.keptOf(order.number)).toMatchObject({ state: 'refunded', problems: [] });
  });

  it('is found by asking, ever less often, where no notice came at all', async () => {
    const order = await paid();
    order.stripe.act({ kind: 'dispute' });
    order.stripe.act({ kind: 'dispute-withdrawal' });
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    expect(await checkReturns({ ...shop.deps, now: () => later(0.5) })).toBe(0);
    expect(await checkReturns({ ...shop.deps, now: () => later(1.1) })).toBeGreaterThan(0);
    expect(await shop.keptOf(order.number)).toMatchObject({
      state: 'disputed',
      problems: ['dispute-to-answer'],
    });
    const dueOf = async () => {
      const [row] = await query<{ hours: number | null }>(
        shop.deps.db,
        `select extract(epoch from returns_due_at - now()) / 3600 as hours from orders
         where number = :number`,
        { number: order.number },
      );
      return row?.hours ?? undefined;
    };
    // A dispute goes on: once a day, whatever the age of the order.
    await checkReturns({ ...shop.deps, now: () => later(24 * 100) });
    expect(Math.round(Number(await dueOf()))).toBe(24 * 101);
    await checkReturns({ ...shop.deps, now: () => later(24 * 800) });
    expect(await dueOf()).toBeUndefined();
  });

  it('twice is a loss, with documents of no more than the sale, and one mail to the operator', async () => {
    const order = await paid();
    await refundOrder(shop.deps, { order: order.number, amount: cents(1000), reason: '' });
    for (const kind of ['dispute', 'dispute-withdrawal'] as const) order.stripe.act({ kind });
    order.stripe.act({ kind: 'dispute-moves', to: 'lost' });
    await shop.deliver(...order.stripe.events, ...order.stripe.events);
    const { problems, documents, booked } = await shop.keptOf(order.number);
    expect(problems).toContain('paid-back-twice');
    expect(documents.map(({ total }) => total)).toEqual([2600, -1000, -1600]);
    const sums = new Map<string, number>();
    for (const { account, amount } of [...booked.values()].flat())
      sums.set(account, (sums.get(account) ?? 0) + amount);
    expect(Object.fromEntries(sums)).toMatchObject({
      provider: -3000,
      seller: 0,
      platform: 0,
      loss: 1000,
      'dispute-fees': 2000,
    });
    const mails = await query<{ key: string }>(
      shop.deps.db,
      `select key from mails where kind = 'operator-alarm' and recipient = 'shop@example.org'
         and key like '%paid-back-twice'`,
    );
    expect(mails).toHaveLength(1);
    // The seller's part of what the bank took comes back from the seller.
    expect(await refundOrder(shop.deps, all(order))).toMatchObject({ outcome: 'shares-only' });
    expect(leftOf(order)).toMatchObject({ transfer: 0, applicationFee: 0 });
  });

  it('of a payout that fails the operator hears, once', async () => {
    const object = { id: 'po_7', amount: 5000, currency: 'eur', failure_message: 'Closed' };
    const said = { id: 'evt_po', type: 'payout.failed', created: 1_790_000_000, data: { object } };
    await shop.deliver(said, { ...said, id: 'evt_po2' });
    const mails = await query(
      shop.deps.db,
      `select 1 from mails where key = 'operator-alarm:payout-failed:po_7'`,
    );
    expect(mails).toHaveLength(1);
  });
});

describe('a voucher that is paid days later', () => {
  it('keeps its order waiting beyond the day after which others lapse', async () => {
    const order = await shop.place();
    order.stripe.act({ kind: 'voucher' });
    await shop.deliver(...order.stripe.events);
    const { expireOpenOrders } =
      await import('../../../core/usecases/orders/expire-open-orders.js');
    const later = { ...shop.deps, now: () => new Date(Date.now() + 5 * 86_400_000) };
    await expireOpenOrders(later);
    expect(await shop.keptOf(order.number)).toMatchObject({
      state: 'processing',
      order: { voucher: { until: '2027-01-15T08:00:00.000Z', url: 'https://pay.test/v' } },
    });
    order.stripe.act({ kind: 'pay' });
    await shop.deliver(...order.stripe.events);
    expect(await shop.keptOf(order.number)).toMatchObject({
      state: 'paid',
      order: { voucher: undefined },
    });
  });
});
