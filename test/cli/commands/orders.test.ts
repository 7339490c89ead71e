import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrderWorld, type OrderWorld } from '../../usecases/orders/order-world.js';
import { focusracerWithoutDatabase, type Focusracer } from '../support/focusracer.js';

let world: OrderWorld;
let focusracer: Focusracer;
/** Of an order that was paid, and of one that was not. */
let paid: string;
let open: string;
beforeAll(async () => {
  world = await createOrderWorld();
  focusracer = await focusracerWithoutDatabase({ DATABASE_URL: world.databaseUrl });
  const first = await world.placeOne();
  paid = first.number;
  await world.payments.choose(first.paymentId, 'paid');
  open = (await world.placeOne()).number;
});
afterAll(async () => {
  await focusracer.remove();
  await world.close();
});

describe('focusracer orders', () => {
  it('lists orders as a table and as JSON lines, filtered', async () => {
    const { stdout } = await focusracer.run('orders', 'list');
    expect(stdout).toMatch(/^Order +Placed +Event/);
    expect(stdout).toContain(paid);
    expect(stdout).toContain('€9.00');
    const listed = await focusracer.json('orders', 'list', '--state', 'paid');
    expect(listed).toMatchObject([{ number: paid, state: 'paid', total: 900, photos: 1 }]);
    const none = await focusracer.run('orders', 'list', '--problems');
    expect(none).toMatchObject({ stdout: '', stderr: 'No orders.', exitCode: 0 });
  });

  it('shows one order with its notices and documents, in French too', async () => {
    const { stdout } = await focusracer.run('orders', 'show', paid.toLowerCase(), '--lang', 'fr');
    expect(stdout).toContain('payée');
    expect(stdout).toContain('facture INV-');
    expect(stdout).toMatch(/1 photo +original +\d/);
    expect(stdout).toMatch(/Photos +Taille\n\S+ +original/);
    const [shown] = await focusracer.json('orders', 'show', paid);
    expect(shown).toMatchObject({
      order: { number: paid, waiver: { version: '2026-11' } },
      notices: [{ kind: 'succeeded' }],
      documents: [{ kind: 'invoice', total: 900 }],
    });
    expect(await focusracer.run('orders', 'show', 'FR-1999-000001')).toMatchObject({ exitCode: 3 });
  });

  it('says what a refund would be, and changes nothing', async () => {
    const planned = await focusracer.run('orders', 'refund', paid, '--amount', '3', '--dry-run');
    expect(planned.stderr).toContain('Would give back €3.00');
    expect(await world.stateOf(paid)).toBe('paid');
  });

  it('gives a part back, then all that is left', async () => {
    const part = ['orders', 'refund', paid, '--amount', '3.00', '--reason', 'blurry'];
    expect((await focusracer.run(...part)).stderr).toContain('partly refunded');
    const [rest] = await focusracer.json('orders', 'refund', paid);
    expect(rest).toMatchObject({ amount: 600, fee: 100, state: 'refunded' });
    expect(await focusracer.run('orders', 'refund', paid)).toMatchObject({ exitCode: 4 });
  });

  it('refuses a price that is none, and an order that was not paid', async () => {
    const bad = await focusracer.run('orders', 'refund', paid, '--amount', 'much');
    expect(bad.exitCode).toBe(2);
    expect(await focusracer.run('orders', 'refund', open)).toMatchObject({ exitCode: 4 });
  });

  it('takes no test money in production, but still lists orders', async () => {
    const production = { NODE_ENV: 'production' };
    expect(await focusracer.start(['orders', 'refund', open], production)).toMatchObject({
      exitCode: 78,
    });
    expect(await focusracer.start(['orders', 'list'], production)).toMatchObject({ exitCode: 0 });
  });
});

describe('focusracer payouts', () => {
  it('adds up by event', async () => {
    expect(await focusracer.json('payouts')).toMatchObject([
      { eventSlug: world.event.slug, orders: 1, received: 900, returned: 900, seller: 0 },
    ]);
    const { stdout } = await focusracer.run('payouts', world.event.slug);
    expect(stdout).toMatch(/Event +Orders +Received +Given back/);
    const unknown = await focusracer.run('payouts', 'other-event');
    expect(unknown.stderr).toBe('Nothing was sold yet.');
  });
});
