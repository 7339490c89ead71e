import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindReadingsToFaces } from '../../core/domain/face-binding.js';
import type { Box } from '../../core/domain/geometry.js';

const FACE = { width: 0.04, height: 0.08 };

function faceAt(x: number, chin: number, scale = 1): { box: Box } {
  const width = FACE.width * scale;
  const height = FACE.height * scale;
  return { box: { left: x - width / 2, top: chin - height, width, height } };
}

/** A bib `below` face heights under the chin of a face at (x, chin). */
function bibAt(
  text: string,
  x: number,
  chin: number,
  below = 1.85,
  scale = 1,
): { text: string; box: Box } {
  const width = FACE.width * scale;
  const height = FACE.height * 0.4 * scale;
  const middle = chin + below * FACE.height * scale;
  return { text, box: { left: x - width / 2, top: middle - height / 2, width, height } };
}

describe('bindReadingsToFaces', () => {
  it('binds the bib on the chest to the face above it', () => {
    expect(bindReadingsToFaces([faceAt(0.5, 0.3)], [bibAt('12', 0.505, 0.3)])).toEqual([0]);
  });

  it('binds each of two runners side by side to their own bib, in any order', () => {
    const faces = [faceAt(0.3, 0.3), faceAt(0.5, 0.32)];
    const readings = [bibAt('2', 0.5, 0.32), bibAt('1', 0.3, 0.3)];
    expect(bindReadingsToFaces(faces, readings)).toEqual([1, 0]);
  });

  it('leaves a bib unbound between two faces that fit it equally well', () => {
    const faces = [faceAt(0.48, 0.3), faceAt(0.52, 0.3)];
    expect(bindReadingsToFaces(faces, [bibAt('12', 0.5, 0.3)])).toEqual([undefined, undefined]);
  });

  it('leaves a face unbound between two bibs that fit it equally well', () => {
    const readings = [bibAt('1', 0.48, 0.3), bibAt('2', 0.52, 0.3)];
    expect(bindReadingsToFaces([faceAt(0.5, 0.3)], readings)).toEqual([undefined]);
  });

  it('does not take two readings of one bib for two bibs', () => {
    const readings = [bibAt('7', 0.5, 0.3), bibAt('7', 0.5, 0.3, 1.2)];
    expect(bindReadingsToFaces([faceAt(0.5, 0.3)], readings)).toEqual([0]);
  });

  it.each([
    ['above the chin', bibAt('1', 0.5, 0.3, -0.5)],
    ['at the feet', bibAt('1', 0.5, 0.3, 6)],
    ['on a neighbour whose face is hidden', bibAt('1', 0.58, 0.3)],
    ['far larger than the body could wear', bibAt('1', 0.5, 0.3, 0.5, 5)],
  ])('binds no bib %s', (_where, reading) => {
    expect(bindReadingsToFaces([faceAt(0.5, 0.3)], [reading])).toEqual([undefined]);
  });

  it('knows no face and no reading as empty results', () => {
    expect(bindReadingsToFaces([], [bibAt('1', 0.5, 0.3)])).toEqual([]);
    expect(bindReadingsToFaces([faceAt(0.5, 0.3)], [])).toEqual([undefined]);
  });

  const place = fc.record({
    x: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    chin: fc.double({ min: 0.1, max: 0.6, noNaN: true }),
  });

  it('binds no bib to two faces, whatever the scene', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 6 }),
        fc.array(place, { maxLength: 6 }),
        (people, bibs) => {
          const readings = bibs.map(({ x, chin }, index) => bibAt(String(index % 4), x, chin));
          const bound = bindReadingsToFaces(
            people.map(({ x, chin }) => faceAt(x, chin)),
            readings,
          );
          const texts = bound.flatMap((index) =>
            index === undefined ? [] : [readings[index]?.text],
          );
          expect(new Set(texts).size).toBe(texts.length);
        },
      ),
    );
  });

  it('gives each face the same bib whatever the order of faces and readings', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 5 }),
        fc.array(place, { maxLength: 5 }),
        (people, bibs) => {
          const faces = people.map(({ x, chin }) => faceAt(x, chin));
          const readings = bibs.map(({ x, chin }, index) => bibAt(String(index), x, chin));
          const texts = bindReadingsToFaces(faces, readings).map((i) =>
            i === undefined ? undefined : readings[i]?.text,
          );
          const turned = readings.toReversed();
          const again = bindReadingsToFaces(faces.toReversed(), turned).map((i) =>
            i === undefined ? undefined : turned[i]?.text,
          );
          expect(again.toReversed()).toEqual(texts);
        },
      ),
    );
  });
});
