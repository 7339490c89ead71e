import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import {
  cartOf,
  discountCodeOf,
  keepCart,
  keepDiscountCode,
  LARGEST_CART,
  withPhotos,
} from '../../storefront/carts.js';

// As it is read from the database.
const visitor = () => JSON.parse('{"session":{}}') as Pick<Request, 'session'>;
const photos = (count: number) => withPhotos([], Array.from({ length: count }, randomUUID), 'hd');

describe('the carts of a session', () => {
  it('keeps those of several events', () => {
    const request = visitor();
    const [run, ride] = [photos(3), photos(2)];
    keepCart(request, 'run', run);
    keepCart(request, 'ride', ride);
    expect([cartOf(request, 'run'), cartOf(request, 'ride')]).toEqual([run, ride]);
    keepCart(request, 'run', []);
    expect(Object.keys(request.session.carts ?? {})).toEqual(['ride']);
  });

  it('does not grow with the names of events that somebody makes up', () => {
    const request = visitor();
    const last = photos(1);
    for (let index = 0; index < 200; index += 1) {
      keepCart(request, `event-${index}`, last);
      keepDiscountCode(request, `event-${index}`, 'SUMMER');
    }
    expect(Object.keys(request.session.carts ?? {}).length).toBeLessThanOrEqual(20);
    expect(Object.keys(request.session.discountCodes ?? {}).length).toBeLessThanOrEqual(20);
    expect(cartOf(request, 'event-199')).toEqual(last);
    expect(discountCodeOf(request, 'event-199')).toBe('SUMMER');
  });

  it('holds no more photos in all than one cart may', () => {
    const request = visitor();
    keepCart(request, 'first', photos(LARGEST_CART - 1));
    keepCart(request, 'second', photos(1));
    expect(Object.keys(request.session.carts ?? {})).toHaveLength(2);
    keepCart(request, 'third', photos(1));
    const lines = Object.values(request.session.carts ?? {}).flat();
    expect(lines.length).toBeLessThanOrEqual(LARGEST_CART);
    expect(cartOf(request, 'third')).toHaveLength(1);
  });
});
