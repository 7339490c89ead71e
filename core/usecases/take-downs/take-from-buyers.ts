import { enqueueMail } from '../../db/queries/mails.js';
import type { StoredOrder } from '../../db/queries/order-rows.js';
import { lockOrder } from '../../db/queries/orders.js';
import {
  insertTakeDownRefund,
  ordersHolding,
  photosTakenFrom,
  type NewTakeDownRefund,
} from '../../db/queries/take-down-refunds.js';
import type { Db } from '../../db/query.js';
import type { PhotoId } from '../../domain/ids.js';
import { cents, sumOf } from '../../domain/money.js';
import { sharesOfPhotos } from '../../domain/photo-shares.js';

/**
 * Takes photos from everybody who has bought them, tells each buyer by mail, and notes what goes back to
 * them: once for each photo of an order, however often it is called.
 */
export async function takeFromBuyers(
  transaction: Db,
  photoIds: readonly PhotoId[],
): Promise<NewTakeDownRefund[]> {
  const taken: NewTakeDownRefund[] = [];
  for (const { orderId } of await ordersHolding(transaction, photoIds)) {
    // Held from here on: a second acceptance waits, and then finds nothing left to take.
    const order = await lockOrder(transaction, orderId);
    const refund = await refundFor(transaction, order, photoIds);
    if (refund === undefined) continue;
    const id = await insertTakeDownRefund(transaction, refund);
    await tellBuyer(transaction, order, refund, id);
    taken.push(refund);
  }
  return taken;
}

/** What `takeFromBuyers` would take, and give back. */
export async function planTaking(
  db: Db,
  photoIds: readonly PhotoId[],
): Promise<NewTakeDownRefund[]> {
  return db.transaction(async (transaction) => {
    const planned: NewTakeDownRefund[] = [];
    for (const { orderId } of await ordersHolding(transaction, photoIds)) {
      const order = await lockOrder(transaction, orderId);
      const refund = await refundFor(transaction, order, photoIds);
      if (refund !== undefined) planned.push(refund);
    }
    return planned;
  });
}

/** Undefined where the order has none of the photos any more. */
async function refundFor(
  transaction: Db,
  order: StoredOrder,
  photoIds: readonly PhotoId[],
): Promise<NewTakeDownRefund | undefined> {
  const takenBefore = await photosTakenFrom(transaction, order.id);
  const shares = sharesOfPhotos(order);
  const wanted = new Set(photoIds);
  const kept = order.items.filter(({ photoId }) => !takenBefore.has(photoId));
  const photos = kept
    .filter(({ photoId }) => wanted.has(photoId))
    .map(({ photoId }) => ({ photoId, share: shares.get(photoId) ?? cents(0) }));
  if (photos.length === 0) return undefined;
  // Nobody pays a service fee for nothing: with the last photo all that is left goes back.
  const isRest = photos.length === kept.length;
  const left = Math.max(0, order.total - order.refunded);
  const share = sumOf(photos.map((photo) => photo.share));
  return {
    orderId: order.id,
    photos,
    isRest,
    amount: cents(isRest ? left : Math.min(share, left)),
  };
}

async function tellBuyer(
  transaction: Db,
  order: StoredOrder,
  { photos, amount, isRest }: NewTakeDownRefund,
  id: string,
): Promise<void> {
  await enqueueMail(transaction, {
    kind: 'purchase-taken-down',
    key: `purchase-taken-down:${id}`,
    to: order.email,
    language: order.language,
    data: {
      orderNumber: order.number,
      eventName: order.eventName,
      currency: order.currency,
      photoCount: photos.length,
      refundCents: amount,
      isLast: isRest,
      purchasesPath: '/sign-in',
    },
  });
}
