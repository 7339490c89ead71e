import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHashIndex, hammingDistance } from '../../core/domain/hash-index.js';

const anyHash = fc.uint8Array({ minLength: 8, maxLength: 8 });

/** A hash and, often, one a few bits away from it: the cases that a search must tell apart. */
const family = fc
  .tuple(anyHash, fc.array(fc.array(fc.nat(63), { maxLength: 10 }), { maxLength: 8 }))
  .map(([hash, turns]) => [
    hash,
    ...turns.map((bits) => {
      const copy = hash.slice();
      for (const bit of bits) copy[bit >> 3]! ^= 1 << (bit & 7);
      return copy;
    }),
  ]);

const bitByBit = (a: Uint8Array, b: Uint8Array): number =>
  [...a].reduce((sum, byte, i) => {
    const differing = (byte ^ b[i]!).toString(2).replaceAll('0', '');
    return sum + differing.length;
  }, 0);

describe('hammingDistance', () => {
  it('counts the bits that differ', () => {
    fc.assert(fc.property(anyHash, anyHash, (a, b) => hammingDistance(a, b) === bitByBit(a, b)));
  });
});

describe('createHashIndex', () => {
  it('finds exactly what comparing all would find', () => {
    fc.assert(
      fc.property(fc.array(family, { maxLength: 12 }), fc.nat(7), (families, radius) => {
        const hashes = families.flat();
        const index = createHashIndex({ maximumDistance: radius, capacity: 4 });
        hashes.forEach((hash, position) => {
          expect(index.add(hash)).toBe(position);
        });
        for (const query of hashes.slice(0, 20)) {
          const near = hashes.flatMap((hash, position) =>
            bitByBit(query, hash) <= radius ? [position] : [],
          );
          expect(index.query(query)).toEqual(near);
        }
      }),
    );
  });

  it('reads a hash from the middle of a larger buffer', () => {
    const buffer = Uint8Array.from({ length: 24 }, (_, i) => i * 7);
    const index = createHashIndex({ maximumDistance: 0 });
    index.add(buffer.subarray(9, 17));
    expect(index.query(buffer.slice(9, 17))).toEqual([0]);
  });

  it('finds nothing when it is empty', () => {
    expect(createHashIndex({ maximumDistance: 5 }).query(new Uint8Array(8))).toEqual([]);
  });

  it('refuses a distance that its lists cannot answer', () => {
    for (const maximumDistance of [-1, 8, 1.5]) {
      expect(() => createHashIndex({ maximumDistance })).toThrow(RangeError);
    }
  });
});
