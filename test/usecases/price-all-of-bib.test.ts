import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertDiscountCode } from '../../core/db/queries/discount-codes.js';
import { insertPack } from '../../core/db/queries/packs.js';
import { query, type Db } from '../../core/db/query.js';
import type { RaceEvent } from '../../core/domain/event.js';
import type { PhotoId } from '../../core/domain/ids.js';
import { cents } from '../../core/domain/money.js';
import type { Pack } from '../../core/domain/pack.js';
import { quoteHere } from '../../core/usecases/quote-cart.js';
import { priceAllOfBib } from '../../core/usecases/price-all-of-bib.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { addPhotos, bibOf, publishedEvent } from '../support/gallery-rows.js';

const NOW = new Date('2026-05-18T12:00:00Z');
const BEFORE = new Date('2026-05-01T00:00:00Z');

const NOBODY = { address: undefined, session: undefined };

let database: TestDatabase;
let db: Db;
let event: RaceEvent;
let mine: PhotoId[];
let others: PhotoId[];
let events = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
beforeEach(async () => {
  events += 1;
  event = await publishedEvent(db, `Trail ${events}`);
  mine = await addPhotos(db, event.id, 4, { bib: '12' });
  others = await addPhotos(db, event.id, 3, { bib: '13' });
});
afterAll(() => database.drop());

function addPack(pack: Partial<Pack> & { readonly price: Pack['price'] }) {
  return insertPack(db, event.id, {
    kind: 'photos',
    quantity: 1,
    size: 'hd',
    availableFrom: undefined,
    availableUntil: undefined,
    ...pack,
  });
}

async function addUsualPacks(): Promise<void> {
  await addPack({ price: cents(800) });
  await addPack({ quantity: 5, price: cents(2500) });
  await addPack({ size: 'web', price: cents(500) });
}

const inCart = (photoIds: readonly string[], size: 'hd' | 'web' = 'hd') =>
  photoIds.map((photoId) => ({ photoId, size }));

function priceAll(cart = inCart([]), { bib = '12', code = '' } = {}) {
  const wanted = { event, bib: bibOf(bib), cart, code, person: NOBODY, at: NOW };
  return priceAllOfBib(db, wanted, quoteHere);
}

describe('the price of all photos of a bib', () => {
  it('is that of the cheapest packs, without the fee', async () => {
    await addUsualPacks();
    expect(await priceAll()).toEqual({
      bib: '12',
      photos: 4,
      size: 'hd',
      price: 2500,
      isBesides: false,
      serviceFee: 100,
    });
  });

  it('stays the same where some of them are in the cart already', async () => {
    await addUsualPacks();
    expect(await priceAll(inCart(mine.slice(0, 3)))).toMatchObject({ photos: 4, price: 2500 });
    expect(await priceAll(inCart(mine))).toMatchObject({ photos: 4, price: 2500 });
  });

  it('is what they cost besides where the cart holds others', async () => {
    await addUsualPacks();
    // One for 8.00 alone; all five in one pack for 25.00.
    const cart = inCart(others.slice(0, 1));
    expect(await priceAll(cart)).toMatchObject({ price: 1700, isBesides: true });
  });

  it('takes the size of the cart, and web size where originals are not sold', async () => {
    await addUsualPacks();
    const cart = inCart(mine.slice(0, 1), 'web');
    expect(await priceAll(cart)).toMatchObject({ size: 'web', price: 2000 });
    await query(db, `update packs set removed_at = now() where event_id = :id and size = 'hd'`, {
      id: event.id,
    });
    expect(await priceAll()).toMatchObject({ size: 'web', price: 2000 });
  });

  it('goes by what is on sale now, and by the code that was typed', async () => {
    await addUsualPacks();
    await addPack({
      kind: 'all-of-mine',
      quantity: undefined,
      price: cents(900),
      availableUntil: BEFORE,
    });
    expect(await priceAll()).toMatchObject({ price: 2500 });
    await addPack({ kind: 'all-of-mine', quantity: undefined, price: cents(2000) });
    expect(await priceAll()).toMatchObject({ price: 2000 });
    await insertDiscountCode(db, event.id, {
      code: 'CLUB',
      key: 'CLUB',
      terms: { kind: 'percentage', percent: 10 },
      usesLimit: undefined,
      expiresAt: undefined,
    });
    expect(await priceAll(inCart([]), { code: 'club' })).toMatchObject({ price: 1800 });
    expect(await priceAll(inCart([]), { code: 'none' })).toMatchObject({ price: 2000 });
  });

  it('is none where nothing is sold, or nobody has the bib', async () => {
    expect(await priceAll()).toBeUndefined();
    await addUsualPacks();
    expect(await priceAll(inCart([]), { bib: '99' })).toBeUndefined();
    await query(db, `update events set state = 'archived' where id = :id`, { id: event.id });
    expect(await priceAll()).toBeUndefined();
  });

  it('counts no photo that was taken down', async () => {
    await addUsualPacks();
    await query(db, 'update photos set taken_down_at = now() where id = :id', { id: mine[0]! });
    expect(await priceAll()).toMatchObject({ photos: 3, price: 2400 });
  });

  it('names no price for more than anybody has', async () => {
    await addUsualPacks();
    await addPhotos(db, event.id, 120, { bib: '1' });
    expect(await priceAll(inCart([]), { bib: '1' })).toMatchObject({
      photos: 120,
      price: undefined,
    });
  });
});
