import type { DetectedFace } from '../domain/face.js';

export type SelfieFace =
  | { readonly kind: 'face'; readonly embedding: Float32Array }
  | { readonly kind: 'refused'; readonly reason: 'no-face' | 'several-faces' | 'face-unclear' };

/**
 * People in the background are smaller: a face with a quarter of the largest one's area, half its
 * height, stands beside it, and nobody but the visitor can say which of them is theirs.
 */
const RIVAL_AREA = 0.25;

/** The one face that a selfie is of. */
export function chooseSelfieFace(faces: readonly DetectedFace[]): SelfieFace {
  const areas = faces.map(({ box }) => box.width * box.height);
  const largest = Math.max(0, ...areas);
  const face = faces[areas.indexOf(largest)];
  if (face === undefined) return { kind: 'refused', reason: 'no-face' };
  if (areas.filter((area) => area >= largest * RIVAL_AREA).length > 1)
    return { kind: 'refused', reason: 'several-faces' };
  return face.embedding === undefined
    ? { kind: 'refused', reason: 'face-unclear' }
    : { kind: 'face', embedding: face.embedding };
}
