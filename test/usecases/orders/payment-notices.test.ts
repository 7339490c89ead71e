import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestPayments } from '../../../core/adapters/payments/test/test-payments.js';
import { query } from '../../../core/db/query.js';
import { listOrders } from '../../../core/usecases/orders/list-orders.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { showSellersOrder } from '../../../core/usecases/orders/show-sellers-order.js';
import { takePaymentNotice } from '../../../core/usecases/orders/take-payment-notice.js';
import { createOrderWorld, SECRET, type OrderWorld } from './order-world.js';
import { orderNotices } from './order-notices.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());
const { notice, take, countOf, mailsTo } = orderNotices(() => world);

describe('notices of the provider', () => {
  it('fulfil an order once, though twenty come at the same time and each again', async () => {
    const { number, paymentId } = await world.placeOne();
    const before = await mailsTo('runner@example.org', 'order-paid');
    const notices = Array.from({ length: 20 }, (_, index) =>
      notice(paymentId, 'succeeded', { id: `evt_${number}_${index % 10}` }),
    );
    const taken = await Promise.all(notices.map(take));
    expect(taken.filter(({ kind }) => kind === 'settled')).toHaveLength(10);
    expect(taken.filter(({ kind }) => kind === 'known')).toHaveLength(10);
    expect(await world.stateOf(number)).toBe('paid');
    expect(await countOf('invoices', number)).toBe(1);
    expect(await countOf('ledger_transactions', number)).toBe(1);
    expect(await mailsTo('runner@example.org', 'order-paid')).toBe(before + 1);
  });

  it('wait for their order where they are faster than its own record', async () => {
    const { number, paymentId } = await world.placeOne();
    const { db } = world.deps;
    const forget =
      'update orders set payment_id = null, payment_provider = null where number = :number';
    await query(db, forget, { number });
    expect(await take(notice(paymentId, 'succeeded'))).toEqual({ kind: 'kept' });
    const [{ key } = { key: '' }] = await query<{ key: string }>(
      db,
      'select idempotency_key as key from orders where number = :number',
      { number },
    );
    const again = { ...world.request(world.photos.slice(3, 4), 900), idempotencyKey: key };
    await placeOrder(world.deps, again);
    expect(await world.stateOf(number)).toBe('paid');
  });

  it('of a dispute before that of the payment put the mail off until the photos are delivered', async () => {
    const { number, paymentId } = await world.placeOne();
    const before = await mailsTo('runner@example.org', 'order-paid');
    await world.payments.dispute(paymentId, 'opened');
    await take(notice(paymentId, 'succeeded'));
    expect(await world.stateOf(number)).toBe('disputed');
    expect(await mailsTo('runner@example.org', 'order-paid')).toBe(before);
    for (const said of ['won', 'lost', 'won'] as const) {
      world.pass(1);
      await world.payments.dispute(paymentId, said);
      expect(await mailsTo('runner@example.org', 'order-paid')).toBe(before + 1);
    }
  });

  it('of another amount deliver nothing, but are shown', async () => {
    const { number, paymentId } = await world.placeOne();
    await take(notice(paymentId, 'succeeded', { amount: 1 }));
    const { order, notices } = await showSellersOrder(world.deps.db, number);
    expect(order).toMatchObject({ state: 'open', problems: ['payment-mismatch'] });
    expect(notices).toHaveLength(1);
    const found = [];
    for await (const listed of listOrders(world.deps.db, { onlyProblems: true }))
      found.push(listed);
    expect(found.map((listed) => listed.number)).toEqual([number]);
  });

  it('are refused unsigned, altered, old, or from another provider', async () => {
    const { paymentId } = await world.placeOne();
    const { body, signature } = notice(paymentId, 'succeeded');
    const altered = Buffer.from(Buffer.from(body).toString().replace('900', '901'));
    const { deps } = world;
    const refused = { kind: 'forbidden', code: 'payments.bad-signature' };
    await expect(takePaymentNotice(deps, 'test', body, undefined)).rejects.toMatchObject(refused);
    await expect(takePaymentNotice(deps, 'test', altered, signature)).rejects.toMatchObject(
      refused,
    );
    await expect(takePaymentNotice(deps, 'stripe', body, signature)).rejects.toMatchObject({
      kind: 'not-found',
    });
    world.pass(301);
    await expect(takePaymentNotice(deps, 'test', body, signature)).rejects.toMatchObject(refused);
  });
});

describe('the test provider', () => {
  it('tells of other orders though one notice is not taken, and of that one later', async () => {
    const [first, second] = [await world.placeOne(), await world.placeOne()];
    const isFirst = (body: string) => body.includes(first.paymentId);
    const taken: string[] = [];
    let isBroken = true;
    const payments = createTestPayments({
      db: world.deps.db,
      secret: SECRET,
      debitSeconds: 60,
      now: world.deps.now,
      deliver: async (body) => {
        if (isBroken && isFirst(body)) throw new Error('not now');
        taken.push(isFirst(body) ? 'first' : 'second');
      },
    });
    await payments.choose(first.paymentId, 'paid');
    await payments.choose(second.paymentId, 'paid');
    await expect(payments.deliverDue()).rejects.toThrow('1 notices were not taken');
    expect(taken).toEqual(['second']);
    isBroken = false;
    await payments.deliverDue();
    expect(taken).toEqual(['second', 'first']);
  });

  it('lets a debit wait and settle', async () => {
    const { number, paymentId } = await world.placeOne();
    await world.payments.choose(paymentId, 'debit-settles');
    expect(await world.stateOf(number)).toBe('processing');
    world.pass(61);
    await world.payments.deliverDue();
    expect(await world.stateOf(number)).toBe('paid');
  });

  it('lets a debit fail later, which the buyer is told by mail, and be paid after all', async () => {
    const { number, paymentId } = await world.placeOne();
    await world.payments.choose(paymentId, 'debit-fails');
    expect(await world.payments.choose(paymentId, 'paid')).toMatchObject({ status: 'processing' });
    world.pass(61);
    await world.payments.deliverDue();
    expect(await world.stateOf(number)).toBe('failed');
    expect(await mailsTo('runner@example.org', 'payment-failed')).toBe(1);
    await world.payments.choose(paymentId, '3d-secure');
    await world.payments.choose(paymentId, 'paid');
    expect(await world.stateOf(number)).toBe('paid');
  });
});
