import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhotoId } from '../../core/domain/ids.js';
import { cents } from '../../core/domain/money.js';
import type { SoldLine } from '../../core/domain/order.js';
import { sharesOfPhotos } from '../../core/domain/photo-shares.js';

/** Photos are numbered from line to line. */
function orderOf(lines: readonly (readonly [price: number, photos: number])[], discount = 0) {
  let number = 0;
  const sold = lines.map(([price, photos]) => {
    const photoIds = Array.from({ length: photos }, () => {
      number += 1;
      return String(number).padStart(6, '0') as PhotoId;
    });
    return { price: cents(price), photoIds } as unknown as SoldLine;
  });
  const subtotal = cents(lines.reduce((sum, [price]) => sum + price, 0));
  return { lines: sold, subtotal, discount: cents(discount) };
}

const sharesIn = (...given: Parameters<typeof orderOf>) => [
  ...sharesOfPhotos(orderOf(...given)).values(),
];

describe('what a photo of an order cost', () => {
  it.each([
    ['a single photo, its price', [[800, 1]], 0, [800]],
    ['a pack, its part of the pack', [[2500, 5]], 0, [500, 500, 500, 500, 500]],
    [
      'a pack that is not used up, its part of the price paid',
      [[2500, 4]],
      0,
      [625, 625, 625, 625],
    ],
    ['what does not divide, to the cent', [[1000, 3]], 0, [333, 333, 334]],
    [
      'several lines, each by its own',
      [
        [2500, 5],
        [800, 1],
      ],
      0,
      [500, 500, 500, 500, 500, 800],
    ],
    [
      'a discount, by what each cost',
      [
        [800, 1],
        [400, 1],
      ],
      300,
      [600, 300],
    ],
    ['all for nothing, nothing', [[0, 1]], 0, [0]],
    ['all discounted, nothing', [[800, 2]], 800, [0, 0]],
  ] as const)('is, of %s', (_, lines, discount, shares) => {
    expect(sharesIn(lines, discount)).toEqual(shares);
  });

  it('adds up to the price without the fee, and is never less than nothing', () => {
    const line = fc.tuple(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 1, max: 300 }),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), (lines, of) => {
        const subtotal = lines.reduce((sum, [price]) => sum + price, 0);
        const discount = subtotal === 0 ? 0 : of % (subtotal + 1);
        const shares = sharesIn(lines, discount);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(subtotal - discount);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not depend on the order of the photos in a line', () => {
    const { lines, ...rest } = orderOf([[1001, 7]], 5);
    const turned = lines.map((line) => ({ ...line, photoIds: [...line.photoIds].reverse() }));
    const sorted = (shares: ReadonlyMap<PhotoId, number>) => [...shares].sort();
    expect(sorted(sharesOfPhotos({ lines: turned, ...rest }))).toEqual(
      sorted(sharesOfPhotos({ lines, ...rest })),
    );
  });
});
