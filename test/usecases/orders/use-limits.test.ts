import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findDiscountCode, insertDiscountCode } from '../../../core/db/queries/discount-codes.js';
import { insertPack } from '../../../core/db/queries/packs.js';
import { query } from '../../../core/db/query.js';
import { cents } from '../../../core/domain/money.js';
import { NO_LIMITS, type UseLimits } from '../../../core/domain/use-limits.js';
import type {
  PlacedOrder,
  PlaceOrderRequest,
} from '../../../core/usecases/orders/order-request.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { takeNotice } from '../../../core/usecases/orders/take-notice.js';
import { hashPerson } from '../../../core/usecases/orders/person-hashes.js';
import { quoteHere } from '../../../core/usecases/quote-cart.js';
import { showCart } from '../../../core/usecases/show-cart.js';
import { createOrderWorld, type OrderWorld } from './order-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
  await query(world.deps.db, `update packs set removed_at = now() where kind = 'all-of-mine'`);
  await insertPack(world.deps.db, world.event.id, {
    kind: 'photos',
    quantity: 1,
    size: 'web',
    price: cents(500),
    ...always,
  });
});
afterAll(() => world.close());
const always = { availableFrom: undefined, availableUntil: undefined };

/** Offers one sponsored photo, and nothing that was offered so before. */
async function offerSponsored(limits: Partial<UseLimits>, price = 0): Promise<string> {
  const { deps, event } = world;
  await query(deps.db, `update packs set removed_at = now() where kind = 'sponsored'`);
  const pack = await insertPack(deps.db, event.id, {
    kind: 'sponsored',
    quantity: undefined,
    size: 'web',
    price: cents(price),
    sponsorship: { sponsor: 'City Sports', frameKey: 'frame' },
    limits: { ...NO_LIMITS, ...limits },
    ...always,
  });
  return pack.id;
}

/** Of one photo of web size without a bib, unless it is told. */
function wanted(total: number, who: Partial<PlaceOrderRequest> & { photo?: number } = {}) {
  const { photo = 4, ...request } = who;
  const items = [{ photoId: world.photos[photo] ?? '', size: 'web' as const }];
  return { ...world.request([], total), items, ...request };
}

const place = (request: PlaceOrderRequest) => placeOrder(world.deps, request);
const kindsOf = (placed: readonly PlacedOrder[]) => placed.map(({ kind }) => kind);

describe('a photo that a sponsor offers to each person', () => {
  let number = 0;
  let email = '';
  beforeEach(async () => {
    await offerSponsored({ perPerson: 1, perBib: 1 });
    number += 1;
    email = `runner${number}@gmail.com`;
  });

  it('is given once to an address, however it is written and whatever the session', async () => {
    expect(await place(wanted(0, { email, session: randomUUID() }))).toMatchObject({
      kind: 'placed',
    });
    for (const same of [email, email.toUpperCase(), `run.ner${number}+free@googlemail.com`]) {
      expect(await place(wanted(0, { email: same, session: randomUUID() }))).toMatchObject({
        kind: 'price-changed',
        quote: { total: 600, withheld: [{ limit: 'person' }] },
      });
    }
  });

  it('is given once to a session, and once to a bib, whatever the address', async () => {
    const session = randomUUID();
    const other = (name: string) => `${name}${number}@example.org`;
    await place(wanted(0, { email, session, photo: 0 }));
    expect(await place(wanted(0, { email: other('a'), session }))).toMatchObject({
      quote: { withheld: [{ limit: 'person' }] },
    });
    // The second photo shows the same runner.
    const again = wanted(0, { email: other('b'), session: randomUUID(), photo: 1 });
    expect(await place(again)).toMatchObject({ quote: { withheld: [{ limit: 'bib' }] } });
  });

  it.each(['address', 'session', 'bib'])(
    'is given once to twenty orders at the same time of one %s',
    async (same) => {
      const session = randomUUID();
      const orders = Array.from({ length: 20 }, (_, index) =>
        wanted(0, {
          email: same === 'address' ? email : `many${number}x${index}@example.org`,
          session: same === 'session' ? session : randomUUID(),
          photo: same === 'bib' ? index % 3 : 4,
        }),
      );
      const placed = await Promise.all(orders.map(place));
      expect(kindsOf(placed).sort()).toEqual([
        'placed',
        ...Array.from({ length: 19 }, () => 'price-changed'),
      ]);
    },
  );

  it('is gone from the cart of whoever had it, before they type an address', async () => {
    const session = randomUUID();
    await place(wanted(0, { email, session }));
    const { deps, event, photos } = world;
    const show = (who: string) =>
      showCart(
        deps.db,
        {
          eventSlug: event.slug,
          items: [{ photoId: photos[5] ?? '', size: 'web' }],
          code: undefined,
          at: deps.now(),
          vatRate: 20,
          selling: { provider: 'test', account: undefined },
          person: hashPerson(deps.personKey, { session: who, email: undefined }),
        },
        quoteHere,
      );
    expect(await show(session)).toMatchObject({
      quote: { total: 600, withheld: [{ limit: 'person' }] },
      // Nor is it offered beside its price.
      sponsored: undefined,
    });
    expect(await show(randomUUID())).toMatchObject({ quote: { total: 0, withheld: [] } });
  });
});

it('gives a pack so often a day to all together, in the day of the event', async () => {
  await offerSponsored({ perDay: 2 });
  const someone = () => wanted(0, { email: `${randomUUID()}@example.org`, session: randomUUID() });
  const placed = await Promise.all(Array.from({ length: 6 }, () => place(someone())));
  expect(kindsOf(placed).filter((kind) => kind === 'placed')).toHaveLength(2);
  world.pass(24 * 3600);
  expect(await place(someone())).toMatchObject({ kind: 'placed' });
});

it('lets no unpaid order keep an offer for more than half an hour, and sells it at its price all the same', async () => {
  await offerSponsored({ perPerson: 1 }, 100);
  const email = `${randomUUID()}@example.org`;
  const first = await place(wanted(200, { email, session: randomUUID() }));
  if (first.kind !== 'placed') throw new Error(first.kind);
  const second = () => place(wanted(200, { email, session: randomUUID() }));
  expect(await second()).toMatchObject({ kind: 'price-changed', quote: { total: 600 } });
  world.pass(31 * 60);
  expect(await second()).toMatchObject({ kind: 'placed' });
  await world.payments.choose(first.payment?.paymentId ?? '', 'paid');
  expect(await world.stateOf(first.number)).toBe('paid');
});

describe('a code with limits', () => {
  const addCode = (key: string, usesLimit: number | undefined, limits: Partial<UseLimits>) =>
    insertDiscountCode(world.deps.db, world.event.id, {
      key,
      code: key,
      terms: { kind: 'amount', amount: cents(100) },
      usesLimit,
      expiresAt: undefined,
      limits: { ...NO_LIMITS, ...limits },
    });
  const usesOf = async (key: string) =>
    (await findDiscountCode(world.deps.db, world.event.id, key, world.deps.now()))?.uses;

  it('is used once by a person, under twenty orders at the same time', async () => {
    await offerSponsored({ perDay: 1 }, 9000);
    await addCode('ONCE', 100, { perPerson: 1 });
    const email = 'once@example.org';
    const placed = await Promise.all(
      Array.from({ length: 20 }, () =>
        place(wanted(500, { email, session: randomUUID(), discountCode: 'once' })),
      ),
    );
    expect(kindsOf(placed).filter((kind) => kind === 'placed')).toHaveLength(1);
    expect(placed.find(({ kind }) => kind === 'refused')).toMatchObject({
      reasons: [{ kind: 'code', reason: 'used-by-person' }],
    });
    expect(await usesOf('ONCE')).toBe(1);
  });

  it('is not drained by a buyer who orders ten times a minute and never pays', async () => {
    await addCode('HUNDRED', 100, {});
    const greedy = () =>
      place(
        wanted(500, {
          email: 'greedy@example.org',
          session: randomUUID(),
          discountCode: 'hundred',
        }),
      );
    for (let minute = 0; minute < 3; minute += 1) {
      const placed = await Promise.all(Array.from({ length: 10 }, greedy));
      expect(placed.filter(({ kind }) => kind === 'placed').length).toBe(minute === 0 ? 3 : 0);
      world.pass(60);
    }
    expect(await greedy()).toMatchObject({ reasons: [{ kind: 'too-many-unpaid' }] });
    expect(await usesOf('HUNDRED')).toBe(3);
    world.pass(30 * 60);
    expect(await usesOf('HUNDRED')).toBe(0);
    // Who holds nothing scarce is never refused.
    expect(await place(wanted(600, { email: 'greedy@example.org' }))).toMatchObject({
      kind: 'placed',
    });
  });

  it('gives its uses back by the minute: the last one is free for the next', async () => {
    await addCode('LAST', 1, {});
    const who = () => wanted(500, { email: `${randomUUID()}@example.org`, discountCode: 'last' });
    expect(await place(who())).toMatchObject({ kind: 'placed' });
    expect(await place(who())).toMatchObject({ reasons: [{ reason: 'used-up' }] });
    world.pass(31 * 60);
    const placed = await Promise.all(Array.from({ length: 20 }, () => place(who())));
    expect(kindsOf(placed).filter((kind) => kind === 'placed')).toHaveLength(1);
    expect(await usesOf('LAST')).toBe(1);
  });

  it('is held longer while the buyer answers the bank, and not for ever', async () => {
    await addCode('BANK', 1, {});
    const placed = await place(
      wanted(500, { email: 'bank@example.org', session: randomUUID(), discountCode: 'bank' }),
    );
    const paymentId = placed.kind === 'placed' ? (placed.payment?.paymentId ?? '') : '';
    world.pass(29 * 60);
    const notice = { id: 'evt_acting', createdAt: world.deps.now(), kind: 'acting' as const };
    expect(await takeNotice(world.deps, { ...notice, paymentId })).toEqual({ kind: 'heeded' });
    world.pass(10 * 60);
    expect(await usesOf('BANK')).toBe(1);
    world.pass(21 * 60);
    expect(await usesOf('BANK')).toBe(0);
  });
});
