import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { FocusError } from '../../../core/errors.js';
import type { RefundRequest } from '../../../core/ports/payments.js';
import type { OrderDeps } from '../../../core/usecases/orders/order-deps.js';
import { refundOrder } from '../../../core/usecases/orders/refund-order.js';
import {
  acceptTakeDowns,
  planAcceptance,
} from '../../../core/usecases/take-downs/accept-take-downs.js';
import { listTakeDowns } from '../../../core/usecases/take-downs/list-take-downs.js';
import { payTakeDownRefunds } from '../../../core/usecases/take-downs/pay-take-down-refunds.js';
import { settleTakeDowns } from '../../../core/usecases/take-downs/settle-take-downs.js';
import { planUndo, undoTakeDowns } from '../../../core/usecases/take-downs/undo-take-downs.js';
import { showPurchase } from '../../../core/usecases/show-purchase.js';
import { showSellersOrder } from '../../../core/usecases/orders/show-sellers-order.js';
import { cents } from '../../../core/domain/money.js';
import { createOrderWorld, type OrderWorld } from '../orders/order-world.js';
import { ask, HASH, isHidden, mailsOf, takeDown, takeDownDeps } from './take-down-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
beforeEach(async () => {
  const { db } = world.deps;
  for (const table of ['take_downs', 'mails', 'rate_limits'])
    await query(db, `delete from ${table}`);
  await query(db, 'update order_items set take_down_refund_id = null, taken_down_cents = null');
  await query(db, 'delete from take_down_refunds');
  await query(db, 'delete from order_items');
  await query(db, 'update photos set taken_down_at = null');
});
afterAll(() => world.close());

const photo = (index: number): string => world.photos[index] ?? '';
const deps = () => takeDownDeps(world.deps.db);
const decide = () => ({ db: world.deps.db, hash: HASH });
const hide = (index: number, email = 'zoe@example.org') =>
  takeDown(deps(), {
    slug: world.event.slug,
    photoId: photo(index),
    email,
    network: `net of ${email}`,
  });
const settle = (orders: OrderDeps = world.deps) =>
  settleTakeDowns(deps(), () => Promise.resolve(orders));

interface Bought {
  readonly number: string;
  readonly token: string;
  readonly paymentId: string;
}

async function order(indexes: readonly number[], total: number): Promise<Bought> {
  const { number, token, payment } = await world.place(indexes.map(photo), total);
  return { number, token, paymentId: payment?.paymentId ?? '' };
}

async function buy(indexes: readonly number[], total: number): Promise<Bought> {
  const bought = await order(indexes, total);
  await world.payments.choose(bought.paymentId, 'paid');
  return bought;
}

async function standings({ token }: Bought): Promise<readonly string[]> {
  const purchase = await showPurchase(world.deps.db, token);
  return (purchase?.photos ?? [])
    .toSorted((a, b) => world.photos.indexOf(a.photoId) - world.photos.indexOf(b.photoId))
    .map(({ standing }) => standing);
}

async function refundedOf({ number }: Bought): Promise<number> {
  return (await showSellersOrder(world.deps.db, number)).order.refunded;
}

async function states(): Promise<readonly string[]> {
  return (await listTakeDowns(decide(), {}, 'all')).map(({ state }) => state).toSorted();
}

describe('a photo that somebody has bought', () => {
  it('leaves the public, and stays with its buyer until the seller decides', async () => {
    const bought = await buy([3], 900);
    await hide(3);
    expect(await isHidden(world.deps.db, photo(3))).toBe(true);
    expect(await states()).toEqual(['sold']);
    expect(await standings(bought)).toEqual(['here']);
    await settle();
    expect(await refundedOf(bought)).toBe(0);
    expect(await mailsOf(world.deps.db, 'photo-taken-down')).toMatchObject([
      { recipient: 'lea@example.org', data: { outcome: 'sold' } },
    ]);
    expect(await mailsOf(world.deps.db, 'purchase-taken-down')).toEqual([]);
  });

  it('is taken from its buyer when the seller accepts, who is told and gets back its share', async () => {
    const bought = await buy([3, 4, 5, 6, 7], 2600);
    const reference = await hide(3);
    const planned = await planAcceptance(decide(), { reference });
    expect(planned).toEqual({ requests: 1, photos: 1, orders: 1, refund: 500 });
    expect(await standings(bought)).toEqual(['here', 'here', 'here', 'here', 'here']);

    expect(await acceptTakeDowns(decide(), { reference })).toEqual(planned);
    expect(await payTakeDownRefunds(world.deps)).toEqual({ paid: 1, waiting: 0 });
    expect(await standings(bought)).toEqual(['taken-down', 'here', 'here', 'here', 'here']);
    expect(await refundedOf(bought)).toBe(500);
    expect(await world.stateOf(bought.number)).toBe('partly-refunded');
    expect(await mailsOf(world.deps.db, 'purchase-taken-down')).toMatchObject([
      {
        recipient: 'runner@example.org',
        data: { orderNumber: bought.number, photoCount: 1, refundCents: 500, isLast: false },
      },
    ]);
    // Accepted again, and paid again: nothing more happens.
    expect(await acceptTakeDowns(decide(), { reference })).toMatchObject({
      requests: 0,
      orders: 0,
    });
    await settle();
    expect(await refundedOf(bought)).toBe(500);
    const purchase = await showPurchase(world.deps.db, bought.token);
    expect(purchase?.photos.find(({ photoId }) => photoId === photo(3))?.takenDown).toEqual({
      share: 500,
      isPaidBack: true,
    });
  });

  it('gives all that is left back with the last photo of an order, the fee too', async () => {
    const bought = await buy([3, 4], 1700);
    const first = await hide(3);
    await acceptTakeDowns(decide(), { reference: first });
    await settle();
    expect(await refundedOf(bought)).toBe(800);
    const second = await hide(4);
    await acceptTakeDowns(decide(), { reference: second });
    await settle();
    expect(await refundedOf(bought)).toBe(1700);
    expect(await world.stateOf(bought.number)).toBe('refunded');
    expect((await mailsOf(world.deps.db, 'purchase-taken-down')).at(-1)?.data).toMatchObject({
      refundCents: 900,
      isLast: true,
    });
  });

  it('gives back no more than is left, where the seller gave some back by hand', async () => {
    const bought = await buy([3, 4], 1700);
    const byHand = { order: bought.number, amount: cents(1200), reason: 'kind' };
    await refundOrder(world.deps, byHand);
    const reference = await hide(3);
    expect(await acceptTakeDowns(decide(), { reference })).toMatchObject({ refund: 500 });
    await settle();
    expect(await refundedOf(bought)).toBe(1700);
  });

  it('waits where the money came after the photo was hidden: an order is not yet a sale', async () => {
    const open = await order([3], 900);
    const pending = await order([3], 900);
    await hide(3);
    expect(await states()).toEqual(['standing']);
    expect(await standings(open)).toEqual(['hidden']);
    await settle();
    expect(await mailsOf(world.deps.db, 'photo-taken-down')).toHaveLength(1);

    await world.payments.choose(open.paymentId, 'paid');
    expect(await states()).toEqual(['sold']);
    expect(await standings(open)).toEqual(['here']);
    await settle();
    await settle();
    expect(
      (await mailsOf(world.deps.db, 'photo-taken-down')).map(({ data }) => data['outcome']),
    ).toEqual(['standing', 'sold']);

    // Once the seller has accepted, money that comes later goes back by itself.
    await acceptTakeDowns(decide(), { event: world.event.slug });
    await settle();
    expect(await refundedOf(open)).toBe(900);
    await world.payments.choose(pending.paymentId, 'paid');
    await settle();
    expect(await standings(pending)).toEqual(['taken-down']);
    expect(await refundedOf(pending)).toBe(900);
  });

  it('is paid back later where the buyer’s bank decides first', async () => {
    const bought = await buy([3, 4], 1700);
    await world.payments.dispute(bought.paymentId, 'opened');
    const reference = await hide(3);
    await acceptTakeDowns(decide(), { reference });
    expect(await payTakeDownRefunds(world.deps)).toEqual({ paid: 0, waiting: 1 });
    await world.payments.dispute(bought.paymentId, 'won');
    await query(
      world.deps.db,
      'update take_down_refunds set due_at = now() - make_interval(secs => 1) where done_at is null',
    );
    expect(await payTakeDownRefunds(world.deps)).toEqual({ paid: 1, waiting: 0 });
    expect(await refundedOf(bought)).toBe(800);
  });

  it('is paid back once, whatever breaks off and however many settle at once', async () => {
    const bought = await buy([3, 4], 1700);
    const reference = await hide(3);
    await Promise.all(Array.from({ length: 10 }, () => acceptTakeDowns(decide(), { reference })));
    const lost: OrderDeps = {
      ...world.deps,
      payments: {
        ...world.payments,
        refund: async (request: RefundRequest): Promise<never> => {
          await world.payments.refund(request);
          throw new FocusError('unavailable', 'payments.unreachable', 'No answer');
        },
      },
    };
    expect(await payTakeDownRefunds(lost)).toEqual({ paid: 0, waiting: 1 });
    const due = () =>
      query(
        world.deps.db,
        `update take_down_refunds set due_at = now() - make_interval(secs => 1) where done_at is null`,
      );
    await due();
    await Promise.all(Array.from({ length: 10 }, () => settle()));
    expect(await refundedOf(bought)).toBe(800);
    // As if the process had died between the refund and its note.
    await query(
      world.deps.db,
      'update take_down_refunds set due_at = now() - make_interval(secs => 1), done_at = null where done_at is not null',
    );
    await settle();
    expect(await refundedOf(bought)).toBe(800);
    expect(await mailsOf(world.deps.db, 'purchase-taken-down')).toHaveLength(1);
  });
});

describe('deciding about many', () => {
  it('undoes those of an address, of an event, of the last hours, and counts them', async () => {
    for (const index of [3, 4, 5]) await hide(index, 'prank@example.org');
    await hide(6, 'zoe@example.org');
    await query(
      world.deps.db,
      `update take_downs set requested_at = now() - interval '5 hours' where photo_id = :id`,
      { id: photo(3) },
    );
    const since = new Date(Date.now() - 3600_000);
    const chosen = { event: world.event.slug, since, from: 'PRANK@example.org' };
    const planned = await planUndo(decide(), chosen);
    expect(planned).toEqual({ requests: 2, shown: 2, stillHidden: 0 });
    expect(await isHidden(world.deps.db, photo(4))).toBe(true);
    expect(await undoTakeDowns(decide(), chosen)).toEqual(planned);
    expect(
      await Promise.all([3, 4, 5, 6].map((one) => isHidden(world.deps.db, photo(one)))),
    ).toEqual([true, false, false, true]);
    const [{ network } = { network: undefined }] = await listTakeDowns(
      decide(),
      { from: 'prank@example.org' },
      'live',
    );
    expect(await undoTakeDowns(decide(), { from: network })).toMatchObject({ requests: 1 });
    expect(await states()).toEqual(['standing', 'undone', 'undone', 'undone']);
  });

  it('shows no photo that somebody else asked to be hidden too', async () => {
    const request = { slug: world.event.slug, photoId: photo(3) };
    const first = await ask(deps(), { ...request, email: 'prank@example.org' });
    const second = await ask(deps(), { ...request, email: 'zoe@example.org' });
    for (const { reference } of [first, second] as { reference: string }[])
      await query(
        world.deps.db,
        'update take_downs set confirmed_at = now() where upper(left(id::text, 8)) = :reference',
        { reference },
      );
    await query(world.deps.db, 'update photos set taken_down_at = now() where id = :id', {
      id: photo(3),
    });
    expect(await undoTakeDowns(decide(), { from: 'prank@example.org' })).toEqual({
      requests: 1,
      shown: 0,
      stillHidden: 1,
    });
    expect(await isHidden(world.deps.db, photo(3))).toBe(true);
    expect(await undoTakeDowns(decide(), { from: 'zoe@example.org' })).toMatchObject({ shown: 1 });
  });

  it('never means all of all events by a slip', async () => {
    for (const decideAll of [undoTakeDowns, acceptTakeDowns, planUndo, planAcceptance])
      await expect(decideAll(decide(), {})).rejects.toMatchObject({ code: 'takedown.no-choice' });
  });

  it('leaves with a buyer’s money what was undone after it was accepted', async () => {
    const bought = await buy([3, 4], 1700);
    const reference = await hide(3);
    await acceptTakeDowns(decide(), { reference });
    await settle();
    expect(await undoTakeDowns(decide(), { reference })).toMatchObject({ shown: 1 });
    expect(await standings(bought)).toEqual(['taken-down', 'here']);
    await settle();
    expect(await refundedOf(bought)).toBe(800);
  });

  it('hides what was held once the seller accepts', async () => {
    for (let index = 0; index < 12; index += 1)
      await ask(deps(), {
        slug: world.event.slug,
        photoId: photo(index),
        provenEmail: 'zoe@example.org',
      });
    expect((await states()).filter((state) => state === 'held')).toHaveLength(2);
    const waiting = await listTakeDowns(decide(), {}, 'waiting');
    for (const { reference } of waiting) await acceptTakeDowns(decide(), { reference });
    for (let index = 0; index < 12; index += 1)
      expect(await isHidden(world.deps.db, photo(index))).toBe(true);
  });
});
