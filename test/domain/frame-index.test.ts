import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameIndex, type HashedFrame } from '../../core/domain/frame-index.js';
import { hammingDistance } from '../../core/domain/hash-index.js';
import { captureSecond } from '../../core/domain/near-duplicates.js';

/** Hashes a few bits apart, within a few seconds or without a time. */
const frame: fc.Arbitrary<HashedFrame> = fc.record({
  hash: fc.array(fc.nat(63), { maxLength: 8 }).map(withBits),
  capturedLocal: fc.option(
    fc
      .tuple(fc.nat(3), fc.constantFrom('000000', '250000'))
      .map(([second, fraction]) => `2026-05-17T09:00:0${second}.${fraction}`),
    { nil: undefined },
  ),
});

function withBits(bits: readonly number[]): Uint8Array {
  const hash = new Uint8Array(8);
  for (const bit of bits) hash[bit >> 3]! ^= 1 << (bit & 7);
  return hash;
}

function mayBeSame(a: HashedFrame, b: HashedFrame, distance: number): boolean {
  const [one, other] = [captureSecond(a), captureSecond(b)];
  const timesAllow = one === undefined || other === undefined || one === other;
  return timesAllow && hammingDistance(a.hash, b.hash) <= distance;
}

describe('an index of frames', () => {
  it('finds what comparing each with each finds, and nothing twice', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 40 }),
        frame,
        fc.integer({ min: 0, max: 7 }),
        (frames, wanted, distance) => {
          const index = createFrameIndex(distance);
          const positions = frames.map((each) => index.add(each));
          const expected = positions.filter((at) => mayBeSame(frames[at]!, wanted, distance));
          expect(index.candidates(wanted).sort((a, b) => a - b)).toEqual(expected);
        },
      ),
    );
  });

  it('takes no pair from thousands of look-alikes of different seconds', () => {
    const index = createFrameIndex(5);
    const hash = withBits([1, 2, 3]);
    const timeOf = (at: number): string => new Date(at * 1000).toISOString().replace('Z', '000');
    for (let at = 0; at < 4000; at += 1) index.add({ hash, capturedLocal: timeOf(at) });
    expect(index.candidates({ hash, capturedLocal: timeOf(77) })).toEqual([77]);
    expect(index.candidates({ hash, capturedLocal: undefined })).toHaveLength(4000);
  });
});
