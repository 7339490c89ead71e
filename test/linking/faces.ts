import type { Bib, PhotoId } from '../../core/domain/ids.js';
import type { BoundFace, FaceTemplate } from '../../core/linking/find-face-matches.js';
import { quantise } from '../../core/linking/face-template.js';

/** Ids and bibs in tests are what the test says they are. */
export const photo = (id: string) => id as PhotoId;
export const bib = (text: string) => text as Bib;

/** Repeatable numbers from -1 to 1 (Park and Miller's generator). */
export function randomNumbers(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state / 2147483647) * 2 - 1;
  };
}

/**
 * A made-up face: person 3 seen once more is near person 3, and far from others; the
 * larger `blur`, the further. Cosine about 1 / (1 + blur^2) between two of one person.
 */
export function templateOf(person: number, look = 0, blur = 0.5): Int8Array {
  const self = randomNumbers(person * 7919 + 1);
  const noise = randomNumbers(person * 104729 + look * 1299709 + 17);
  return quantise(
    Float32Array.from({ length: 512 }, () => self() + (look === 0 ? 0 : blur * noise())),
  );
}

export function face(id: string, ordinal: number, template: Int8Array): FaceTemplate {
  return { photoId: photo(id), ordinal, template };
}

export function bound(id: string, ordinal: number, template: Int8Array, text: string): BoundFace {
  return { ...face(id, ordinal, template), bib: bib(text) };
}
