import { readSelfie } from '../image/read-selfie.js';
import { chooseSelfieFace } from '../linking/choose-selfie-face.js';
import { quantise } from '../linking/face-template.js';
import { searchShelf } from '../linking/template-shelf.js';
import type { DetectedFace } from '../domain/face.js';
import type { RgbImage } from '../ports/vision.js';
import type { SelfieAnswer, SelfieTask } from './selfie-task.js';

/** The faces of a picture with their templates. */
export type DescribeFaces = (image: RgbImage) => Promise<DetectedFace[]>;

/** Nothing of the picture or the face leaves this function but the places on the shelf. */
export async function searchSelfie(
  describeFaces: DescribeFaces,
  { picture, shelf, leastCosine }: SelfieTask,
): Promise<SelfieAnswer> {
  const selfie = await readSelfie(picture);
  if (selfie.kind === 'refused') return selfie;
  const face = chooseSelfieFace(await describeFaces(selfie.image));
  if (face.kind === 'refused') return face;
  return { kind: 'matches', matches: searchShelf(quantise(face.embedding), shelf, leastCosine) };
}
