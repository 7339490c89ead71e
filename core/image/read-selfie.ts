import type { RgbImage } from '../ports/vision.js';
import { decodePhoto } from './decode.js';
import { identify } from './identify.js';

/** Twice what today's phones write unasked; a stranger's file may unpack to no more than this. */
const MOST_SELFIE_PIXELS = 50_000_000;

export type Selfie =
  | { readonly kind: 'picture'; readonly image: RgbImage }
  | { readonly kind: 'refused'; readonly reason: 'not-a-picture' | 'too-many-pixels' };

/** The picture that a stranger sent; judged by its content, not by what it is called. */
export async function readSelfie(bytes: Uint8Array): Promise<Selfie> {
  if (identify(bytes, '').kind !== 'picture') return { kind: 'refused', reason: 'not-a-picture' };
  const decoded = await decodePhoto(bytes, { maxPixels: MOST_SELFIE_PIXELS });
  if (decoded.kind === 'decoded') return { kind: 'picture', image: decoded.image };
  const isTooLarge = decoded.reason.startsWith('it has more pixels');
  return { kind: 'refused', reason: isTooLarge ? 'too-many-pixels' : 'not-a-picture' };
}
