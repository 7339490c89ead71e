import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertNotice } from '../../../core/db/queries/payment-notices.js';
import { cents } from '../../../core/domain/money.js';
import { continuePayment } from '../../../core/usecases/orders/continue-payment.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { planRefund, refundOrder } from '../../../core/usecases/orders/refund-order.js';
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
