import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentEvent } from '../../../core/adapters/payments/test/event-shapes.js';
import { signEvent } from '../../../core/adapters/payments/test/sign-event.js';
import { query } from '../../../core/db/query.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderId } from '../../../core/domain/order.js';
import { expireOpenOrders } from '../../../core/usecases/orders/expire-open-orders.js';
import { listOrders } from '../../../core/usecases/orders/list-orders.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { printDocument } from '../../../core/usecases/orders/print-document.js';
import { planRefund, refundOrder } from '../../../core/usecases/orders/refund-order.js';
import { showOrder } from '../../../core/usecases/orders/show-order.js';
import { showSellersOrder } from '../../../core/usecases/orders/show-sellers-order.js';
import { showPayouts } from '../../../core/usecases/orders/show-payouts.js';
import { takePaymentNotice } from '../../../core/usecases/orders/take-payment-notice.js';
import { createOrderWorld, SECRET, type OrderWorld } from './order-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());

/** A signed event as it would come over HTTP. */
function notice(
  paymentId: string,
  said: Parameters<typeof paymentEvent>[0],
  changed: { readonly amount?: number; readonly id?: string; readonly orderId?: string } = {},
): { readonly body: Uint8Array; readonly signature: string } {
  const now = world.deps.now();
  const draft = paymentEvent(said, {
    id: paymentId,
    request: {
      orderId: (changed.orderId ?? 'unused') as OrderId,
      orderNumber: 'FR-2026-000001',
      amount: cents(changed.amount ?? 900),
      currency: 'EUR',
      applicationFee: cents(100),
      sellerAccount: undefined,
      email: '',
      returnUrl: '',
    },
  });
  const created = Math.floor(now.getTime() / 1000);
  const body = JSON.stringify({ id: changed.id ?? `evt_${Math.random()}`, created, ...draft });
  return { body: Buffer.from(body), signature: signEvent(body, SECRET, now) };
}
const take = ({ body, signature }: ReturnType<typeof notice>) =>
  takePaymentNotice(world.deps, 'test', body, signature);

async function countOf(table: string, number: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    world.deps.db,
    `select count(*) from ${table} t join orders o on o.id = t.order_id where o.number = :number`,
    { number },
  );
  return row?.count ?? 0;
}
async function mailsTo(email: string, kind: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    world.deps.db,
    'select count(*) from mails where recipient = :email and kind = :kind',
    { email, kind },
  );
  return row?.count ?? 0;
}

describe('placing an order', () => {
  it('prices the cart again and refuses a total that was changed on the way', async () => {
    const cheaper = await placeOrder(world.deps, world.request(world.photos.slice(3, 4), 100));
    expect(cheaper).toMatchObject({ kind: 'price-changed', quote: { total: 900 } });
  });

  it('refuses what is no address, an empty cart and photos that are not for sale', async () => {
    const { deps, photos } = world;
    const one = world.request(photos.slice(3, 4), 900);
    const reasonsOf = async (request: typeof one) => {
      const placed = await placeOrder(deps, request);
      return placed.kind === 'refused' ? placed.reasons.map(({ kind }) => kind) : [placed.kind];
    };
    expect(await reasonsOf({ ...one, email: 'runner@example.org\r\nBcc: x@y.zz' })).toEqual([
      'bad-email',
    ]);
    expect(await reasonsOf({ ...one, items: [] })).toEqual(['empty-cart']);
    expect(await reasonsOf({ ...one, eventSlug: 'other' })).toEqual(['not-on-sale']);
    const unknown = [{ photoId: 'a0000000-0000-4000-8000-000000000000', size: 'hd' as const }];
    expect(await reasonsOf({ ...one, items: unknown })).toEqual(['photos']);
  });

  it('makes one order of ten clicks, and numbers without a gap', async () => {
    const { deps, photos } = world;
    const request = world.request(photos.slice(3, 4), 900);
    const clicks = await Promise.all(Array.from({ length: 10 }, () => placeOrder(deps, request)));
    const numbers = new Set(clicks.map((placed) => placed.kind === 'placed' && placed.number));
    expect(numbers.size).toBe(1);
    const others = await Promise.all(
      Array.from({ length: 5 }, () => placeOrder(deps, world.request(photos.slice(3, 4), 900))),
    );
    const running = [...clicks, ...others].map((placed) =>
      placed.kind === 'placed' ? Number(placed.number.slice(-6)) : 0,
    );
    expect([...new Set(running)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    const other = await placeOrder(deps, { ...request, items: request.items.slice(0, 0) });
    expect(other).toMatchObject({ kind: 'refused' });
  });

  it('keeps the waiver with its text and time', async () => {
    const { token } = await world.place(world.photos.slice(3, 4), 900);
    const shown = await showOrder(world.deps.db, token);
    expect(shown?.order.waiver).toEqual({ version: '2026-11', acceptedAt: world.deps.now() });
    expect(await showOrder(world.deps.db, `${token.slice(0, -1)}!`)).toBeUndefined();
  });
});

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

  it('of another amount deliver nothing, but are shown', async () => {
    const { number, paymentId } = await world.placeOne();
    await take(notice(paymentId, 'succeeded', { amount: 1 }));
    const { order, notices } = await showSellersOrder(world.deps.db, number);
    expect(order).toMatchObject({ state: 'open', problem: 'payment-mismatch' });
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

describe('all of mine', () => {
  it('gives the photos that are there when the money is sure', async () => {
    const { token, payment } = await world.place(world.photos.slice(0, 3), 2100);
    await query(
      world.deps.db,
      `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       values (:eventId, :photo, '7', 'manual', 100, '{}')`,
      { eventId: world.event.id, photo: world.photos[5] ?? '' },
    );
    await world.payments.choose(payment?.paymentId ?? '', 'paid');
    const shown = await showOrder(world.deps.db, token);
    expect(shown?.order.items.map(({ photoId }) => photoId).sort()).toEqual(
      [...world.photos.slice(0, 3), world.photos[5]].sort(),
    );
    const [invoice] = shown?.documents ?? [];
    expect(invoice).toMatchObject({ kind: 'invoice', total: 2100 });
    const pdf = await printDocument(world.deps.db, token, invoice?.number ?? '');
    expect(
      Buffer.from(pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await printDocument(world.deps.db, token, 'INV-2026-000001')).toBeUndefined();
  });
});

describe('refunds', () => {
  async function paidOrder(): Promise<string> {
    const { number, paymentId } = await world.placeOne();
    await world.payments.choose(paymentId, 'paid');
    return number;
  }

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
    expect(asked.some(({ status }) => status === 'fulfilled')).toBe(true);
    const { order } = await showSellersOrder(world.deps.db, number);
    expect(order.refunded).toBeLessThanOrEqual(900);
    await expect(
      refundOrder(world.deps, { order: number, amount: cents(901), reason: 'x' }),
    ).rejects.toMatchObject({ code: 'order.refund-too-large' });
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

describe('the books', () => {
  it('agree with the orders to the cent', async () => {
    const { db } = world.deps;
    const [payout] = await showPayouts(db, world.event.slug);
    const [orders] = await query<{ paid: number; refunded: number; count: number }>(
      db,
      `select coalesce(sum(total_cents), 0)::bigint as paid, coalesce(sum(refunded_cents), 0)::bigint as refunded,
         count(*)::int as count from orders where paid_at is not null`,
    );
    if (payout === undefined) throw new Error('Nothing was sold');
    expect(payout).toMatchObject({ received: orders?.paid, orders: orders?.count, disputed: 0 });
    expect(payout.returned).toBe(orders?.refunded);
    expect(payout.received - payout.returned).toBe(payout.seller + payout.platform);
  });

  it('refuse what does not sum to zero, and any change', async () => {
    const { db } = world.deps;
    const unbalanced = db.transaction(async (transaction) => {
      await query(
        transaction,
        `with t as (insert into ledger_transactions (order_id, fact, currency)
           select id, 'wrong', 'EUR' from orders limit 1 returning id)
         insert into ledger_entries select id, 'seller', 1 from t`,
      );
    });
    await expect(unbalanced).rejects.toThrow('out of balance');
    await expect(query(db, 'delete from ledger_entries')).rejects.toThrow('only added to');
  });

  it('number invoices without a gap', async () => {
    const rows = await query<{ kind: string; running: number }>(
      world.deps.db,
      `select kind, right(number, 6)::int as running from invoices order by kind, number`,
    );
    for (const kind of ['invoice', 'credit-note']) {
      const running = rows.filter((row) => row.kind === kind).map((row) => row.running);
      expect(running).toEqual(running.map((_, index) => index + 1));
    }
  });
});
