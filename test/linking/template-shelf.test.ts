import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TEMPLATE_BYTES, templateCosine } from '../../core/linking/face-template.js';
import { searchShelf } from '../../core/linking/template-shelf.js';

const template = fc
  .array(fc.integer({ min: -127, max: 127 }), {
    minLength: TEMPLATE_BYTES,
    maxLength: TEMPLATE_BYTES,
  })
  .filter((values) => values.some((value) => value !== 0))
  .map((values) => Int8Array.from(values));

it('finds exactly the templates that are near enough, the nearest first', () => {
  fc.assert(
    fc.property(fc.array(template, { maxLength: 8 }), template, (stored, looked) => {
      const bytes = new SharedArrayBuffer(stored.length * TEMPLATE_BYTES);
      stored.forEach((one, index) => new Int8Array(bytes).set(one, index * TEMPLATE_BYTES));
      const matches = searchShelf(looked, { bytes, count: stored.length }, 0.02);
      const expected = stored
        .map((one, index) => ({ index, cosine: templateCosine(looked, one) }))
        .filter(({ cosine }) => cosine >= 0.02)
        .sort((a, b) => b.cosine - a.cosine || a.index - b.index);
      expect(matches.map(({ index }) => index)).toEqual(expected.map(({ index }) => index));
    }),
    { numRuns: 30 },
  );
});
