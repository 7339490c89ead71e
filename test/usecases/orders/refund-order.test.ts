import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { cents } from '../../../core/domain/money.js';
import { FocusError } from '../../../core/errors.js';
import type { PaymentNotice, RefundRequest } from '../../../core/ports/payments.js';
import type { OrderDeps } from '../../../core/usecases/orders/order-deps.js';
import { planRefund, refundOrder } from '../../../core/usecases/orders/refund-order.js';
import { takeNotice } from '../../../core/usecases/orders/take-notice.js';
import { showSellersOrder } from '../../../core/usecases/orders/show-sellers-order.js';
import { createOrderWorld, type OrderWorld } from './order-world.js';

type Said = Omit<
  Extract<PaymentNotice, { kind: 'refund-failed' }>,
  'id' | 'createdAt' | 'paymentId'
>;

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());

const tell = (paymentId: string, said: Said) =>
  takeNotice(world.deps, { ...said, paymentId, id: randomUUID(), createdAt: world.deps.now() });

async function paidOrder(): Promise<string> {
  const { number, paymentId } = await world.placeOne();
  await world.payments.choose(paymentId, 'paid');
  return number;
}

describe('refunds', () => {
  it('give a part back, then the rest, with a credit note each', async () => {
    const number = await paidOrder();
    const { deps } = world;
    const first = { order: number, amount: cents(300), reason: 'blurry' };
    expect(await planRefund(deps, first)).toMatchObject({ amount: 300, fee: 0, state: 'paid' });
    expect(await refundOrder(deps, first)).toMatchObject({ state: 'partly-refunded', fee: 0 });
    const rest = await refundOrder(deps, { order: number, amount: undefined, reason: 'all' });
    expect(rest).toMatchObject({ amount: 600, fee: 100, state: 'refunded' });
    const { documents, order } = await showSellersOrder(deps.db, number);
    expect(documents.map(({ total }) => total)).toEqual([900, -300, -600]);
    expect(order.refunded).toBe(900);
    const again = { order: number, amount: undefined, reason: 'again' };
    await expect(refundOrder(deps, again)).rejects.toMatchObject({ code: 'order.nothing-left' });
  });

  it('never give back more than was paid, however many ask at once', async () => {
    const number = await paidOrder();
    const asked = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        refundOrder(world.deps, { order: number, amount: cents(400), reason: 'x' }),
      ),
    );
    const made = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made.map(({ outcome, amount }) => [outcome, amount])).toEqual([
      ['made', 400],
      ['made', 400],
    ]);
    const refused = asked.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as FocusError).code] : [],
    );
    expect(refused).toEqual(Array.from({ length: 4 }, () => 'order.refund-too-large'));
    const { order, refunds } = await showSellersOrder(world.deps.db, number);
    expect(order.refunded).toBe(800);
    expect(refunds).toHaveLength(2);
    await expect(
      refundOrder(world.deps, { order: number, amount: cents(901), reason: 'x' }),
    ).rejects.toMatchObject({ code: 'order.refund-too-large' });
  });

  it('that come back, and disputes, change the documents as they change the books', async () => {
    const { number, paymentId } = await world.placeOne();
    await world.payments.choose(paymentId, 'paid');
    const request = { order: number, amount: cents(300), reason: '' };
    const { refundId } = await refundOrder(world.deps, request);
    world.pass(60);
    await tell(paymentId, { kind: 'refund-failed', refundId: refundId ?? '' });
    world.pass(60);
    await world.payments.dispute(paymentId, 'opened');
    await world.payments.dispute(paymentId, 'lost');
    const { documents } = await showSellersOrder(world.deps.db, number);
    expect(documents.map(({ kind, total }) => [kind, total])).toEqual([
      ['invoice', 900],
      ['credit-note', -300],
      ['invoice', 300],
      ['credit-note', -900],
    ]);
    const [{ vat } = { vat: undefined }] = await query<{ vat: number }>(
      world.deps.db,
      `select sum((document #>> '{vat,0,vat}')::int)::int as vat
       from invoices i join orders o on o.id = i.order_id where o.number = :number`,
      { number },
    );
    expect(vat).toBe(0);
  });

  it('are not made of what was not paid, or is disputed', async () => {
    const { number, paymentId } = await world.placeOne();
    const refund = { order: number, amount: undefined, reason: 'x' };
    await expect(refundOrder(world.deps, refund)).rejects.toMatchObject({ code: 'order.not-paid' });
    await world.payments.choose(paymentId, 'paid');
    await world.payments.dispute(paymentId, 'opened');
    expect(await world.stateOf(number)).toBe('disputed');
    await expect(refundOrder(world.deps, refund)).rejects.toMatchObject({ code: 'order.disputed' });
    await world.payments.dispute(paymentId, 'won');
    expect(await world.stateOf(number)).toBe('paid');
    await expect(
      refundOrder(world.deps, { ...refund, order: 'FR-2026-999999' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a refund whose answer was lost', () => {
  /** The provider does what it is asked, but its answer does not arrive. */
  function withLostAnswer(): OrderDeps {
    const refund = async (request: RefundRequest): Promise<never> => {
      await world.payments.refund(request);
      throw new FocusError('unavailable', 'payments.unreachable', 'No answer');
    };
    return { ...world.deps, payments: { ...world.payments, refund } };
  }

  it('is asked for again as a retry of the same, and made once', async () => {
    const number = await paidOrder();
    const request = { order: number, amount: cents(300), reason: '' };
    await expect(refundOrder(withLostAnswer(), request)).rejects.toMatchObject({
      kind: 'unavailable',
    });
    const asked: RefundRequest[] = [];
    const refund = (again: RefundRequest) => {
      asked.push(again);
      return world.payments.refund(again);
    };
    const deps = { ...world.deps, payments: { ...world.payments, refund } };
    const other = { ...request, amount: cents(200) };
    await expect(refundOrder(deps, other)).rejects.toMatchObject({ code: 'order.refund-waiting' });
    await refundOrder(deps, request);
    await refundOrder(deps, other);
    const { order, refunds } = await showSellersOrder(deps.db, number);
    expect(order.refunded).toBe(500);
    expect(asked).toMatchObject(refunds.map(({ id, amount }) => ({ reference: id, amount })));
  });
});

it('gives nothing back of what was paid by another provider', async () => {
  const number = await paidOrder();
  const elsewhere = { ...world.deps, payments: { ...world.payments, name: 'stripe' as const } };
  for (const ask of [planRefund, refundOrder])
    await expect(
      ask(elsewhere, { order: number, amount: undefined, reason: '' }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'order.other-provider' });
  const { refunds } = await showSellersOrder(world.deps.db, number);
  expect(refunds).toEqual([]);
});

it('can give money back again after a refund that failed before it went through', async () => {
  const { number, paymentId } = await world.placeOne();
  await world.payments.choose(paymentId, 'paid');
  // A provider whose refunds are under way, and fail.
  const refund = () =>
    Promise.resolve({ refundId: 're_slow', isEarlier: false, notice: undefined });
  const deps = { ...world.deps, payments: { ...world.payments, refund } };
  const request = { order: number, amount: undefined, reason: '' };
  await refundOrder(deps, request);
  await expect(planRefund(deps, request)).rejects.toMatchObject({ code: 'order.nothing-left' });
  await tell(paymentId, { kind: 'refund-failed', refundId: 're_slow' });
  expect(await planRefund(deps, request)).toMatchObject({ amount: cents(900) });
});
