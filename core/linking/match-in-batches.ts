import { setImmediate } from 'node:timers/promises';
import { mergeEvidence, type FaceEvidence } from './face-evidence.js';
import { findFaceMatches, type BoundFace, type FaceTemplate } from './find-face-matches.js';

export interface FaceWithEvidence {
  readonly face: FaceTemplate;
  readonly evidence: FaceEvidence;
}

/**
 * Compares faces with bound faces when neither fit into memory at once: holds one batch of
 * each, reads `bound` anew for each batch of `faces`, and gives the evidence batch by
 * batch. Batches of 2,000 faces against 20,000 take about 3 seconds of one core.
 *
 * A run that adds faces to an event needs two calls, whose results merge with what was
 * remembered: the new unbound faces with all bound ones, the old unbound faces with the
 * new bound ones.
 */
export async function* matchInBatches(
  faces: AsyncIterable<readonly FaceTemplate[]>,
  bound: () => AsyncIterable<readonly BoundFace[]>,
  leastCosine = -1,
): AsyncGenerator<FaceWithEvidence[]> {
  for await (const batch of faces) {
    let evidence = batch.map((): FaceEvidence => []);
    for await (const candidates of bound()) {
      const found = findFaceMatches(batch, candidates, leastCosine);
      evidence = evidence.map((known, index) => mergeEvidence(known, found[index] ?? []));
      // Lets Ctrl-C and the progress line through between two long computations.
      await setImmediate();
    }
    yield batch.map((face, index) => ({ face, evidence: evidence[index] ?? [] }));
  }
}
