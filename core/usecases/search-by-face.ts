import { readFile } from 'node:fs/promises';
import { getEvent } from '../db/queries/events.js';
import { templatePages } from '../db/queries/face-links.js';
import { photosById, type FoundPhoto } from '../db/queries/search.js';
import type { Db } from '../db/query.js';
import type { PhotoId } from '../domain/ids.js';
import { FocusError } from '../errors.js';
import { decodePhoto } from '../image/decode.js';
import { similarityOf } from '../linking/face-similarity.js';
import { quantise, templateCosine } from '../linking/face-template.js';
import { describeFaces } from '../recognition/describe-faces.js';

export interface FaceSearch {
  readonly event: string;
  /** Path of a picture; its largest face is looked for. It is neither copied nor remembered. */
  readonly picture: string;
  readonly limit: number;
  /** 0 to 100. */
  readonly threshold: number;
}

export interface FacePhoto extends FoundPhoto {
  /** 0 to 100, of the face in it that is most alike. */
  readonly similarity: number;
}

const FACES_AT_ONCE = 20_000;

/** Kept photos with the same person, the most alike first. */
export async function searchByFace(db: Db, search: FaceSearch): Promise<FacePhoto[]> {
  const event = await getEvent(db, search.event);
  const template = await templateOf(search.picture);
  const similarities = new Map<PhotoId, number>();
  for await (const page of templatePages(db, event.id, { outside: [] }, 'kept', FACES_AT_ONCE)) {
    for (const face of page) {
      const similarity = similarityOf(templateCosine(template, face.template));
      if (similarity < search.threshold) continue;
      similarities.set(face.photoId, Math.max(similarity, similarities.get(face.photoId) ?? 0));
    }
  }
  const nearest = [...similarities]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, search.limit);
  const photos = await photosById(
    db,
    nearest.map(([id]) => id),
  );
  return nearest.flatMap(([id, similarity]) => {
    const photo = photos.get(id);
    return photo === undefined ? [] : [{ ...photo, similarity }];
  });
}

async function templateOf(picture: string): Promise<Int8Array> {
  const bytes = await readFile(picture).catch((cause: unknown) => {
    throw new FocusError(
      'not-found',
      'search.no-picture',
      `The picture ${picture} cannot be read`,
      { cause },
    );
  });
  const decoded = await decodePhoto(bytes);
  if (decoded.kind === 'failed') {
    throw new FocusError('input', 'search.not-a-picture', `${picture}: ${decoded.reason}`, {
      hint: 'Give a JPEG, PNG, WebP, TIFF or AVIF with one clear face.',
    });
  }
  const [face] = await describeFaces(decoded.image);
  if (face?.embedding === undefined) {
    throw new FocusError(
      'input',
      'search.no-face',
      `No face that could be compared was found in ${picture}`,
      {
        hint: 'Use a picture in which the face is sharp, lit and seen from the front.',
      },
    );
  }
  return quantise(face.embedding);
}
