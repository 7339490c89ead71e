import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDiscountCode, insertDiscountCode } from '../../../core/db/queries/discount-codes.js';
import { findOrderByNumber } from '../../../core/db/queries/orders.js';
import { setTestPaymentStatus } from '../../../core/db/queries/test-payments.js';
import { query } from '../../../core/db/query.js';
import { cents } from '../../../core/domain/money.js';
import { FocusError } from '../../../core/errors.js';
import type { PaymentRequest } from '../../../core/ports/payments.js';
import type { PlaceOrderRequest } from '../../../core/usecases/orders/order-request.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { createOrderWorld, type OrderWorld } from './order-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
  await insertDiscountCode(world.deps.db, world.event.id, {
    key: 'ONE',
    code: 'ONE',
    terms: { kind: 'amount', amount: cents(100) },
    usesLimit: 1,
    expiresAt: undefined,
  });
});
afterAll(() => world.close());

/** One photo with the only use of the code, by a session of its own. */
const wanted = (more: Partial<PlaceOrderRequest> = {}): PlaceOrderRequest => ({
  ...world.request(world.photos.slice(3, 4), 800),
  discountCode: 'one',
  session: randomUUID(),
  ...more,
});
async function placed(request: PlaceOrderRequest, deps = world.deps) {
  const answer = await placeOrder(deps, request);
  if (answer.kind !== 'placed') throw new Error(JSON.stringify(answer));
  return { ...answer, paymentId: answer.payment?.paymentId ?? '' };
}
const uses = async () =>
  (await findDiscountCode(world.deps.db, world.event.id, 'ONE', world.deps.now()))?.uses;

it('lets a buyer go back and mend the address: one order, one use, and the first can be paid no more', async () => {
  const first = wanted({ email: 'rnner@example.org' });
  const { number, paymentId } = await placed(first);
  // The same page, shown again by the browser.
  const mended = { ...first, email: 'runner@example.org' };
  const [one, two] = await Promise.all([placed(mended), placed(mended)]);
  expect(one.number).toBe(two.number);
  expect(one.number).not.toBe(number);
  expect(await world.stateOf(number)).toBe('expired');
  expect(await world.payments.choose(paymentId, 'paid')).toMatchObject({ status: 'cancelled' });
  expect(await uses()).toBe(1);
  const order = await findOrderByNumber(world.deps.db, one.number);
  expect(order).toMatchObject({ email: 'runner@example.org', state: 'open', total: 800 });
  const [row] = await query<{ number: string }>(
    world.deps.db,
    'select s.number from orders o join orders s on s.id = o.superseded_by where o.number = :number',
    { number },
  );
  expect(row?.number).toBe(one.number);
  await world.payments.choose(one.paymentId, 'paid');
  expect(await world.stateOf(one.number)).toBe('paid');
  await query(world.deps.db, `update discount_codes set uses_limit = 2 where code_key = 'ONE'`);
});

it('takes the place of the unpaid order also from a new checkout page, with another cart', async () => {
  const session = randomUUID();
  const first = await placed(wanted({ session }));
  const larger = { ...world.request(world.photos.slice(3, 5), 1600), discountCode: 'one', session };
  const second = await placed(larger);
  expect(await world.stateOf(first.number)).toBe('expired');
  expect(await world.stateOf(second.number)).toBe('open');
  expect(await uses()).toBe(2);
  await giveBackAll();
});

async function giveBackAll(): Promise<void> {
  world.pass(31 * 60);
  expect(await uses()).toBe(1);
}

it('leaves the unpaid order alone where the new one cannot be placed, and those of others always', async () => {
  const session = randomUUID();
  const first = await placed(wanted({ session }));
  const others = await placed({
    ...wanted({ discountCode: undefined }),
    expectedTotal: cents(900),
  });
  expect(await placeOrder(world.deps, wanted({ session, expectedTotal: cents(1) }))).toMatchObject({
    kind: 'price-changed',
    quote: { total: 800 },
  });
  expect(await world.stateOf(first.number)).toBe('open');
  const stranger = { ...wanted({ discountCode: undefined }), expectedTotal: cents(900) };
  await placed(stranger);
  expect(await world.stateOf(others.number)).toBe('open');
  await giveBackAll();
});

it.each(['from the same page', 'from a new one'])(
  'shows the earlier order where it was paid meanwhile, ordered again %s',
  async (from) => {
    const plain = { discountCode: undefined, expectedTotal: cents(900) };
    const request = wanted(plain);
    const first = await placed(request);
    // The money came, and nobody was told.
    await setTestPaymentStatus(world.deps.db, first.paymentId, 'succeeded');
    const again =
      from === 'from a new one' ? wanted({ ...plain, session: request.session }) : request;
    const answer = await placeOrder(world.deps, { ...again, email: 'mended@example.org' });
    expect(answer).toMatchObject({ kind: 'paid-before', number: first.number });
    expect(await world.stateOf(first.number)).toBe('paid');
    // The next one is another purchase.
    expect(
      await placeOrder(world.deps, wanted({ ...plain, session: request.session })),
    ).toMatchObject({ kind: 'placed' });
  },
);

it('ends no order while the provider does not answer', async () => {
  const session = randomUUID();
  const plain = { discountCode: undefined, expectedTotal: cents(900), session };
  const first = await placed(wanted(plain));
  const down = new FocusError('unavailable', 'payments.unreachable', 'Down');
  const payments = { ...world.payments, cancel: () => Promise.reject(down) };
  await expect(placeOrder({ ...world.deps, payments }, wanted(plain))).rejects.toBe(down);
  expect(await world.stateOf(first.number)).toBe('open');
});

it('hands out no payment of an order that lost its place while the provider was asked', async () => {
  const session = randomUUID();
  const plain = { discountCode: undefined, expectedTotal: cents(900), session };
  let second: Awaited<ReturnType<typeof placed>> | undefined;
  const start = async (request: PaymentRequest) => {
    const started = await world.payments.start(request);
    second ??= await placed(wanted(plain));
    return started;
  };
  const first = await placed(wanted(plain), {
    ...world.deps,
    payments: { ...world.payments, start },
  });
  expect(first.payment).toBeUndefined();
  expect(await world.stateOf(first.number)).toBe('expired');
  expect(await world.stateOf(second?.number ?? '')).toBe('open');
  const [row] = await query<{ status: string }>(
    world.deps.db,
    'select p.status from test_payments p join orders o on o.id = p.order_id where o.number = :number',
    { number: first.number },
  );
  expect(row?.status).toBe('cancelled');
});

it('holds no more than a buyer may, by twenty orders at the same time of one session', async () => {
  const session = randomUUID();
  await query(world.deps.db, `update discount_codes set uses_limit = 30 where code_key = 'ONE'`);
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, () => placeOrder(world.deps, wanted({ session }))),
  );
  expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
  const [held] = await query<{ open: number; all: number }>(
    world.deps.db,
    `select count(*) filter (where state = 'open')::int as open, count(*)::int as all from orders
     where discount_code_id is not null and (state <> 'open' or held_until > :now)`,
    { now: world.deps.now() },
  );
  expect(await uses()).toBe(held?.all);
  // At most as many as one buyer may hold at a time.
  expect(held?.open).toBeGreaterThan(0);
  expect(held?.open).toBeLessThanOrEqual(3);
});
