import { logSelfieConsent, publicPhotosOfFaces } from '../../db/queries/selfies.js';
import type { Db } from '../../db/query.js';
import type { PhotoId } from '../../domain/ids.js';
import { markOfSelfieText } from '../../domain/selfie-terms.js';
import { FocusError } from '../../errors.js';
import { cosineOf } from '../../linking/face-similarity.js';
import type { SelfieRefusal, SelfieSearcher } from '../../pipeline/selfie-task.js';
import type { ReadFaceShelf } from './face-shelves.js';
import { requirePublicEvent } from './gallery-deps.js';

export interface SelfieSearch {
  readonly slug: string;
  readonly picture: Uint8Array<ArrayBuffer>;
  /** Mark of the text that the visitor read and ticked; undefined where nothing was ticked. */
  readonly agreedTo: string | undefined;
}

export type SelfieOutcome =
  | {
      readonly kind: 'found';
      /** The most alike first; empty where nobody is. */
      readonly photoIds: readonly PhotoId[];
      /** By which the consent can be taken back. */
      readonly consentId: string;
    }
  | { readonly kind: 'refused'; readonly reason: SelfieRefusal | 'no-consent' | 'terms-changed' };

export interface SelfieDeps {
  readonly db: Db;
  readonly searcher: SelfieSearcher;
  readonly shelves: ReadFaceShelf;
  /** Similarity, 0 to 100. */
  readonly threshold: number;
}

/** More photos of one person than any event has; a picture that is like everybody is like nobody. */
const MOST_MATCHES = 500;

/**
 * Photos with the same face as the picture, which is neither stored nor logged. FocusError
 * `forbidden` where the event does not allow it.
 */
export async function searchBySelfie(
  { db, searcher, shelves, threshold }: SelfieDeps,
  { slug, picture, agreedTo }: SelfieSearch,
): Promise<SelfieOutcome> {
  const event = await requirePublicEvent(db, slug);
  const terms = event.selfieSearch;
  if (terms === undefined) {
    throw new FocusError('forbidden', 'selfie.off', 'This event cannot be searched by face');
  }
  if (agreedTo === undefined) return { kind: 'refused', reason: 'no-consent' };
  const text = terms.texts.find((one) => markOfSelfieText(one) === agreedTo);
  if (text === undefined) return { kind: 'refused', reason: 'terms-changed' };
  const consentId = await logSelfieConsent(db, event.id, text);
  const shelf = await shelves(event.id);
  const answer = await searcher.search({
    picture,
    shelf: { bytes: shelf.bytes, count: shelf.count },
    leastCosine: cosineOf(threshold),
  });
  if (answer.kind === 'refused') return answer;
  const faces = answer.matches
    .slice(0, MOST_MATCHES)
    .flatMap(({ index }) => shelf.faces[index] ?? []);
  const shown = await publicPhotosOfFaces(db, event.id, faces);
  const photoIds = [...new Set(faces.map(({ photoId }) => photoId))].filter((id) => shown.has(id));
  return { kind: 'found', photoIds, consentId };
}
