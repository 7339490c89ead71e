import { expect, it } from 'vitest';
import type { Reading } from '../../core/domain/reading.js';
import { mergeLooks } from '../../core/recognition/bib-merge.js';

function reading(text: string, left = 0.4, confidence = 95): Reading {
  return {
    text,
    confidence,
    weakestCharacter: confidence,
    box: { left, top: 0.5, width: 0.1, height: 0.05 },
    cut: { left: false, right: false },
  };
}

const textsOf = (readings: readonly Reading[]) => readings.map(({ text }) => text);

it('adds what is at a place of its own', () => {
  expect(textsOf(mergeLooks([reading('12')], [reading('34', 0.7)]))).toEqual(['12', '34']);
});

it('keeps the earlier reading of a place unless the later one is better', () => {
  expect(textsOf(mergeLooks([reading('1219')], [reading('129')]))).toEqual(['1219']);
  expect(textsOf(mergeLooks([reading('9')], [reading('192')]))).toEqual(['192']);
});

it('lets a text that looks like a bib replace one that does not', () => {
  expect(textsOf(mergeLooks([reading('7:199')], [reading('199')]))).toEqual(['199']);
  expect(textsOf(mergeLooks([reading('19', 0.4, 95)], [reading('199', 0.4, 40)]))).toEqual(['19']);
});
