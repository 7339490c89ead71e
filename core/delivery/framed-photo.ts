import { createHash } from 'node:crypto';
import { framedKey } from '../domain/object-keys.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { PhotoFile } from './photo-file.js';

/**
 * A version of a photo in the sponsor's frame. It is drawn when it is wanted first and kept beside
 * the version, so that its length is known before it is sent, a download can go on where it broke
 * off, and a viewer costs no drawing.
 */
export async function framedPhoto(
  store: Pick<ObjectStore, 'get' | 'head' | 'put'>,
  version: { readonly key: string; readonly bytes: number },
  frameKey: string,
): Promise<Extract<PhotoFile, { kind: 'object' }>> {
  // A version that was made anew has the same key, and another length.
  const drawing = createHash('sha256').update(`${frameKey}\n${version.key}\n${version.bytes}`);
  const key = framedKey(version.key, drawing.digest('hex').slice(0, 16));
  const kept = await store.head(key);
  if (kept !== undefined) return { kind: 'object', ...kept };
  const { drawInFrame } = await import('../image/sponsor-frame.js');
  const [picture, frame] = await Promise.all([store.get(version.key), store.get(frameKey)]);
  return { kind: 'object', ...(await store.put(key, await drawInFrame(picture, frame))) };
}
