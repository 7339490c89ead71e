import type { PhotoId } from './ids.js';
import { cents, type Cents } from './money.js';
import type { Order } from './order.js';

/**
 * What each photo of an order cost. The price of a line is divided evenly among the photos that it pays
 * for, all of them, and the order's discount among all photos by what they cost. Cents that do not
 * divide go to some photos and not to others, always to the same: the shares of all photos are the
 * order's price without the service fee, to the cent.
 */
export function sharesOfPhotos(
  order: Pick<Order, 'lines' | 'subtotal' | 'discount'>,
): ReadonlyMap<PhotoId, Cents> {
  const net = order.subtotal - order.discount;
  const shares = new Map<PhotoId, Cents>();
  let before = 0;
  let given = 0;
  for (const { price, photoIds } of order.lines) {
    const sorted = [...photoIds].sort();
    for (const [index, photoId] of sorted.entries()) {
      // Of a running sum, so that what is rounded off comes back with a later photo.
      const upTo = before + Math.floor((price * (index + 1)) / sorted.length);
      const paid = portion(net, upTo, order.subtotal);
      shares.set(photoId, cents(paid - given));
      given = paid;
    }
    before += price;
  }
  return shares;
}

/** The part of a sum up to a point of another, in whole cents; products exceed what a number holds. */
function portion(sum: number, upTo: number, of: number): number {
  return of === 0 ? 0 : Number((BigInt(sum) * BigInt(upTo)) / BigInt(of));
}
