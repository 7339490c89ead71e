import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../../../core/db/query.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { drawHere } from '../../../core/drawing/draw.js';
import { printDocument } from '../../../core/usecases/orders/print-document.js';
import { showOrder } from '../../../core/usecases/orders/show-order.js';
import { createOrderWorld, type OrderWorld } from './order-world.js';

let world: OrderWorld;
beforeAll(async () => {
  world = await createOrderWorld();
});
afterAll(() => world.close());

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

  it('delivers the original of a web photo that a pack of originals pays for, clicked twice too', async () => {
    const { deps, photos } = world;
    const request = world.request(photos.slice(3, 7), 2600);
    const items = request.items.map((item, index) =>
      index < 3 ? item : { ...item, size: 'web' as const },
    );
    const placed = await placeOrder(deps, { ...request, items });
    const again = await placeOrder(deps, { ...request, items });
    if (placed.kind !== 'placed') throw new Error(JSON.stringify(placed));
    expect(again).toMatchObject({ kind: 'placed', number: placed.number });
    const shown = await showOrder(deps.db, placed.token);
    expect(shown?.order.items.map(({ size }) => size)).toEqual(['hd', 'hd', 'hd', 'hd']);
  });

  it('refuses what no payment and no column holds, whatever a discount takes off it', async () => {
    const { deps, event, photos } = world;
    const price = (single: number, removed: Date | null) =>
      query(
        deps.db,
        `update packs set price_cents = case when quantity = 1 then :single else price_cents end,
           removed_at = case when quantity = 5 then :removed::timestamptz end where event_id = :id`,
        { single, removed, id: event.id },
      );
    await price(10_000_000, new Date());
    try {
      const most = world.request(photos.slice(3, 12), 90_000_100);
      expect(await placeOrder(deps, most)).toMatchObject({ kind: 'placed' });
      const tooMuch = world.request(photos.slice(3, 13), 100_000_100);
      await expect(placeOrder(deps, tooMuch)).rejects.toMatchObject({ code: 'order.too-large' });
    } finally {
      await price(800, null);
    }
  });

  it('keeps the waiver with its text and time', async () => {
    const { token } = await world.place(world.photos.slice(3, 4), 900);
    const shown = await showOrder(world.deps.db, token);
    expect(shown?.order.waiver).toEqual({ version: '2026-11', acceptedAt: world.deps.now() });
    expect(await showOrder(world.deps.db, `${token.slice(0, -1)}!`)).toBeUndefined();
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
    const deps = { db: world.deps.db, drawings: { remember: drawHere } };
    const pdf = await printDocument(deps, token, invoice?.number ?? '');
    expect(
      Buffer.from(pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await printDocument(deps, token, 'INV-2026-999999')).toBeUndefined();
  });
});

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
