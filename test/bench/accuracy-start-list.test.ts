import { expect, it } from 'vitest';
import { startListFor } from '../../core/bench/accuracy-start-list.js';

it('holds every true bib and 500 others, each once', () => {
  const list = startListFor(['M10380', '10381', '007']);
  expect(list).toHaveLength(503);
  expect(new Set(list).size).toBe(503);
  expect(list).toEqual(expect.arrayContaining(['M10380', '10381', '007']));
});

it('is the same for the same bibs in any order', () => {
  expect(startListFor(['12', '345', '12'])).toEqual(startListFor(['345', '12']));
});

it('gives the others the shapes of the true ones', () => {
  expect(startListFor(['M10380']).every((bib) => /^M[1-9]\d{4}$/.test(bib))).toBe(true);
});

it('takes longer bibs where the shape has fewer than 500', () => {
  expect(startListFor(['7'])).toHaveLength(501);
});

it('has no others for a set without bibs', () => {
  expect(startListFor([])).toEqual([]);
});
