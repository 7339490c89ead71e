import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  claimDiscount,
  findDiscountCode,
  insertDiscountCode,
  releaseDiscount,
} from '../../core/db/queries/discount-codes.js';
import { insertPack, photosOfAllOfMine, removePack } from '../../core/db/queries/packs.js';
import { query, type Db } from '../../core/db/query.js';
import type { RaceEvent } from '../../core/domain/event.js';
import type { PhotoId } from '../../core/domain/ids.js';
import { cents } from '../../core/domain/money.js';
import { ensurePacks } from '../../core/usecases/ensure-packs.js';
import { priceEventCart } from '../../core/usecases/price-cart.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { addPhotos, bibOf, publishedEvent } from '../support/gallery-rows.js';

const NOW = new Date('2026-05-18T12:00:00Z');

let database: TestDatabase;
let db: Db;
let event: RaceEvent;
let photos: PhotoId[];
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  event = await publishedEvent(db, 'Trail');
  photos = await addPhotos(db, event.id, 12, { bib: '12' });
});
afterAll(() => database.drop());

const NOBODY = { address: undefined, session: undefined };

function price(photoIds: readonly string[], code?: string, eventSlug = event.slug) {
  const items = photoIds.map((photoId) => ({ photoId, size: 'hd' as const }));
  return priceEventCart(db, { eventSlug, items, code, at: NOW, person: NOBODY, replaced: false });
}

async function refusals(photoIds: readonly string[], eventSlug?: string) {
  const priced = await price(photoIds, undefined, eventSlug);
  return priced.kind === 'refused'
    ? priced.refusals.map(({ photoId, reason }) => ({ photoId, reason }))
    : priced.kind;
}

async function addCode(code: string, usesLimit?: number, expiresAt?: Date): Promise<void> {
  await insertDiscountCode(db, event.id, {
    code,
    key: code.toUpperCase(),
    terms: { kind: 'percentage', percent: 10 },
    usesLimit,
    expiresAt,
  });
}

describe('the packs of an event', () => {
  it('are the usual ones where there are none, made once by many at the same time', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => ensurePacks(db, event.id)));
    expect(made.map((packs) => packs.length).sort()).toEqual([0, 0, 0, 5]);
  });
});

describe('the price of a cart', () => {
  it('rests on packs and bibs from the database', async () => {
    expect(await price(photos)).toMatchObject({
      kind: 'priced',
      quote: {
        lines: [{ kind: 'all-of-mine', bib: '12', photoIds: { length: 12 } }],
        total: 3600,
        proven: true,
      },
    });
    expect(await price(photos.slice(0, 6))).toMatchObject({
      quote: { total: 3400, hint: { kind: 'all-of-mine', photos: 12, extra: 200 } },
    });
  });

  it('hints at no photo that the event does not have', async () => {
    const small = await publishedEvent(db, 'Small');
    await ensurePacks(db, small.id);
    const three = await addPhotos(db, small.id, 3);
    expect(await price(three, undefined, small.slug)).toMatchObject({ quote: { hint: undefined } });
    await addPhotos(db, small.id, 1);
    expect(await price(three, undefined, small.slug)).toMatchObject({
      quote: { hint: { more: 1 } },
    });
  });

  it('counts a photo once, in the larger size', async () => {
    const [photoId = ''] = photos;
    const items = (['web', 'hd', 'web'] as const).map((size) => ({ photoId, size }));
    expect(
      await priceEventCart(db, {
        eventSlug: event.slug,
        items,
        code: undefined,
        at: NOW,
        person: NOBODY,
        replaced: false,
      }),
    ).toMatchObject({ quote: { subtotal: 800 } });
  });

  it('refuses what cannot be sold, with the reason', async () => {
    const other = await publishedEvent(db, 'Other');
    const [elsewhere = ''] = await addPhotos(db, other.id, 1);
    const [blurry = '', hidden = ''] = await addPhotos(db, event.id, 2);
    await query(db, `update photos set status = 'blurry' where id = :blurry`, { blurry });
    await query(db, 'update photos set taken_down_at = now() where id = :hidden', { hidden });
    const unknown = '00000000-0000-8000-8000-000000000000';
    const injected = "' or true --";
    const wanted = [...photos, elsewhere, blurry, hidden, unknown, injected];
    expect(await refusals(wanted)).toEqual([
      { photoId: elsewhere, reason: 'other-event' },
      { photoId: blurry, reason: 'not-kept' },
      { photoId: hidden, reason: 'taken-down' },
      { photoId: unknown, reason: 'unknown-photo' },
      { photoId: injected, reason: 'unknown-photo' },
    ]);
    // This one has no packs.
    expect(await refusals([elsewhere], other.slug)).toEqual([
      { photoId: elsewhere, reason: 'not-for-sale' },
    ]);
  });

  it('sells nothing of an event that is not public, not there, or named by its name', async () => {
    await query(db, `update events set state = 'archived' where id = :id`, { id: event.id });
    expect(await refusals(photos)).toBe('not-on-sale');
    await query(db, `update events set state = 'published' where id = :id`, { id: event.id });
    expect(await refusals(photos, 'nowhere')).toBe('not-on-sale');
    expect(await refusals(photos, event.name)).toBe('not-on-sale');
  });

  it('leaves out packs that were removed', async () => {
    const terms = { kind: 'photos', quantity: 1, size: 'hd', price: cents(1) } as const;
    const always = { availableFrom: undefined, availableUntil: undefined };
    const cheap = await insertPack(db, event.id, { ...terms, ...always });
    expect(await price(photos.slice(0, 1))).toMatchObject({ quote: { subtotal: 1 } });
    await removePack(db, cheap.id);
    expect(await price(photos.slice(0, 1))).toMatchObject({ quote: { subtotal: 800 } });
  });
});

describe('a discount code', () => {
  it('is taken off whatever its case, and named where it cannot be', async () => {
    await addCode('Early');
    await addCode('Late', undefined, NOW);
    const [photo = ''] = photos;
    expect(await price([photo], ' eaRLY ')).toMatchObject({
      code: { kind: 'accepted', discount: { code: 'Early' } },
      quote: { subtotal: 800, discount: 80, serviceFee: 100, total: 820 },
    });
    expect(await price([photo], 'late')).toMatchObject({
      code: { kind: 'expired', code: 'late' },
      quote: { discount: 0, total: 900 },
    });
    expect(await price([photo], '<b>')).toMatchObject({ code: { kind: 'unknown' } });
    expect(await price([photo], '  ')).toMatchObject({ code: { kind: 'none' } });
  });

  it('is claimed no more often than its limit by 20 orders at the same time', async () => {
    await addCode('Twice', 2);
    const claim = { eventId: event.id, code: 'twice', at: NOW };
    const claims = await Promise.all(
      Array.from({ length: 20 }, () => db.transaction((order) => claimDiscount(order, claim))),
    );
    const claimed = claims.filter((discount) => discount !== undefined);
    expect(claimed).toHaveLength(2);
    expect(await price(photos, 'twice')).toMatchObject({ code: { kind: 'used-up' } });
    const [{ id } = { id: undefined }] = claimed;
    if (id !== undefined) await releaseDiscount(db, id);
    expect(await price(photos, 'twice')).toMatchObject({ code: { kind: 'accepted' } });
  });

  it('is given back by an order that is rolled back', async () => {
    await addCode('Undone', 1);
    const failed = db.transaction(async (order) => {
      await claimDiscount(order, { eventId: event.id, code: 'undone', at: NOW });
      throw new Error('the order failed');
    });
    await expect(failed).rejects.toThrow('the order failed');
    expect(await findDiscountCode(db, event.id, 'UNDONE', new Date())).toMatchObject({ uses: 0 });
  });

  it('cannot be claimed when it is over, or for another event', async () => {
    const late = { eventId: event.id, code: 'late', at: NOW };
    expect(await claimDiscount(db, late)).toBeUndefined();
    const other = await publishedEvent(db, 'Third');
    const early = { eventId: other.id, code: 'early', at: NOW };
    expect(await claimDiscount(db, early)).toBeUndefined();
  });
});

it('gives all public photos of the bib for an all-of-mine pack, at the time of asking', async () => {
  const [late = ''] = await addPhotos(db, event.id, 1, { bib: '12' });
  const [first = ''] = photos;
  await query(db, 'update photos set taken_down_at = now() where id = :first', { first });
  const given = await photosOfAllOfMine(db, event.id, bibOf('12'));
  expect(new Set(given)).toEqual(new Set([...photos.slice(1), late]));
});

describe('a photo whose original has no more pixels than its web version', () => {
  it('costs what web size costs, and leaves the frame to the photo that was asked for in it', async () => {
    const small = await publishedEvent(db, 'Small originals');
    const [first = '', second = ''] = await addPhotos(db, small.id, 2);
    await query(db, 'update photos set width = 1600, height = 1067 where event_id = :id', {
      id: small.id,
    });
    const terms = { availableFrom: undefined, availableUntil: undefined, quantity: 1 } as const;
    const add = (pack: Pick<Parameters<typeof insertPack>[2], 'kind' | 'size' | 'price'>) =>
      insertPack(db, small.id, { ...terms, ...pack, ...(pack.kind === 'sponsored' && SPONSORED) });
    await add({ kind: 'photos', size: 'hd', price: cents(800) });
    await add({ kind: 'photos', size: 'web', price: cents(500) });
    expect(await price([first], undefined, small.slug)).toMatchObject({ quote: { subtotal: 500 } });
    await add({ kind: 'sponsored', size: 'web', price: cents(0) });
    // The clean photo was asked for: it is not put into the frame, and costs no more for it.
    expect(await price([first], undefined, small.slug)).toMatchObject({
      quote: { subtotal: 500, lines: [{ kind: 'photos' }] },
    });
    const beside = await priceEventCart(db, {
      eventSlug: small.slug,
      items: [
        { photoId: first, size: 'hd' },
        { photoId: second, size: 'web' },
      ],
      code: undefined,
      at: NOW,
      person: NOBODY,
      replaced: false,
    });
    expect(beside).toMatchObject({
      quote: {
        subtotal: 500,
        lines: expect.arrayContaining([
          expect.objectContaining({ kind: 'sponsored', photoIds: [second] }),
          expect.objectContaining({ kind: 'photos', photoIds: [first] }),
        ]) as unknown,
      },
    });
  });
});

const SPONSORED = {
  quantity: undefined,
  sponsorship: { sponsor: 'City Sports', frameKey: 'frames/made.png' },
};
