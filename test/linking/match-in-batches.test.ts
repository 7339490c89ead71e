import { describe, expect, it } from 'vitest';
import { findFaceMatches } from '../../core/linking/find-face-matches.js';
import { matchInBatches } from '../../core/linking/match-in-batches.js';
import { bound, face, templateOf } from './faces.js';

async function* inBatches<T>(items: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

async function collect<T>(batches: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

describe('matchInBatches', () => {
  it('gives what one comparison of everything gives, batch by batch', async () => {
    const faces = Array.from({ length: 25 }, (_, i) => face(`q${i}`, 0, templateOf(i % 8, 1 + i)));
    const known = Array.from({ length: 40 }, (_, i) =>
      bound(`p${i}`, 0, templateOf(i % 8, 100 + i), String(i % 8)),
    );
    const batches = await collect(matchInBatches(inBatches(faces, 10), () => inBatches(known, 7)));
    expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
    expect(batches.flat().map(({ evidence }) => evidence)).toEqual(findFaceMatches(faces, known));
    expect(batches.flat().map((one) => one.face)).toEqual(faces);
  });

  it('knows faces without any bound face as faces without evidence', async () => {
    const batches = await collect(
      matchInBatches(inBatches([face('q', 0, templateOf(1))], 10), () => inBatches([], 7)),
    );
    expect(batches.flat()).toMatchObject([{ evidence: [] }]);
  });
});
