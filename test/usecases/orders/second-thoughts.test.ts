import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDiscountCode, insertDiscountCode } from '../../../core/db/queries/discount-codes.js';
import { findOrderByNumber } from '../../../core/db/queries/orders.js';
import { insertNotice } from '../../../core/db/queries/payment-notices.js';
import { cents } from '../../../core/domain/money.js';
import { continuePayment } from '../../../core/usecases/orders/continue-payment.js';
import { expireOpenOrders } from '../../../core/usecases/orders/expire-open-orders.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { planRefund, refundOrder } from '../../../core/usecases/orders/refund-order.js';
import { settleOrder } from '../../../core/usecases/orders/settle-order.js';
import { showOrder } from '../../../core/usecases/orders/show-order.js';
import { createOrderWorld, type OrderWorld } from './order-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());

it('sells a photo that is listed twice once', async () => {
  const { deps, photos } = world;
  const request = world.request([...photos.slice(3, 4), ...photos.slice(3, 4)], 900);
  const placed = await placeOrder(deps, request);
  if (placed.kind !== 'placed') throw new Error(JSON.stringify(placed));
  const again = await placeOrder(deps, request);
  expect(again).toMatchObject({ kind: 'placed', number: placed.number });
  const shown = await showOrder(deps.db, placed.token);
  expect(shown?.order.items.map(({ photoId }) => photoId)).toEqual(photos.slice(3, 4));
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

it('can give money back again after a refund that failed before it went through', async () => {
  const { number, paymentId } = await world.placeOne();
  await world.payments.choose(paymentId, 'paid');
  // A provider whose refunds are under way, and fail.
  const refund = () => Promise.resolve({ refundId: 're_slow' });
  const deps = { ...world.deps, payments: { ...world.payments, refund } };
  const request = { order: number, amount: undefined, reason: '' };
  await refundOrder(deps, request);
  await expect(planRefund(deps, request)).rejects.toMatchObject({ code: 'order.nothing-left' });
  const failure = {
    kind: 'refund-failed',
    id: 'evt_failed',
    refundId: 're_slow',
    createdAt: deps.now(),
  };
  await insertNotice(deps.db, { provider: 'test', id: paymentId }, failure);
  expect(await planRefund(deps, request)).toMatchObject({ amount: cents(900) });
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
    const code = await findDiscountCode(db, event.id, 'LATE');
    return [await world.stateOf(number), code?.uses];
  };
  expect(await say({ kind: 'processing' })).toEqual(['processing', 1]);
  expect(await say({ kind: 'failed', reason: '' })).toEqual(['expired', 1]);
  expect(await say({ kind: 'succeeded', amount: 800, currency: 'EUR' })).toEqual(['paid', 2]);
});
