import { createHash } from 'node:crypto';
import type { EventId, Sha256 } from '../domain/ids.js';
import { framedKey } from '../domain/object-keys.js';
import { drawInFrame } from '../image/sponsor-frame.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { PhotoFile } from './photo-file.js';

/**
 * The photo in the sponsor's frame. It is drawn when it is wanted first and kept, so that its
 * length is known before it is sent and a download can go on where it broke off.
 */
export async function framedPhoto(
  store: Pick<ObjectStore, 'get' | 'head' | 'put'>,
  photo: {
    readonly eventId: EventId;
    readonly sha256: Sha256;
    /** Of its web version. */
    readonly webKey: string;
    readonly frameKey: string;
  },
): Promise<Extract<PhotoFile, { kind: 'object' }>> {
  const frame = createHash('sha256').update(photo.frameKey).digest('hex').slice(0, 12);
  const key = framedKey(photo.eventId, photo.sha256, frame);
  const kept = await store.head(key);
  if (kept !== undefined) return { kind: 'object', ...kept };
  const [web, png] = await Promise.all([store.get(photo.webKey), store.get(photo.frameKey)]);
  return { kind: 'object', ...(await store.put(key, await drawInFrame(web, png))) };
}
