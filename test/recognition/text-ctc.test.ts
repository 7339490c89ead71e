import { expect, it } from 'vitest';
import { decodeCtc } from '../../core/recognition/text-ctc.js';

const ALPHABET = ['A', 'B'];

/** One row per step: blank, A, B. */
function probabilities(...rows: [number, number, number][]): Float32Array {
  return Float32Array.from(rows.flat());
}

it('merges repeats and drops blanks', () => {
  const read = decodeCtc(
    probabilities([0, 0.9, 0.1], [0, 0.8, 0.2], [1, 0, 0], [0, 0.7, 0.3], [0, 0, 1]),
    5,
    ALPHABET,
  );
  expect(read.map(({ character }) => character).join('')).toBe('AAB');
});

it('keeps the surest step of a character and its place', () => {
  const [first] = decodeCtc(
    probabilities([0.4, 0.6, 0], [0.1, 0.9, 0], [0.2, 0.8, 0]),
    3,
    ALPHABET,
  );
  expect(first?.probability).toBeCloseTo(0.9);
  expect(first?.step).toBe(1);
});

it('reads nothing from blanks', () => {
  expect(decodeCtc(probabilities([1, 0, 0], [0.8, 0.1, 0.1]), 2, ALPHABET)).toEqual([]);
});
