import { expect, it } from 'vitest';
import type { Reading } from '../../core/domain/reading.js';
import { facesWithoutBib } from '../../core/recognition/bib-wearers.js';

const IMAGE = { data: new Uint8Array(), width: 1000, height: 1000 };
const FACE = { left: 0.45, top: 0.1, width: 0.1, height: 0.12 };

function at(left: number, top: number, width = 0.12, height = 0.05): Reading {
  return {
    text: '123',
    confidence: 99,
    weakestCharacter: 99,
    box: { left, top, width, height },
    cut: { left: false, right: false },
  };
}

it('gives a face the bib on its chest', () => {
  expect(facesWithoutBib([FACE], [at(0.44, 0.45)], IMAGE)).toEqual([]);
});

it.each([
  ['beside the runner', at(0.7, 0.45)],
  ['above the chin', at(0.44, 0.15)],
  ['at the feet', at(0.44, 0.85)],
  ['far too small for this face', at(0.48, 0.45, 0.03, 0.01)],
])('does not give it a text %s', (_, reading) => {
  expect(facesWithoutBib([FACE], [reading], IMAGE)).toEqual([FACE]);
});
