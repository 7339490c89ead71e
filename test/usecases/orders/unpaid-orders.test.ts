import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDiscountCode, insertDiscountCode } from '../../../core/db/queries/discount-codes.js';
import { findOrderByNumber } from '../../../core/db/queries/orders.js';
import { insertNotice } from '../../../core/db/queries/payment-notices.js';
import { setTestPaymentStatus } from '../../../core/db/queries/test-payments.js';
import { cents } from '../../../core/domain/money.js';
import { FocusError } from '../../../core/errors.js';
import type { PaymentRequest } from '../../../core/ports/payments.js';
import { checkPaymentOfLink, checkPayments } from '../../../core/usecases/orders/check-payments.js';
import { continuePayment } from '../../../core/usecases/orders/continue-payment.js';
import { expireOpenOrders } from '../../../core/usecases/orders/expire-open-orders.js';
import type { OrderDeps } from '../../../core/usecases/orders/order-deps.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { settleOrder } from '../../../core/usecases/orders/settle-order.js';
import { startPayment } from '../../../core/usecases/orders/start-payment.js';
import { orderNotices } from './order-notices.js';
import { createOrderWorld, type OrderWorld } from './order-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());
const { notice, take, countOf, mailsTo } = orderNotices(() => world);

describe('time', () => {
  it('ends orders that nobody paid, at the provider too, and no others', async () => {
    const { number, paymentId } = await world.placeOne();
    const debit = await world.placeOne();
    await world.payments.choose(debit.paymentId, 'debit-settles');
    world.pass(25 * 3600);
    expect(await expireOpenOrders(world.deps)).toBeGreaterThan(0);
    expect(await world.stateOf(number)).toBe('expired');
    expect(await world.payments.choose(paymentId, 'paid')).toMatchObject({ status: 'cancelled' });
    // The debit was decided meanwhile, and told with the rest.
    expect(await world.stateOf(debit.number)).toBe('paid');
    expect(await expireOpenOrders(world.deps)).toBe(0);
  });
});

describe('orders that cannot be ended', () => {
  /** The provider fails for these payments. */
  const failingFor = (paymentIds: readonly string[], error: Error): OrderDeps => {
    const cancel = async (paymentId: string) => {
      if (paymentIds.includes(paymentId)) throw error;
      return world.payments.cancel(paymentId);
    };
    return { ...world.deps, payments: { ...world.payments, cancel } };
  };

  it('stand in no other’s way, and are tried again', async () => {
    const [first, second] = [await world.placeOne(), await world.placeOne()];
    world.pass(25 * 3600);
    const failing = failingFor([first.paymentId], new Error('odd'));
    await expect(expireOpenOrders(failing)).rejects.toThrow('1 of 2 orders failed');
    expect(await world.stateOf(first.number)).toBe('open');
    expect(await world.stateOf(second.number)).toBe('expired');
    expect(await expireOpenOrders(world.deps)).toBe(0);
    world.pass(600);
    expect(await expireOpenOrders(world.deps)).toBe(1);
  });

  it('wait for a provider that does not answer, and for their own', async () => {
    const { number, paymentId } = await world.placeOne();
    world.pass(25 * 3600);
    const down = new FocusError('unavailable', 'payments.unreachable', 'Down');
    await expect(expireOpenOrders(failingFor([paymentId], down))).rejects.toBe(down);
    const other = { ...world.deps, payments: { ...world.payments, name: 'stripe' as const } };
    expect(await expireOpenOrders(other)).toBe(0);
    expect(await world.stateOf(number)).toBe('open');
    world.pass(600);
    expect(await expireOpenOrders(world.deps)).toBe(1);
  });
});

describe('a payment whose notice was lost for good', () => {
  /** The buyer pays, and nobody is told. */
  async function paidUnheard() {
    const placed = await world.place(world.photos.slice(3, 4), 900);
    const paymentId = placed.payment?.paymentId ?? '';
    await setTestPaymentStatus(world.deps.db, paymentId, 'succeeded');
    return { ...placed, paymentId };
  }

  it('is found by the pass, once, and less often the older the order', async () => {
    const { number } = await paidUnheard();
    expect(await checkPayments(world.deps)).toBe(0);
    world.pass(301);
    expect(await checkPayments(world.deps)).toBe(1);
    expect(await world.stateOf(number)).toBe('paid');
    const waiting = await world.placeOne();
    let asked = 0;
    const ask = (paymentId: string) => {
      if (paymentId === waiting.paymentId) asked += 1;
      return world.payments.ask(paymentId);
    };
    const counting = { ...world.deps, payments: { ...world.payments, ask } };
    for (let minute = 0; minute < 23 * 60; minute += 5) {
      world.pass(300);
      await checkPayments(counting);
    }
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThan(40);
  });

  it('is found when the buyer opens the order, at most every ten seconds', async () => {
    const { number, token, paymentId } = await paidUnheard();
    const down = () => Promise.reject(new FocusError('unavailable', 'payments.unreachable', ''));
    const failing = { ...world.deps, payments: { ...world.payments, ask: down } };
    await expect(checkPaymentOfLink(failing, token)).rejects.toMatchObject({ kind: 'unavailable' });
    await checkPaymentOfLink(world.deps, token);
    expect(await world.stateOf(number)).toBe('open');
    world.pass(10);
    await Promise.all(Array.from({ length: 5 }, () => checkPaymentOfLink(world.deps, token)));
    expect(await world.stateOf(number)).toBe('paid');
    await checkPaymentOfLink(world.deps, `${token.slice(0, -1)}!`);
    // The notice arrives after all.
    const mails = await mailsTo('runner@example.org', 'order-paid');
    await take(notice(paymentId, 'succeeded'));
    expect(await countOf('ledger_transactions', number)).toBe(1);
    expect(await mailsTo('runner@example.org', 'order-paid')).toBe(mails);
  });

  it('is found when its order would be ended', async () => {
    const { number } = await paidUnheard();
    world.pass(25 * 3600);
    await expireOpenOrders(world.deps);
    expect(await world.stateOf(number)).toBe('paid');
  });

  it('tells the buyer of a debit that failed once, though it is heard of twice', async () => {
    const { number, paymentId } = await world.placeOne();
    const mails = await mailsTo('runner@example.org', 'payment-failed');
    const began = world.deps.now();
    await setTestPaymentStatus(world.deps.db, paymentId, 'processing');
    world.pass(301);
    await checkPayments(world.deps);
    expect(await world.stateOf(number)).toBe('processing');
    await take(notice(paymentId, 'payment_failed'));
    await take(notice(paymentId, 'processing', { at: began }));
    expect(await world.stateOf(number)).toBe('failed');
    expect(await mailsTo('runner@example.org', 'payment-failed')).toBe(mails + 1);
  });
});

it('keeps the payment that an order has', async () => {
  const { number, paymentId } = await world.placeOne();
  const order = await findOrderByNumber(world.deps.db, number);
  if (order === undefined) throw new Error('No order');
  const start = async (request: PaymentRequest) => ({
    ...(await world.payments.start(request)),
    paymentId: 'pi_test_other',
  });
  const forgetful = { ...world.deps, payments: { ...world.payments, start } };
  await expect(startPayment(forgetful, order, 'https://shop.example.org/')).rejects.toMatchObject({
    code: 'order.other-payment',
  });
  const elsewhere = { ...world.deps, payments: { ...world.payments, name: 'stripe' as const } };
  await expect(startPayment(elsewhere, order, 'https://shop.example.org/')).rejects.toMatchObject({
    code: 'order.other-provider',
  });
  const after = await findOrderByNumber(world.deps.db, number);
  expect(after?.payment).toEqual({ provider: 'test', id: paymentId });
});

it('begins no payment again once the provider forgets that it was asked', async () => {
  const { token, payment } = await world.place(world.photos.slice(3, 4), 900);
  const returnUrl = 'https://shop.example.org/';
  world.pass(22 * 3600);
  expect(await continuePayment(world.deps, token, returnUrl)).toMatchObject({
    paymentId: payment?.paymentId,
  });
  world.pass(3 * 3600);
  expect(await continuePayment(world.deps, token, returnUrl)).toBeUndefined();
});

it('gives the use of a code back once, and takes it again once, however late notices come', async () => {
  const { deps, event, photos } = world;
  const { db } = deps;
  await insertDiscountCode(db, event.id, {
    key: 'LATE',
    code: 'LATE',
    terms: { kind: 'amount', amount: cents(100) },
    usesLimit: undefined,
    expiresAt: undefined,
  });
  const place = async () => {
    const request = { ...world.request(photos.slice(3, 4), 800), discountCode: 'late' };
    const placed = await placeOrder(deps, request);
    if (placed.kind !== 'placed') throw new Error(JSON.stringify(placed));
    return placed;
  };
  const { number, payment } = await place();
  world.pass(25 * 3600);
  await place();
  // The provider ends it, and tells of that and of what was before some time later.
  const cancel = () => Promise.resolve(true);
  await expireOpenOrders({ ...deps, payments: { ...deps.payments, cancel } });
  const order = await findOrderByNumber(db, number);
  if (order === undefined || payment === undefined) throw new Error('No order to pay');
  const say = async (notice: { readonly kind: string; readonly [more: string]: unknown }) => {
    world.pass(1);
    const said = { ...notice, id: `evt_late_${notice.kind}`, createdAt: deps.now() };
    await insertNotice(db, { provider: 'test', id: payment.paymentId }, said);
    await db.transaction((transaction) =>
      settleOrder(transaction, order.id, { seller: deps.seller, now: deps.now() }),
    );
    const code = await findDiscountCode(db, event.id, 'LATE', deps.now());
    return [await world.stateOf(number), code?.uses];
  };
  expect(await say({ kind: 'processing' })).toEqual(['processing', 1]);
  expect(await say({ kind: 'failed', reason: '' })).toEqual(['expired', 1]);
  expect(await say({ kind: 'succeeded', amount: 800, currency: 'EUR' })).toEqual(['paid', 2]);
});
