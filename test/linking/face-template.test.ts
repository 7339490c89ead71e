import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dequantise,
  quantise,
  templateCosine,
  TEMPLATE_BYTES,
} from '../../core/linking/face-template.js';
import { randomNumbers } from './faces.js';

/** Spread over all its numbers, as embeddings are. */
const embedding = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
  const next = randomNumbers(seed);
  const values = Float32Array.from({ length: TEMPLATE_BYTES }, () => next());
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
});

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('templates', () => {
  it('take one byte a number', () => {
    expect(quantise(new Float32Array(TEMPLATE_BYTES).fill(0.04)).byteLength).toBe(512);
  });

  it('keep the cosine of two embeddings to within 0.005', () => {
    fc.assert(
      fc.property(embedding, embedding, (a, b) => {
        expect(Math.abs(templateCosine(quantise(a), quantise(b)) - cosine(a, b))).toBeLessThan(
          0.005,
        );
      }),
    );
  });

  it('come back as unit vectors in the same direction', () => {
    fc.assert(
      fc.property(embedding, (values) => {
        const back = dequantise(quantise(values));
        expect(Math.hypot(...back)).toBeCloseTo(1, 5);
        expect(cosine(back, values)).toBeGreaterThan(0.995);
      }),
    );
  });

  it('cannot be made of a vector without a direction', () => {
    expect(() => quantise(new Float32Array(TEMPLATE_BYTES))).toThrow(RangeError);
  });
});
