import { createHash } from 'node:crypto';
import { framedKey } from '../domain/object-keys.js';
import type { Drawings } from '../drawing/drawings.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { PhotoFile } from './photo-file.js';

export interface FramingDeps {
  readonly store: Pick<ObjectStore, 'get' | 'head'>;
  readonly drawings: Drawings;
}

/**
 * A version of a photo in the sponsor's frame. It is drawn when it is wanted first and kept beside
 * the version, so that its length is known before it is sent, a download can go on where it broke
 * off, and a viewer costs no drawing. Undefined where the version was deleted meanwhile.
 *
 * @param visitor whose turn it is to be drawn for
 */
export async function framedPhoto(
  { store, drawings }: FramingDeps,
  version: { readonly key: string; readonly bytes: number },
  frameKey: string,
  visitor: string,
): Promise<Extract<PhotoFile, { kind: 'object' }> | undefined> {
  // A version that was made anew has the same key, and another length.
  const drawing = createHash('sha256').update(`${frameKey}\n${version.key}\n${version.bytes}`);
  const kept = await drawings.keep(
    {
      key: framedKey(version.key, drawing.digest('hex').slice(0, 16)),
      async prepare() {
        const [photo, frame] = await Promise.all([store.get(version.key), store.get(frameKey)]);
        return { kind: 'framed', photo, frame };
      },
      isWanted: async () => (await store.head(version.key)) !== undefined,
    },
    visitor,
  );
  return kept && { kind: 'object', ...kept };
}
