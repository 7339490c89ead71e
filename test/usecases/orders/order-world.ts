import { randomUUID } from 'node:crypto';
import {
  createTestPayments,
  type TestPayments,
} from '../../../core/adapters/payments/test/test-payments.js';
import { createEvent, updateEvent } from '../../../core/db/queries/events.js';
import { insertPack } from '../../../core/db/queries/packs.js';
import { query } from '../../../core/db/query.js';
import type { RaceEvent } from '../../../core/domain/event.js';
import { cents } from '../../../core/domain/money.js';
import type { OrderDeps } from '../../../core/usecases/orders/order-deps.js';
import type {
  PlacedOrder,
  PlaceOrderRequest,
} from '../../../core/usecases/orders/order-request.js';
import { placeOrder } from '../../../core/usecases/orders/place-order.js';
import { takePaymentNotice } from '../../../core/usecases/orders/take-payment-notice.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

export const SECRET = 'whsec_orders';

export interface OrderWorld {
  readonly deps: OrderDeps;
  readonly payments: TestPayments;
  readonly event: RaceEvent;
  /** Ids of photos; the first three have bib 7. */
  readonly photos: readonly string[];
  readonly databaseUrl: string;
  /** Moves the clock. */
  pass(seconds: number): void;
  /** What a browser sends for these photos, at 8.00 each, 5 for 25.00, all of a bib for 30.00. */
  request(photos: readonly string[], total: number): PlaceOrderRequest;
  place(photos: readonly string[], total: number): Promise<Placed>;
  /** Number and paymentId of a new order of one photo at 9.00. */
  placeOne(): Promise<{ readonly number: string; readonly paymentId: string }>;
  stateOf(number: string): Promise<string>;
  close(): Promise<void>;
}

type Placed = Extract<PlacedOrder, { kind: 'placed' }>;

/** An event on sale, with rows for its photos, and the test provider at hand. */
export async function createOrderWorld(): Promise<OrderWorld> {
  const database: TestDatabase = await createTestDatabase();
  const { db } = database;
  let clock = new Date('2026-05-17T10:00:00Z').getTime();
  const now = () => new Date(clock);
  const seller = {
    key: 'owner',
    identity: {
      name: 'Photos Léa',
      address: undefined,
      registration: undefined,
      vatNumber: undefined,
    },
    account: 'acct_lea',
    vatRate: 20,
    operator: { email: 'shop@example.org', language: 'fr' as const },
    language: 'fr' as const,
  };
  const payments: TestPayments = createTestPayments({
    db,
    secret: SECRET,
    debitSeconds: 60,
    now,
    deliver: (body, signature) => takePaymentNotice(deps, 'test', Buffer.from(body), signature),
  });
  const deps: OrderDeps = { db, payments, seller, personKey: 'buyers of the test', now };

  const created = await createEvent(db, { name: 'Foulées', timeZone: 'Europe/Paris' });
  const event = await updateEvent(db, created.id, { state: 'published' });
  await query(db, `update events set seller_email = 'lea@example.org' where id = :id`, {
    id: event.id,
  });
  const photos = Array.from({ length: 13 }, () => randomUUID());
  for (const [index, id] of photos.entries()) await insertPhoto(id, index);
  const dates = { availableFrom: undefined, availableUntil: undefined };
  const hd = { ...dates, size: 'hd' as const };
  await insertPack(db, event.id, { ...hd, kind: 'photos', quantity: 1, price: cents(800) });
  await insertPack(db, event.id, { ...hd, kind: 'photos', quantity: 5, price: cents(2500) });
  const all = { ...hd, kind: 'all-of-mine' as const, quantity: undefined };
  await insertPack(db, event.id, { ...all, price: cents(2000) });

  async function insertPhoto(id: string, index: number): Promise<void> {
    await query(
      db,
      `insert into photos (id, event_id, sha256, bytes, format, width, height, perceptual_hash,
         frame_signature, sharpness, quality, status)
       values (:id, :eventId, sha256(:id::text::bytea), 1, 'jpeg', 6000, 4000, '\\x0000000000000000', '', 1, 1, 'kept')`,
      { id, eventId: event.id },
    );
    if (index > 2) return;
    await query(
      db,
      `insert into tags (event_id, photo_id, bib, source, confidence, evidence)
       values (:eventId, :id, '7', 'manual', 100, '{}')`,
      { id, eventId: event.id },
    );
  }

  const request = (wanted: readonly string[], total: number): PlaceOrderRequest => ({
    eventSlug: event.slug,
    items: wanted.map((photoId) => ({ photoId, size: 'hd' })),
    discountCode: undefined,
    email: 'runner@example.org',
    language: 'fr',
    waiver: { version: '2026-11', acceptedAt: now() },
    expectedTotal: cents(total),
    idempotencyKey: randomUUID(),
    returnUrlOf: (token) => `https://shop.example.org/orders/${token}`,
  });
  async function place(wanted: readonly string[], total: number): Promise<Placed> {
    const placed = await placeOrder(deps, request(wanted, total));
    if (placed.kind !== 'placed') throw new Error(JSON.stringify(placed));
    return placed;
  }
  return {
    deps,
    payments,
    event,
    photos,
    databaseUrl: database.url,
    pass(seconds) {
      clock += seconds * 1000;
    },
    request,
    place,
    async placeOne() {
      const { number, payment } = await place(photos.slice(3, 4), 900);
      return { number, paymentId: payment?.paymentId ?? '' };
    },
    async stateOf(number) {
      const [row] = await query<{ state: string }>(
        db,
        'select state from orders where number = :number',
        { number },
      );
      return row?.state ?? 'none';
    },
    close: () => database.drop(),
  };
}
